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
CREATE TABLE answers (
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  question TEXT NOT NULL,
  win_id TEXT,
  core TEXT NOT NULL,
  marked_ready INTEGER,
  created_at TEXT NOT NULL,
  trashed_at TEXT,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_answers PRIMARY KEY (id),
  CONSTRAINT fk_answers_win_id_wins FOREIGN KEY(win_id) REFERENCES wins (id) ON DELETE RESTRICT
);
CREATE INDEX ix_answers_win_id ON answers (win_id);
CREATE TABLE answer_parts (
  answer_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  cue TEXT NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_answer_parts PRIMARY KEY (answer_id, position),
  CONSTRAINT fk_answer_parts_answer_id_answers FOREIGN KEY(answer_id) REFERENCES answers (id)
);
CREATE TABLE answer_competencies (
  answer_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  competency TEXT NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_answer_competencies PRIMARY KEY (answer_id, position),
  CONSTRAINT fk_answer_competencies_answer_id_answers FOREIGN KEY(answer_id) REFERENCES answers (id)
);
CREATE TABLE answer_versions (
  id TEXT NOT NULL,
  answer_id TEXT NOT NULL,
  replaced_at TEXT NOT NULL,
  content TEXT NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_answer_versions PRIMARY KEY (id)
);
CREATE INDEX ix_answer_versions_answer_id_replaced_at ON answer_versions (answer_id, replaced_at);
CREATE TABLE own_questions (
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  competency TEXT NOT NULL,
  kind TEXT NOT NULL,
  levels TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_own_questions PRIMARY KEY (id)
);
CREATE TABLE rehearsals (
  id TEXT NOT NULL,
  answer_id TEXT NOT NULL,
  rehearsed_at TEXT NOT NULL,
  planned_seconds INTEGER NOT NULL,
  spoken_seconds INTEGER NOT NULL,
  part_seconds TEXT NOT NULL,
  clear INTEGER,
  calm INTEGER,
  complete INTEGER,
  note TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_rehearsals PRIMARY KEY (id),
  CONSTRAINT fk_rehearsals_answer_id_answers FOREIGN KEY(answer_id) REFERENCES answers (id) ON DELETE RESTRICT
);
CREATE INDEX ix_rehearsals_answer_id ON rehearsals (answer_id);
CREATE TABLE interviews (
  id TEXT NOT NULL,
  starts_at TEXT,
  company TEXT NOT NULL,
  role TEXT NOT NULL,
  people TEXT NOT NULL,
  notes TEXT NOT NULL,
  advert TEXT NOT NULL,
  debrief TEXT NOT NULL,
  is_over INTEGER NOT NULL,
  steps_done TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_interviews PRIMARY KEY (id),
  CONSTRAINT fk_interviews_id_occasions FOREIGN KEY(id) REFERENCES occasions (id) ON DELETE RESTRICT
);
CREATE TABLE asked_questions (
  interview_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  question TEXT NOT NULL,
  text TEXT NOT NULL,
  answer_id TEXT,
  went INTEGER,
  note TEXT NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_asked_questions PRIMARY KEY (interview_id, position),
  CONSTRAINT fk_asked_questions_interview_id_interviews FOREIGN KEY(interview_id) REFERENCES interviews (id),
  CONSTRAINT fk_asked_questions_answer_id_answers FOREIGN KEY(answer_id) REFERENCES answers (id) ON DELETE RESTRICT
);
CREATE INDEX ix_asked_questions_answer_id ON asked_questions (answer_id);
CREATE TABLE cribs (
  id TEXT NOT NULL,
  opening TEXT NOT NULL,
  number TEXT NOT NULL,
  questions TEXT NOT NULL,
  private_notes TEXT NOT NULL,
  hide_customers INTEGER NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_cribs PRIMARY KEY (id)
);
CREATE TABLE crib_answers (
  crib_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  answer_id TEXT NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_crib_answers PRIMARY KEY (crib_id, position),
  CONSTRAINT fk_crib_answers_crib_id_cribs FOREIGN KEY(crib_id) REFERENCES cribs (id),
  CONSTRAINT fk_crib_answers_answer_id_answers FOREIGN KEY(answer_id) REFERENCES answers (id) ON DELETE RESTRICT
);
CREATE INDEX ix_crib_answers_answer_id ON crib_answers (answer_id);
CREATE TABLE metric_months (
  id TEXT NOT NULL,
  scope TEXT NOT NULL,
  currency TEXT NOT NULL,
  month TEXT NOT NULL,
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_metric_months PRIMARY KEY (id)
);
CREATE TABLE metric_settings (
  id TEXT NOT NULL,
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_metric_settings PRIMARY KEY (id)
);
CREATE TABLE ledger_layouts (
  id TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_ledger_layouts PRIMARY KEY (id)
);
CREATE TABLE ledger_snapshots (
  id TEXT NOT NULL,
  ledger TEXT NOT NULL,
  as_of TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  content TEXT NOT NULL,
  items BLOB NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_ledger_snapshots PRIMARY KEY (id)
);
CREATE INDEX ix_ledger_snapshots_ledger ON ledger_snapshots (ledger);
CREATE TABLE ledger_verdicts (
  id TEXT NOT NULL,
  ledger TEXT NOT NULL,
  content TEXT NOT NULL,
  win_id TEXT,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_ledger_verdicts PRIMARY KEY (id),
  CONSTRAINT fk_ledger_verdicts_win_id_wins FOREIGN KEY(win_id) REFERENCES wins (id) ON DELETE RESTRICT
);
CREATE INDEX ix_ledger_verdicts_win_id ON ledger_verdicts (win_id);
CREATE INDEX ix_ledger_verdicts_ledger ON ledger_verdicts (ledger);
CREATE TABLE collection_decisions (
  id TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  content TEXT NOT NULL,
  win_id TEXT,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_collection_decisions PRIMARY KEY (id),
  CONSTRAINT fk_collection_decisions_win_id_wins FOREIGN KEY(win_id) REFERENCES wins (id) ON DELETE RESTRICT
);
CREATE INDEX ix_collection_decisions_win_id ON collection_decisions (win_id);
CREATE TABLE board_accounts (
  id TEXT NOT NULL,
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_board_accounts PRIMARY KEY (id)
);
CREATE TABLE decision_settings (
  id TEXT NOT NULL,
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_decision_settings PRIMARY KEY (id)
);
CREATE TABLE risk_cards (
  id TEXT NOT NULL,
  content TEXT NOT NULL,
  win_id TEXT,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_risk_cards PRIMARY KEY (id),
  CONSTRAINT fk_risk_cards_win_id_wins FOREIGN KEY(win_id) REFERENCES wins (id) ON DELETE RESTRICT
);
CREATE INDEX ix_risk_cards_win_id ON risk_cards (win_id);
CREATE TABLE forecast_plans (
  id TEXT NOT NULL,
  content TEXT NOT NULL,
  win_id TEXT,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_forecast_plans PRIMARY KEY (id),
  CONSTRAINT fk_forecast_plans_win_id_wins FOREIGN KEY(win_id) REFERENCES wins (id) ON DELETE RESTRICT
);
CREATE INDEX ix_forecast_plans_win_id ON forecast_plans (win_id);
CREATE TABLE own_scripts (
  id TEXT NOT NULL,
  replaces TEXT NOT NULL,
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_own_scripts PRIMARY KEY (id)
);
CREATE TABLE remembered_blanks (
  id TEXT NOT NULL,
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_remembered_blanks PRIMARY KEY (id)
);
CREATE TABLE contact_notes (
  id TEXT NOT NULL,
  customer TEXT NOT NULL,
  noted_at TEXT NOT NULL,
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_contact_notes PRIMARY KEY (id)
);
CREATE INDEX ix_contact_notes_customer ON contact_notes (customer);
CREATE TABLE playbook_runs (
  id TEXT NOT NULL,
  started_at TEXT NOT NULL,
  content TEXT NOT NULL,
  win_id TEXT,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_playbook_runs PRIMARY KEY (id),
  CONSTRAINT fk_playbook_runs_win_id_wins FOREIGN KEY(win_id) REFERENCES wins (id) ON DELETE RESTRICT
);
CREATE INDEX ix_playbook_runs_win_id ON playbook_runs (win_id);
CREATE TABLE plans (
  id TEXT NOT NULL,
  content TEXT NOT NULL,
  win_id TEXT,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_plans PRIMARY KEY (id),
  CONSTRAINT fk_plans_win_id_wins FOREIGN KEY(win_id) REFERENCES wins (id) ON DELETE RESTRICT
);
CREATE INDEX ix_plans_win_id ON plans (win_id);
CREATE TABLE reviews (
  id TEXT NOT NULL,
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_reviews PRIMARY KEY (id)
);
CREATE TABLE document_choices (
  id TEXT NOT NULL,
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_document_choices PRIMARY KEY (id)
);
CREATE TABLE document_presets (
  id TEXT NOT NULL,
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_document_presets PRIMARY KEY (id)
);
CREATE TABLE promotion_cases (
  id TEXT NOT NULL,
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_promotion_cases PRIMARY KEY (id)
);
CREATE TABLE name_verdicts (
  id TEXT NOT NULL,
  customer TEXT NOT NULL,
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_name_verdicts PRIMARY KEY (id)
);
CREATE INDEX ix_name_verdicts_customer ON name_verdicts (customer);
CREATE TABLE accepted_numbers (
  id TEXT NOT NULL,
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_accepted_numbers PRIMARY KEY (id)
);
CREATE TABLE defences (
  id TEXT NOT NULL,
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_defences PRIMARY KEY (id)
);
CREATE TABLE form_questions (
  id TEXT NOT NULL,
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_form_questions PRIMARY KEY (id)
);
CREATE TABLE style_files (
  id TEXT NOT NULL,
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  row_sum BLOB NOT NULL,
  CONSTRAINT pk_style_files PRIMARY KEY (id)
);
INSERT INTO alembic_version VALUES ('0006');
