PRAGMA application_id = 1095910209;
PRAGMA user_version = 6;
BEGIN;
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
INSERT INTO meta VALUES ('rows:accepted_numbers', '1');
INSERT INTO meta VALUES ('rows:answer_competencies', '2');
INSERT INTO meta VALUES ('rows:answer_parts', '13');
INSERT INTO meta VALUES ('rows:answer_versions', '1');
INSERT INTO meta VALUES ('rows:answers', '3');
INSERT INTO meta VALUES ('rows:asked_questions', '2');
INSERT INTO meta VALUES ('rows:away_weeks', '1');
INSERT INTO meta VALUES ('rows:board_accounts', '1');
INSERT INTO meta VALUES ('rows:bullet_versions', '1');
INSERT INTO meta VALUES ('rows:bullets', '2');
INSERT INTO meta VALUES ('rows:checklist_arrangements', '1');
INSERT INTO meta VALUES ('rows:checklist_claims', '2');
INSERT INTO meta VALUES ('rows:claim_wins', '1');
INSERT INTO meta VALUES ('rows:collection_decisions', '1');
INSERT INTO meta VALUES ('rows:contact_notes', '1');
INSERT INTO meta VALUES ('rows:crib_answers', '2');
INSERT INTO meta VALUES ('rows:cribs', '2');
INSERT INTO meta VALUES ('rows:customer_spellings', '2');
INSERT INTO meta VALUES ('rows:customers', '1');
INSERT INTO meta VALUES ('rows:decision_settings', '1');
INSERT INTO meta VALUES ('rows:defences', '1');
INSERT INTO meta VALUES ('rows:document_choices', '1');
INSERT INTO meta VALUES ('rows:document_presets', '1');
INSERT INTO meta VALUES ('rows:forecast_plans', '1');
INSERT INTO meta VALUES ('rows:form_questions', '1');
INSERT INTO meta VALUES ('rows:interviews', '1');
INSERT INTO meta VALUES ('rows:ledger_layouts', '1');
INSERT INTO meta VALUES ('rows:ledger_snapshots', '1');
INSERT INTO meta VALUES ('rows:ledger_verdicts', '1');
INSERT INTO meta VALUES ('rows:metric_months', '1');
INSERT INTO meta VALUES ('rows:metric_settings', '1');
INSERT INTO meta VALUES ('rows:name_verdicts', '1');
INSERT INTO meta VALUES ('rows:occasions', '3');
INSERT INTO meta VALUES ('rows:own_phrases', '1');
INSERT INTO meta VALUES ('rows:own_questions', '1');
INSERT INTO meta VALUES ('rows:own_scripts', '1');
INSERT INTO meta VALUES ('rows:owners', '1');
INSERT INTO meta VALUES ('rows:plans', '1');
INSERT INTO meta VALUES ('rows:playbook_runs', '1');
INSERT INTO meta VALUES ('rows:promotion_cases', '1');
INSERT INTO meta VALUES ('rows:rehearsals', '2');
INSERT INTO meta VALUES ('rows:remembered_blanks', '1');
INSERT INTO meta VALUES ('rows:reviews', '1');
INSERT INTO meta VALUES ('rows:risk_cards', '1');
INSERT INTO meta VALUES ('rows:style_files', '1');
INSERT INTO meta VALUES ('rows:win_colleagues', '2');
INSERT INTO meta VALUES ('rows:win_competencies', '2');
INSERT INTO meta VALUES ('rows:win_customers', '1');
INSERT INTO meta VALUES ('rows:win_evidence', '2');
INSERT INTO meta VALUES ('rows:win_figures', '2');
INSERT INTO meta VALUES ('rows:win_versions', '1');
INSERT INTO meta VALUES ('rows:wins', '3');
INSERT INTO meta VALUES ('rows:writing_checks', '1');
INSERT INTO drafts VALUES ('capture', 'half a sen', '2026-10-16T16:20:00.000000Z');
INSERT INTO owners VALUES ('5232a9b3-6c68-5c0a-b960-0f73d670b5d1', 'Sam Ortega', 'AR coordinator', '', '', 1, X'915689E1800E6B2D');
INSERT INTO customers VALUES ('86e8783b-e889-4695-aafa-42d8ee8e6a25', 'Harlow Foods & Söhne', 'Customer A', 1, X'2C8F00ACF3E4B93B');
INSERT INTO customer_spellings VALUES ('86e8783b-e889-4695-aafa-42d8ee8e6a25', 0, 'Harlow', X'70AA6AC773669A01');
INSERT INTO customer_spellings VALUES ('86e8783b-e889-4695-aafa-42d8ee8e6a25', 1, 'HF Ltd.', X'E9903E83AC9EB0F5');
INSERT INTO wins VALUES ('56c3b09b-11e6-4bb5-9b22-9b28b2fed6f5', 4611687550826209280, 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', '0001-01-01', '2026-10-16T16:20:00.000000Z', NULL, '', '', '', '', '', '', 0, '', 1, X'31C24AADCD2B7500');
INSERT INTO wins VALUES ('8b45b6bf-1469-47c1-a176-6fff829467da', 4015481768711184384, 'Last day there is', '9999-12-31', '2026-10-16T16:20:00.000000Z', '2026-10-16T16:20:00.000000Z', '', '', '', '', '', '', 0, '', 1, X'181F0E7BC20DDBEB');
INSERT INTO wins VALUES ('e3fbed97-6b9d-4170-89e3-22aebe12323a', 5425204109589766144, 'Collected $48,200 from Harlow Foods & Söhne “in full”', '2026-10-01', '2026-10-16T16:20:00.000000Z', NULL, 'cash', 'Five invoices'||char(10)||'stood open.'||char(13)||''||char(10)||'	Since May.', 'I called; they said ''soon''.', 'Paid in full', 'Mail', '𝔘nicode, emoji 🙂, right-to-left ‮abc', 1, 'Harlow Foods & Söhne'||char(10)||'Harlow'||char(10)||'HF Ltd.'||char(10)||'Ana Petrović'||char(10)||'Ben'||char(10)||'collected'||char(10)||'ledger'||char(10)||'DSO'||char(10)||'Remittance advice'||char(10)||'Aging, October', 2, X'1C208F69D8BF79FD');
INSERT INTO win_versions VALUES ('9f7cc362-56aa-4e40-ade3-aec75e4e2a8e', 'e3fbed97-6b9d-4170-89e3-22aebe12323a', '2026-10-16T16:20:00.000000Z', '{"win":{"id":"e3fbed97-6b9d-4170-89e3-22aebe12323a","happened_on":"2026-10-01","logged_at":"2026-10-16T16:20:00.000000Z","trashed_at":null,"has_number":1,"headline":"Collected $48,200 from Harlow Foods & Söhne “in full”","theme":"cash","situation":"Five invoices\nstood open.\r\n\tSince May.","action":"I called; they said ''soon''.","outcome":"Paid","proof":"Mail","private_notes":"𝔘nicode, emoji 🙂, right-to-left ‮abc"},"win_competencies":[{"win_id":"e3fbed97-6b9d-4170-89e3-22aebe12323a","position":0,"competency":"collections_strategy"},{"win_id":"e3fbed97-6b9d-4170-89e3-22aebe12323a","position":1,"competency":"communication_pressure"}],"win_figures":[{"win_id":"e3fbed97-6b9d-4170-89e3-22aebe12323a","position":0,"measure":"collected","unit":"money","value_after":"48200.00","value_before":null,"currency":"USD","period":"","scope":"mine","basis":"measured","source":"ledger"},{"win_id":"e3fbed97-6b9d-4170-89e3-22aebe12323a","position":1,"measure":"DSO","unit":"days","value_after":"36.8","value_before":"47.9","currency":"","period":"","scope":"mine","basis":"measured","source":""}],"win_customers":[{"win_id":"e3fbed97-6b9d-4170-89e3-22aebe12323a","position":0,"customer_id":"86e8783b-e889-4695-aafa-42d8ee8e6a25"}],"win_colleagues":[{"win_id":"e3fbed97-6b9d-4170-89e3-22aebe12323a","position":0,"name":"Ana Petrović"},{"win_id":"e3fbed97-6b9d-4170-89e3-22aebe12323a","position":1,"name":"Ben"}],"win_evidence":[{"win_id":"e3fbed97-6b9d-4170-89e3-22aebe12323a","position":0,"evidence_id":"4ba45996-a728-42c5-bea8-2b8ec506ba98","title":"Remittance advice","kind":"link","target":"Shared drive, folder “October”","sha256":"","size":0,"original_name":""},{"win_id":"e3fbed97-6b9d-4170-89e3-22aebe12323a","position":1,"evidence_id":"5caaa465-4caa-41ac-9526-8f663872d47a","title":"Aging, October","kind":"file","target":"","sha256":"abababababababababababababababababababababababababababababababab","size":1234,"original_name":"aging 10 — final.xlsx"}]}', X'500D0D2F42549E6B');
INSERT INTO win_competencies VALUES ('e3fbed97-6b9d-4170-89e3-22aebe12323a', 0, 'collections_strategy', X'5FD6A7BF18B770F2');
INSERT INTO win_competencies VALUES ('e3fbed97-6b9d-4170-89e3-22aebe12323a', 1, 'communication_pressure', X'528EA4E9B28587F5');
INSERT INTO win_figures VALUES ('e3fbed97-6b9d-4170-89e3-22aebe12323a', 0, 'collected', 'money', '48200.00', NULL, 'USD', '', 'mine', 'measured', 'ledger', X'33F3ED837C80B71C');
INSERT INTO win_figures VALUES ('e3fbed97-6b9d-4170-89e3-22aebe12323a', 1, 'DSO', 'days', '36.8', '47.9', '', '', 'mine', 'measured', '', X'DC8BD10B25F0753B');
INSERT INTO win_customers VALUES ('e3fbed97-6b9d-4170-89e3-22aebe12323a', 0, '86e8783b-e889-4695-aafa-42d8ee8e6a25', X'FA8E9A2540AC764C');
INSERT INTO win_colleagues VALUES ('e3fbed97-6b9d-4170-89e3-22aebe12323a', 0, 'Ana Petrović', X'715E618842503B02');
INSERT INTO win_colleagues VALUES ('e3fbed97-6b9d-4170-89e3-22aebe12323a', 1, 'Ben', X'2FBE58B07E95B4FA');
INSERT INTO win_evidence VALUES ('e3fbed97-6b9d-4170-89e3-22aebe12323a', 0, '4ba45996-a728-42c5-bea8-2b8ec506ba98', 'link', 'Remittance advice', 'Shared drive, folder “October”', '', 0, '', X'CFA3176BEAB6CA9D');
INSERT INTO win_evidence VALUES ('e3fbed97-6b9d-4170-89e3-22aebe12323a', 1, '5caaa465-4caa-41ac-9526-8f663872d47a', 'file', 'Aging, October', '', 'abababababababababababababababababababababababababababababababab', 1234, 'aging 10 — final.xlsx', X'74A85053F64E2B55');
INSERT INTO checklist_arrangements VALUES ('3fbecc2f-62fb-5c45-a809-81cc910b1a78', '[{"key":"own-9ea83abf-0c31-4eeb-b438-50399d2abce8","label":"Ran the month-end call","group":"People","why":"","blanks":[],"good_proof":[]}]', '["own-9ea83abf-0c31-4eeb-b438-50399d2abce8","overdue-reduced","payment-plan","risk-mitigated","training"]', '["training"]', 3, X'E90ED0440B408786');
INSERT INTO checklist_claims VALUES ('c27880e5-088a-563e-b2cf-b9b24767588c', 'training', '2026-H2', '[]', '', 1, 1, X'AC325E48B32D7A78');
INSERT INTO checklist_claims VALUES ('d5073867-06fc-5e0d-81ac-d90c8489fb76', 'overdue-reduced', '2026-H2', '[["percentage","12.5"]]', '', 0, 1, X'7BF1FD7B559923EF');
INSERT INTO claim_wins VALUES ('d5073867-06fc-5e0d-81ac-d90c8489fb76', 0, 'e3fbed97-6b9d-4170-89e3-22aebe12323a', X'C37CA7CE19449569');
INSERT INTO occasions VALUES ('344eecca-dd2a-4ad2-b547-a1e2324cdcea', 'review', 'Year-end review', '2026-12-10', 1, X'0551082C02BA9267');
INSERT INTO occasions VALUES ('3d040918-17ab-4d64-a1a7-6a8f5fed690b', 'review', 'Annual review', '2026-12-10', 1, X'D60FB098CEEE44AB');
INSERT INTO occasions VALUES ('b7d03e02-a139-4169-b930-e9c791bc30f5', 'interview', 'AR lead, Brightwell', '2026-10-20', 1, X'113DB4EF23F896B1');
INSERT INTO away_weeks VALUES ('fe1394fa-a815-521c-94d9-405d2b3b37e9', '2026-08-03', 1, X'FBF66CAFCF17F6B0');
INSERT INTO bullets VALUES ('8bf8a3c2-b1e4-4cda-b996-c6a4cdb779c6', 2, 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', NULL, 1, 0, '2026-10-15T16:20:00.000000Z', 1, X'FD975B3BCAC28A05');
INSERT INTO bullets VALUES ('bf255742-66fb-480b-9a63-c84acf3a8141', 1, 'Collected $48,200 from a food group “in full”: DSO 47.9 → 36.8 days 🎯', 'e3fbed97-6b9d-4170-89e3-22aebe12323a', 1, 1, '2026-10-16T16:20:00.000000Z', 2, X'F151EB2A6DB47D6C');
INSERT INTO bullet_versions VALUES ('0155568a-a105-46a4-aa69-a508a3faed8a', 'bf255742-66fb-480b-9a63-c84acf3a8141', '2026-10-16T16:20:00.000000Z', 'Collected $48,200 from a food group “in full”, 61 days → 34', 17, '1', X'1E897E46E7047001');
INSERT INTO own_phrases VALUES ('896b71bf-7a7b-4ce9-8e59-d133796c60d8', 'Made Söhne’s job faster', 'Cut {text:the job} from {days.before} to {days.after} in {period}', 'process', '2026-10-16T16:20:00.000000Z', 1, X'7648DB740700E0BC');
INSERT INTO writing_checks VALUES ('fdeddb65-85a3-5b7b-9ae5-401f0ece2b86', '["TRT101"]', '[["VAG102","4bdd64d3e57cfbf9a49cb44156e111d5","several"]]', '[["COM101","“various strategies”"]]', 1, X'81D28F402FF395DC');
INSERT INTO answers VALUES ('06fe62bc-707e-4bf9-8435-aad22f7b66ab', 'star', 'Harlow’s $48,200 🙂', '927cf3e5-1513-4e11-8ea1-ff4e50dfe9ed', 'e3fbed97-6b9d-4170-89e3-22aebe12323a', 'difficult-payer', 1, '2026-10-16T16:20:00.000000Z', NULL, 1, X'05BF845B49F92396');
INSERT INTO answers VALUES ('5253f2f6-8169-475c-a0aa-6a7ff90b2568', 'star', '‮abc', '', NULL, '', 0, '2026-10-16T16:20:00.000000Z', '2026-10-16T16:20:00.000000Z', 1, X'5F8E5260FDFE26AD');
INSERT INTO answers VALUES ('957733a8-fd8b-41a4-a273-c5a248ed4750', 'reframe', '', '', NULL, 'weakness', NULL, '2026-10-15T16:20:00.000000Z', NULL, 1, X'DD1C32B5D4E55B12');
INSERT INTO answer_parts VALUES ('06fe62bc-707e-4bf9-8435-aad22f7b66ab', 0, 'situation', 'Five invoices'||char(10)||'stood open.'||char(13)||''||char(10)||'	Since May.', '', X'37F3C8601CE88350');
INSERT INTO answer_parts VALUES ('06fe62bc-707e-4bf9-8435-aad22f7b66ab', 1, 'task', 'I had to bring it in.', '', X'8C080DAF1FA347E5');
INSERT INTO answer_parts VALUES ('06fe62bc-707e-4bf9-8435-aad22f7b66ab', 2, 'action', 'I called; they said ''soon''. I called again.', 'two calls', X'7FCEB1A195941862');
INSERT INTO answer_parts VALUES ('06fe62bc-707e-4bf9-8435-aad22f7b66ab', 3, 'result', 'They paid $48,200, “in full”.', '', X'B16A6DA7CE9A44E5');
INSERT INTO answer_parts VALUES ('5253f2f6-8169-475c-a0aa-6a7ff90b2568', 0, 'situation', '', '', X'6BDAEE20D36CD52A');
INSERT INTO answer_parts VALUES ('5253f2f6-8169-475c-a0aa-6a7ff90b2568', 1, 'task', '', '', X'E360084D1A5BF12A');
INSERT INTO answer_parts VALUES ('5253f2f6-8169-475c-a0aa-6a7ff90b2568', 2, 'action', '', '', X'864B2104E8A822C9');
INSERT INTO answer_parts VALUES ('5253f2f6-8169-475c-a0aa-6a7ff90b2568', 3, 'result', '', '', X'756259933B36CBC2');
INSERT INTO answer_parts VALUES ('957733a8-fd8b-41a4-a273-c5a248ed4750', 0, 'weakness', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', '', X'5F3CF6E081F6BEE3');
INSERT INTO answer_parts VALUES ('957733a8-fd8b-41a4-a273-c5a248ed4750', 1, 'cost', '', '', X'7F0A911A80952E73');
INSERT INTO answer_parts VALUES ('957733a8-fd8b-41a4-a273-c5a248ed4750', 2, 'change', '', '', X'A14D3F2CA1F03999');
INSERT INTO answer_parts VALUES ('957733a8-fd8b-41a4-a273-c5a248ed4750', 3, 'evidence', '', '', X'59314ED17197962F');
INSERT INTO answer_parts VALUES ('957733a8-fd8b-41a4-a273-c5a248ed4750', 4, 'benefit', '', '', X'3B3742A48963B90B');
INSERT INTO answer_competencies VALUES ('06fe62bc-707e-4bf9-8435-aad22f7b66ab', 0, 'collections_strategy', X'D2769EFF92D23154');
INSERT INTO answer_competencies VALUES ('06fe62bc-707e-4bf9-8435-aad22f7b66ab', 1, 'communication_pressure', X'DB9956BD36C7633A');
INSERT INTO answer_versions VALUES ('ce3fca40-3210-4abe-93ff-26869cc85abd', '06fe62bc-707e-4bf9-8435-aad22f7b66ab', '2026-10-16T16:20:00.000000Z', '{"answer":{"id":"06fe62bc-707e-4bf9-8435-aad22f7b66ab","kind":"star","title":"Harlow’s $48,200 🙂","question":"927cf3e5-1513-4e11-8ea1-ff4e50dfe9ed","win_id":"e3fbed97-6b9d-4170-89e3-22aebe12323a","core":"difficult-payer","marked_ready":1,"created_at":"2026-10-16T16:20:00.000000Z","trashed_at":null},"answer_parts":[{"answer_id":"06fe62bc-707e-4bf9-8435-aad22f7b66ab","position":0,"name":"situation","text":"Before","cue":""},{"answer_id":"06fe62bc-707e-4bf9-8435-aad22f7b66ab","position":1,"name":"task","text":"","cue":""},{"answer_id":"06fe62bc-707e-4bf9-8435-aad22f7b66ab","position":2,"name":"action","text":"","cue":""},{"answer_id":"06fe62bc-707e-4bf9-8435-aad22f7b66ab","position":3,"name":"result","text":"","cue":""}],"answer_competencies":[{"answer_id":"06fe62bc-707e-4bf9-8435-aad22f7b66ab","position":0,"competency":"collections_strategy"},{"answer_id":"06fe62bc-707e-4bf9-8435-aad22f7b66ab","position":1,"competency":"communication_pressure"}]}', X'16C4C33F47514208');
INSERT INTO own_questions VALUES ('927cf3e5-1513-4e11-8ea1-ff4e50dfe9ed', 'Why did you leave “Söhne”?', 'ethics_compliance', 'situational', '["lead","manager"]', 'Line'||char(13)||''||char(10)||'one'||char(10)||'	two', '2026-10-16T16:20:00.000000Z', 1, X'4CBD3737EC34C06B');
INSERT INTO rehearsals VALUES ('3cc943c6-ca76-4f91-8385-7baafdba9b92', '06fe62bc-707e-4bf9-8435-aad22f7b66ab', '2026-10-16T16:20:00.000000Z', 120, 131, '[20,15,60,36]', 4, 1, 5, 'Slower 🙂', 1, X'C5E65A5DA95CC0FE');
INSERT INTO rehearsals VALUES ('baac726b-6338-4713-8819-3fcebc0107b2', '5253f2f6-8169-475c-a0aa-6a7ff90b2568', '2026-10-16T16:20:00.000000Z', 10, 0, '[]', NULL, NULL, NULL, '', 1, X'0E28DFA91D232B5E');
INSERT INTO interviews VALUES ('b7d03e02-a139-4169-b930-e9c791bc30f5', '09:30', 'Brightwell', 'AR lead', 'Dana Ruiz', 'Second floor', 'SAP, month end'||char(10)||'and a sense of humour', 'It went on for an hour.', 1, '["crib","rehearse:difficult-payer"]', 1, X'0FEBC0124E8B5C73');
INSERT INTO asked_questions VALUES ('b7d03e02-a139-4169-b930-e9c791bc30f5', 0, '927cf3e5-1513-4e11-8ea1-ff4e50dfe9ed', '', '06fe62bc-707e-4bf9-8435-aad22f7b66ab', 4, 'Well', X'B58ADA2960FE535F');
INSERT INTO asked_questions VALUES ('b7d03e02-a139-4169-b930-e9c791bc30f5', 1, '', 'Anything else?', NULL, NULL, '', X'93E5673D4499F528');
INSERT INTO cribs VALUES ('9f601b14-14ee-5dd5-9b2f-f9c86b1edb67', '', '', '[]', '', 0, 1, X'90F722B9E5637E76');
INSERT INTO cribs VALUES ('b7d03e02-a139-4169-b930-e9c791bc30f5', 'I ring before anything is late.', '$48,200', '["Who owns disputes?"]', 'Breathe.'||char(10)||'🙂', 1, 1, X'A2E7AF324D98F480');
INSERT INTO crib_answers VALUES ('b7d03e02-a139-4169-b930-e9c791bc30f5', 0, '06fe62bc-707e-4bf9-8435-aad22f7b66ab', X'414873CA18F6A46B');
INSERT INTO crib_answers VALUES ('b7d03e02-a139-4169-b930-e9c791bc30f5', 1, '5253f2f6-8169-475c-a0aa-6a7ff90b2568', X'3B3D18B8DF5329AF');
INSERT INTO metric_months VALUES ('60d1c0fd-9907-5c9e-b400-ed47ca6e0930', 'portfolio', 'EUR', '2024-02', '{"book":{"scope":"portfolio","currency":"EUR"},"month":{"year":2024,"number":2},"parts":[{"part":"ending_ar","value":"1234567.80","source":"aging “Feb”","origin":"ledger"},{"part":"disputes_opened","value":"3","source":"","origin":"typed"}],"causes":[{"cause":"Söhne’s price","count":2}],"notes":[{"metric":"dso","text":"Called → paid"}]}', 1, X'3DE204E04C05E0ED');
INSERT INTO metric_settings VALUES ('6066969a-af6f-59eb-a8f1-0a8e11789a3f', '{"variants":[{"metric":"dso","formula":"dso_countback"}],"goals":[{"metric":"dso","book":{"scope":"portfolio","currency":"EUR"},"value":"36.5"}],"settled":["dso|portfolio|EUR|2024-02"]}', 1, X'D21D869650BCDBA5');
INSERT INTO ledger_layouts VALUES ('f6275e1d-ce58-576a-bd5f-bacc9b8dfd3e', 'ab12', '{"fingerprint":"ab12","ledger":"Offene Posten","columns":[{"column":"Betrag in Belegwährung","field":"open_amount"}],"currency":"EUR","date_order":"DMY","decimal_mark":",","sheet":"","scope":"portfolio"}', 1, X'72736050FA98864B');
INSERT INTO ledger_snapshots VALUES ('987c7fa5-c0ac-5b92-8381-ceebf7510ca8', 'Offene Posten', '2024-02-29', 'cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd', '{"ledger":"Offene Posten","file_name":"Liste “Feb”.csv","sha256":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","fingerprint":"ab12","as_of":"2024-02-29","imported_at":"2026-10-16T16:20:00.000000Z","scope":"team","basis":"due_date","is_full_history":false,"rows":[{"kind":"transaction","count":1}],"totals":[{"currency":"EUR","documents":1,"open_amount":"0.10","bands":["0","0.10","0","0","0"],"open_documents":1,"disputed":null}]}', X'789C5D904D4A04311085F7738A260B57D34D3A2A32071871ADB86A9A109342034955931F642EE605BC98499AD61E2114DFABBC57F99998B308ECC80C69992E4B459D63220F415AB357A8FC66C4ECDF20149182C2A874B28412A9B94300D497828EB47272D7A849A3521B9261C34559B3B17614C148950A53B0EF16CB04E52963EB2C807F6A1DFF4F5E5B8C8D4B4E505F1140835D5264F3617A2807053036490FBE5EBAAC27151C7D768F44267637DDCBF7D747FB16CE4F7C759C5F9F57105CDCF57CEC6FC75F217A716247CCCEAD85F5A318EE6B900F23DFEFB4324D5739360E9CB3799E0F3F11E77E6C', 1, X'A8DCA56293601F90');
INSERT INTO ledger_verdicts VALUES ('213d317f-3d3e-5182-b5a3-252806973c1a', 'Offene Posten', '{"ledger":"Offene Posten","change_key":"settled|x","verdict":"taken","decided_at":"2026-10-16T16:20:00.000000Z"}', 'e3fbed97-6b9d-4170-89e3-22aebe12323a', 1, X'EE0CB462294D3655');
INSERT INTO collection_decisions VALUES ('0b80727f-6be1-4f94-bf78-0188f3666057', '2024-02-29', '{"kind":"escalate-or-plan","account":"Harlow Foods & Söhne","decided_on":"2024-02-29","created_at":"2026-10-16T16:20:00.000000Z","currency":"EUR","open_amount":"48200.00","facts":[{"name":"Days past due","value":"61"}],"advised":"offer_payment_plan","rule":"R4","advice_reason":"","decided":"Plan → 3 months","reason":"“admitted”","told":"","revisit_on":"2024-03-31","outcome":"worked","outcome_text":"","outcome_on":"2024-04-01","amount_secured":"48200"}', 'e3fbed97-6b9d-4170-89e3-22aebe12323a', 1, X'3D91F8EECFE255BF');
INSERT INTO board_accounts VALUES ('57088d7a-e5eb-5bd7-adcc-f7c5a151248d', '{"account":"Nimbus","currency":"USD","open_balance":"9000","risk_score":"70.5","note":""}', 1, X'C504FB44EAB6598A');
INSERT INTO decision_settings VALUES ('0a7a4467-f8e3-5eea-b258-b56e1bec26c1', '{"thresholds":{"high_risk_from":"55","high_value_from":"10000","value_share_pct":"80"},"limits":{"insurer_days":10,"first_instalment_pct":"20","plan_months":6,"broken_promises":2,"attempts":3,"channels":2,"lead_after_days":30,"credit_manager_after_days":60,"agency_after_days":90},"weights":[{"factor":"limit_use_pct","weight":"60","meaning":""},{"factor":"own","weight":"40","meaning":"Söhne’s own"}],"holidays":["2026-12-25"]}', 1, X'8ABD55A88309187A');
INSERT INTO risk_cards VALUES ('33f2f5c3-cb69-4143-b123-91d106bc111c', '{"kind":"account","subject":"Nimbus","created_at":"2026-10-16T16:20:00.000000Z","currency":"USD","exposure":"9000.5","values":[{"factor":"limit_use_pct","value":"95.5"}],"scores":[{"day":"2026-10-16","score":null,"known_weight":"10"}],"mitigation":"","owner":"","review_on":null,"state":"mitigated","outcome":"","settled_on":"2026-10-16"}', 'e3fbed97-6b9d-4170-89e3-22aebe12323a', 1, X'A90EF1229DD64CEE');
INSERT INTO forecast_plans VALUES ('411f3403-680a-4140-8c24-924ce79d846b', '{"title":"Weekly cash → proof","created_at":"2026-10-16T16:20:00.000000Z","currency":"EUR","period_kind":"week","history":[{"period":"2026-W42","amount":"950"}],"history_source":"","drivers":"","rounds":[{"frozen":{"frozen_on":"2026-10-16","currency":"EUR","method":"mean_last_3","amounts":[["2026-W43","1000.00"],["2026-W44","900"]],"naive":["950","950"]},"fingerprint":"944ee679e747b3678de9bbf2ec270c4d731d0e999f8be62d88ab0b7b55567753","frozen_at":"2026-10-16T16:20:00.000000Z","actuals":[{"period":"2026-W43","amount":"1010.10","entered_at":"2026-10-16T16:20:00.000000Z"}],"notes":[{"period":"2026-W43","text":"Söhne paid early"}],"refinement":"split off disputes"}],"told":[{"on":"2026-10-16","whom":"Lead","what":"1,000"}],"log":[{"at":"2026-10-16T16:20:00.000000Z","text":"Froze 2 periods"}]}', 'e3fbed97-6b9d-4170-89e3-22aebe12323a', 1, X'CD02C011015844A0');
INSERT INTO own_scripts VALUES ('c5291ed0-b26e-4264-9e82-1c629c3eab20', '', '{"title":"Portal","stage":"routine","messages":[{"tone":"friendly","subject":"Söhne","text":"Load {invoices}"}],"created_at":"2026-10-16T16:20:00.000000Z","use_when":"","replaces":""}', 1, X'B3C07790270F1A75');
INSERT INTO remembered_blanks VALUES ('599fbeb1-7215-5dbb-9062-6d12998ab617', '{"values":[["me","Jordan"],["phone","555 0142"]]}', 1, X'3D15CA65CE9DB063');
INSERT INTO contact_notes VALUES ('06c0c3e9-c9e8-4ae0-8ae2-369a4634c992', '86e8783b-e889-4695-aafa-42d8ee8e6a25', '2026-10-16T16:20:00.000000Z', '{"customer":"86e8783b-e889-4695-aafa-42d8ee8e6a25","at":"2026-10-16T16:20:00.000000Z","subject":"First reminder","script":"first-reminder","note":""}', 1, X'5C02AF1CB0EA9C15');
INSERT INTO playbook_runs VALUES ('33874eeb-9353-4185-a80e-58aa52632c71', '2026-10-16T16:20:00.000000Z', '{"playbook":"scope-dispute","started_at":"2026-10-16T16:20:00.000000Z","customer":"86e8783b-e889-4695-aafa-42d8ee8e6a25","ticks":[{"step":"open","at":"2026-10-16T16:20:00.000000Z"}],"notes":"","outcome":"","finished_at":null,"answer":null,"trashed_at":null}', NULL, 1, X'ED9B50F7AD9D772C');
INSERT INTO plans VALUES ('a409872b-bb94-4667-b51e-072d431ce02a', '{"title":"Bring down one overdue bucket","created_at":"2026-10-16T16:20:00.000000Z","starter":"cut-one-overdue-bucket","problem":"Too much of the portfolio sits in one aging bucket, and nobody works it as a list of its own.","measure":"Overdue balance in the bucket","how_to_measure":"The same aging report, the same weekday, in your own portfolio. Note credits and write-offs apart: they are not collections.","unit":"money","currency":"","wanted":"down","scope":"mine","target":null,"baseline":{"value":"40.5","on":"2026-09-01","source":"Aging","basis":"measured"},"locked_at":"2026-10-16T16:20:00.000000Z","starts_on":"2026-09-02","baseline_log":[],"tasks":[{"id":"choose","first_day":1,"last_day":2,"text":"Choose the bucket, print its items, write down total and count","done_on":null,"note":""},{"id":"split","first_day":3,"last_day":5,"text":"Split into disputed, promised, silent and small; leave the disputed out of the target","done_on":null,"note":""},{"id":"work-1","first_day":6,"last_day":10,"text":"Call the ten largest, one question each: which date?","done_on":null,"note":""},{"id":"check-1","first_day":8,"last_day":9,"text":"First check-in: what came in, which promises are due","done_on":null,"note":""},{"id":"work-2","first_day":11,"last_day":17,"text":"Send the small ones one message, agree on plans for those who cannot pay at once","done_on":null,"note":""},{"id":"escalate","first_day":18,"last_day":21,"text":"Hand over what needs a decision, each with one proposal","done_on":null,"note":""},{"id":"measure","first_day":22,"last_day":27,"text":"Run the same report; take credits and write-offs out","done_on":null,"note":""},{"id":"witness","first_day":28,"last_day":30,"text":"Have your lead confirm both figures, and write the result down","done_on":null,"note":""}],"check_ins":[],"result":null,"helped":"","lesson":"","checklist":["overdue-reduced","revenue-secured"],"competencies":["collections_strategy","kpi_ownership"],"trashed_at":null}', NULL, 1, X'4A592661C50F440E');
INSERT INTO reviews VALUES ('3d040918-17ab-4d64-a1a7-6a8f5fed690b', '{"kind":"annual","starts_on":null,"ends_on":null,"scale":{"worst":"1","best":"5"},"score":null,"rating":"","comments":"","aimed":null,"level":"","next_level":"","goals":[{"id":"a38046d3-65fb-4d2e-9e02-b03535a85961","text":"DSO below 38","measure":"","target":"","due":null,"state":"open","note":"","wins":["e3fbed97-6b9d-4170-89e3-22aebe12323a"]}],"qualities":[],"trashed_at":null,"occasion":null}', 1, X'E0DAE3BE33F8E22F');
INSERT INTO document_choices VALUES ('5574ab73-3fdf-5a04-bda1-3de318115037', '{"level":"hr-file","period_kind":"custom","custom_period":"2026-01-01..2026-03-31","template":"promotion","sections":["headline-figures","chart","wins","figures-table","evidence"],"left_out":["chart"]}', 1, X'712204706255D062');
INSERT INTO document_presets VALUES ('7a1c6d0e-6d55-4a6b-8c43-0b6f8a1f2d33', '{"name":"Panel 🎯","choices":{"id":"5574ab73-3fdf-5a04-bda1-3de318115037","document":"promotion-review","level":"outside","period_kind":"half","custom_period":"","template":"promotion","sections":["headline-figures","chart","bullets","wins","figures-table","evidence"],"left_out":[],"review":"3d040918-17ab-4d64-a1a7-6a8f5fed690b","review_sections":["kpis","case"],"review_left_out":["goals"],"headings":[{"section":"kpis","words":"Zahlen & Söhne “<b>”"}],"numbered_notes":true,"style":"0f6c2a52-6f60-4f5e-9d0e-3a1f0e6f7a11"}}', 1, X'E8DE203B321AB10D');
INSERT INTO promotion_cases VALUES ('3d040918-17ab-4d64-a1a7-6a8f5fed690b', '{"asked_for":"Lead, AR\r\nfrom January","results":[{"win":"e3fbed97-6b9d-4170-89e3-22aebe12323a","figure":1},{"win":"e3fbed97-6b9d-4170-89e3-22aebe12323a","figure":0}],"gap":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx","closing":"I collected $48,200; that''s the start."}', 1, X'C52880AE7ABDBCC9');
INSERT INTO name_verdicts VALUES ('e1f1a688-128a-5ce6-bcb6-ac8f65169cae', '86e8783b-e889-4695-aafa-42d8ee8e6a25', '{"customer":"86e8783b-e889-4695-aafa-42d8ee8e6a25","sentence":"The Harlow method\nworks","is_name":false}', 1, X'A6FAED4BB4092D63');
INSERT INTO accepted_numbers VALUES ('d2781b49-f84b-5761-a9e5-0a07f6f264e6', '{"sentence":"About 1.234,50 € „so gut wie sicher“","number":"1.234,50 €"}', 1, X'79B4E1E1A9C39817');
INSERT INTO defences VALUES ('e3e824ec-debb-517d-b851-b1b1759dadfd', '{"key":"e3fbed97-6b9d-4170-89e3-22aebe12323a|0","measured":"Ledger\tof May","others":"Ana Petrović","anyway":"","say":"I rang first."}', 1, X'8FF4866E808483B4');
INSERT INTO form_questions VALUES ('5d7e4c6e-40e5-49dc-8e2b-7f5fb3b8d8aa', '{"at":0,"question":"What did you achieve?\r\nBe brief.","limit":500,"sections":["headline-figures","kpis"]}', 1, X'4D753E1DB5BF2883');
INSERT INTO style_files VALUES ('0f6c2a52-6f60-4f5e-9d0e-3a1f0e6f7a11', '{"name":"Söhne — house style.dotx","sha256":"efefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefef","added_at":"2026-10-16T16:20:00.000000Z"}', 1, X'2D3031FCAF9FABB3');
COMMIT;
