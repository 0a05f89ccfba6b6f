CREATE TABLE alembic_version (
  version_num VARCHAR(32) NOT NULL,
  CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE meta (
  "key" TEXT NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_meta PRIMARY KEY ("key")
);
CREATE TABLE drafts (
  "key" TEXT NOT NULL,
  content TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  CONSTRAINT pk_drafts PRIMARY KEY ("key")
);
CREATE TABLE owners (
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  employer TEXT NOT NULL,
  purpose TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_owners PRIMARY KEY (id)
);
CREATE TABLE brag_sheet_choices (
  id TEXT NOT NULL,
  period_kind TEXT NOT NULL,
  custom_period TEXT NOT NULL,
  template TEXT NOT NULL,
  sections TEXT NOT NULL,
  left_out TEXT NOT NULL,
  hide_customers INTEGER NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_brag_sheet_choices PRIMARY KEY (id)
);
CREATE TABLE customers (
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  alias TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_customers PRIMARY KEY (id)
);
CREATE TABLE customer_spellings (
  customer_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  spelling TEXT NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_customer_spellings PRIMARY KEY (customer_id, position),
  CONSTRAINT fk_customer_spellings_customer_id_customers FOREIGN KEY(customer_id) REFERENCES customers (id)
);
CREATE TABLE wins (
  id TEXT NOT NULL,
  place INTEGER NOT NULL,
  headline TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  logged_at TEXT NOT NULL,
  trashed_at TEXT,
  theme TEXT NOT NULL,
  situation TEXT NOT NULL,
  action TEXT NOT NULL,
  outcome TEXT NOT NULL,
  proof TEXT NOT NULL,
  private_notes TEXT NOT NULL,
  has_number INTEGER NOT NULL,
  also_about TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_wins PRIMARY KEY (id),
  CONSTRAINT uq_wins_place UNIQUE (place)
);
CREATE INDEX ix_wins_theme_place ON wins (theme, place);
CREATE INDEX ix_wins_has_number_place ON wins (has_number, place);
CREATE TABLE win_versions (
  id TEXT NOT NULL,
  win_id TEXT NOT NULL,
  replaced_at TEXT NOT NULL,
  content TEXT NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_win_versions PRIMARY KEY (id)
);
CREATE INDEX ix_win_versions_win_id_replaced_at ON win_versions (win_id, replaced_at);
CREATE TABLE win_competencies (
  win_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  competency TEXT NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_win_competencies PRIMARY KEY (win_id, position),
  CONSTRAINT fk_win_competencies_win_id_wins FOREIGN KEY(win_id) REFERENCES wins (id)
);
CREATE INDEX ix_win_competencies_competency_win_id ON win_competencies (competency, win_id);
CREATE TABLE win_figures (
  win_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  measure TEXT NOT NULL,
  unit TEXT NOT NULL,
  value_after TEXT NOT NULL,
  value_before TEXT,
  currency TEXT NOT NULL,
  period TEXT NOT NULL,
  scope TEXT NOT NULL,
  basis TEXT NOT NULL,
  source TEXT NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_win_figures PRIMARY KEY (win_id, position),
  CONSTRAINT fk_win_figures_win_id_wins FOREIGN KEY(win_id) REFERENCES wins (id)
);
CREATE TABLE win_customers (
  win_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  customer_id TEXT NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_win_customers PRIMARY KEY (win_id, position),
  CONSTRAINT fk_win_customers_customer_id_customers FOREIGN KEY(customer_id) REFERENCES customers (id) ON DELETE RESTRICT,
  CONSTRAINT fk_win_customers_win_id_wins FOREIGN KEY(win_id) REFERENCES wins (id)
);
CREATE INDEX ix_win_customers_customer_id_win_id ON win_customers (customer_id, win_id);
CREATE TABLE win_colleagues (
  win_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_win_colleagues PRIMARY KEY (win_id, position),
  CONSTRAINT fk_win_colleagues_win_id_wins FOREIGN KEY(win_id) REFERENCES wins (id)
);
CREATE TABLE win_evidence (
  win_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  evidence_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  target TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  original_name TEXT NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_win_evidence PRIMARY KEY (win_id, position),
  CONSTRAINT fk_win_evidence_win_id_wins FOREIGN KEY(win_id) REFERENCES wins (id)
);
CREATE INDEX ix_win_evidence_sha256 ON win_evidence (sha256);
CREATE TABLE checklist_arrangements (
  id TEXT NOT NULL,
  own_items TEXT NOT NULL,
  item_order TEXT NOT NULL,
  hidden TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_checklist_arrangements PRIMARY KEY (id)
);
CREATE TABLE checklist_claims (
  id TEXT NOT NULL,
  item_key TEXT NOT NULL,
  period_key TEXT NOT NULL,
  blanks TEXT NOT NULL,
  result TEXT NOT NULL,
  ticked INTEGER NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_checklist_claims PRIMARY KEY (id)
);
CREATE INDEX ix_checklist_claims_period_key ON checklist_claims (period_key);
CREATE TABLE claim_wins (
  claim_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  win_id TEXT NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_claim_wins PRIMARY KEY (claim_id, position),
  CONSTRAINT fk_claim_wins_claim_id_checklist_claims FOREIGN KEY(claim_id) REFERENCES checklist_claims (id),
  CONSTRAINT fk_claim_wins_win_id_wins FOREIGN KEY(win_id) REFERENCES wins (id) ON DELETE RESTRICT
);
CREATE INDEX ix_claim_wins_win_id ON claim_wins (win_id);
CREATE TABLE occasions (
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  happens_on TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_occasions PRIMARY KEY (id)
);
CREATE INDEX ix_occasions_happens_on ON occasions (happens_on);
CREATE TABLE away_weeks (
  id TEXT NOT NULL,
  monday TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_away_weeks PRIMARY KEY (id)
);
CREATE VIRTUAL TABLE win_fts USING fts5(headline, situation, action, outcome, proof, private_notes, also_about, content='wins', content_rowid='place', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER wins_added AFTER INSERT ON wins BEGIN INSERT INTO win_fts(rowid, headline, situation, action, outcome, proof, private_notes, also_about) VALUES (new.place, new.headline, new.situation, new.action, new.outcome, new.proof, new.private_notes, new.also_about); END;
CREATE TRIGGER wins_removed AFTER DELETE ON wins BEGIN INSERT INTO win_fts(win_fts, rowid, headline, situation, action, outcome, proof, private_notes, also_about) VALUES ('delete', old.place, old.headline, old.situation, old.action, old.outcome, old.proof, old.private_notes, old.also_about); END;
CREATE TRIGGER wins_changed AFTER UPDATE OF place, headline, situation, action, outcome, proof, private_notes, also_about ON wins BEGIN INSERT INTO win_fts(win_fts, rowid, headline, situation, action, outcome, proof, private_notes, also_about) VALUES ('delete', old.place, old.headline, old.situation, old.action, old.outcome, old.proof, old.private_notes, old.also_about); INSERT INTO win_fts(rowid, headline, situation, action, outcome, proof, private_notes, also_about) VALUES (new.place, new.headline, new.situation, new.action, new.outcome, new.proof, new.private_notes, new.also_about); END;
CREATE TABLE bullets (
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  win_id TEXT,
  position INTEGER NOT NULL,
  in_brag_sheet INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_bullets PRIMARY KEY (id),
  CONSTRAINT fk_bullets_win_id_wins FOREIGN KEY(win_id) REFERENCES wins (id) ON DELETE RESTRICT,
  CONSTRAINT uq_bullets_number UNIQUE (number)
);
CREATE INDEX ix_bullets_win_id ON bullets (win_id);
CREATE TABLE bullet_versions (
  id TEXT NOT NULL,
  bullet_id TEXT NOT NULL,
  replaced_at TEXT NOT NULL,
  text TEXT NOT NULL,
  score INTEGER NOT NULL,
  rubric_version TEXT NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_bullet_versions PRIMARY KEY (id)
);
CREATE INDEX ix_bullet_versions_bullet_id_replaced_at ON bullet_versions (bullet_id, replaced_at);
CREATE TABLE own_phrases (
  id TEXT NOT NULL,
  instead_of TEXT NOT NULL,
  say TEXT NOT NULL,
  theme TEXT NOT NULL,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_own_phrases PRIMARY KEY (id)
);
CREATE TABLE writing_checks (
  id TEXT NOT NULL,
  rules_off TEXT NOT NULL,
  ignored TEXT NOT NULL,
  ignored_phrases TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_writing_checks PRIMARY KEY (id)
);
CREATE VIRTUAL TABLE bullet_fts USING fts5(text, content='bullets', content_rowid='number', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER bullets_added AFTER INSERT ON bullets BEGIN INSERT INTO bullet_fts(rowid, text) VALUES (new.number, new.text); END;
CREATE TRIGGER bullets_removed AFTER DELETE ON bullets BEGIN INSERT INTO bullet_fts(bullet_fts, rowid, text) VALUES ('delete', old.number, old.text); END;
CREATE TRIGGER bullets_changed AFTER UPDATE OF number, text ON bullets BEGIN INSERT INTO bullet_fts(bullet_fts, rowid, text) VALUES ('delete', old.number, old.text); INSERT INTO bullet_fts(rowid, text) VALUES (new.number, new.text); END;
INSERT INTO alembic_version VALUES ('0006');
