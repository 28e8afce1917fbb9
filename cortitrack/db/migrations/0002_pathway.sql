-- The pathway after a failed injection, and safety before the needle: what is recorded of both.
-- Dates, amounts, codes and steps as in the first form; a yes or no that nobody asked for is NULL.

ALTER TABLE procedures ADD COLUMN volume_ml TEXT;
ALTER TABLE procedures ADD COLUMN number_in_series INTEGER CHECK (number_in_series BETWEEN 1 AND 100);
ALTER TABLE procedures ADD COLUMN nerve TEXT NOT NULL DEFAULT '';
ALTER TABLE procedures ADD COLUMN level TEXT NOT NULL DEFAULT '';
ALTER TABLE procedures ADD COLUMN side TEXT CHECK (side IN ('left', 'right', 'midline'));
ALTER TABLE procedures ADD COLUMN drug TEXT NOT NULL DEFAULT '';
ALTER TABLE procedures ADD COLUMN drug_mg TEXT;
ALTER TABLE procedures ADD COLUMN temperature_c TEXT;
ALTER TABLE procedures ADD COLUMN seconds INTEGER CHECK (seconds BETWEEN 0 AND 36000);
ALTER TABLE procedures ADD COLUMN relief_3_months_percent TEXT;
ALTER TABLE procedures ADD COLUMN relief_6_months_percent TEXT;
ALTER TABLE procedures ADD COLUMN relief_12_months_percent TEXT;
ALTER TABLE procedures ADD COLUMN unusual_why TEXT NOT NULL DEFAULT '';
ALTER TABLE medications ADD COLUMN stopped_why TEXT NOT NULL DEFAULT '';
ALTER TABLE measures ADD COLUMN what TEXT NOT NULL DEFAULT '';
ALTER TABLE measures ADD COLUMN hours_a_day TEXT;
ALTER TABLE measures ADD COLUMN height_cm TEXT;
ALTER TABLE measures ADD COLUMN target TEXT;
ALTER TABLE imaging ADD COLUMN requested_on INTEGER CHECK (requested_on BETWEEN 686291 AND 803533);
ALTER TABLE imaging ADD COLUMN own_reading TEXT NOT NULL DEFAULT '';
ALTER TABLE imaging ADD COLUMN agrees_with_report INTEGER CHECK (agrees_with_report IN (0, 1));
ALTER TABLE imaging ADD COLUMN kept_at TEXT NOT NULL DEFAULT '';
ALTER TABLE surgeries ADD COLUMN unusual_why TEXT NOT NULL DEFAULT '';
ALTER TABLE injections ADD COLUMN region TEXT CHECK (region IN (
        'cervical_interlaminar', 'cervical_transforaminal', 'thoracic_interlaminar',
        'thoracic_transforaminal', 'lumbar_interlaminar', 'lumbar_transforaminal', 'caudal'
    ));

CREATE TABLE reassessments (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    problem_id INTEGER NOT NULL REFERENCES problems (id),
    "on" INTEGER NOT NULL CHECK ("on" BETWEEN 686291 AND 803533),
    clinician TEXT NOT NULL,
    working_diagnosis TEXT NOT NULL,
    alternatives TEXT NOT NULL,
    changed INTEGER CHECK (changed IN (0, 1)),
    painful_sites INTEGER CHECK (painful_sites BETWEEN 0 AND 100),
    low_mood INTEGER CHECK (low_mood IN (0, 1)),
    poor_sleep INTEGER CHECK (poor_sleep IN (0, 1)),
    own_reading TEXT NOT NULL,
    agrees_with_report INTEGER CHECK (agrees_with_report IN (0, 1)),
    technique TEXT NOT NULL,
    effusion_or_synovitis INTEGER CHECK (effusion_or_synovitis IN (0, 1)),
    referred_pain INTEGER CHECK (referred_pain IN (0, 1)),
    spine_and_nerves TEXT NOT NULL,
    provoking_tests TEXT NOT NULL,
    selective_block TEXT NOT NULL,
    structure TEXT NOT NULL,
    structure_basis TEXT CHECK (structure_basis IN (
        'anaesthetic_50', 'anaesthetic_80', 'imaging', 'examination'
    )),
    note TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE pathway_items (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    problem_id INTEGER NOT NULL REFERENCES problems (id),
    "on" INTEGER NOT NULL CHECK ("on" BETWEEN 686291 AND 803533),
    item TEXT NOT NULL CHECK (item IN (
        'diagnosis', 'imaging_review', 'technique_target', 'referred_pain', 'inflammation',
        'structure_confirmed', 'physical_therapy', 'exercise', 'flexibility', 'manual_therapy',
        'medicines', 'activity', 'brace', 'weight', 'intolerance', 'prp', 'nerve_block', 'rfa',
        'hyaluronic_acid', 'talk', 'consultation'
    )),
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'not_needed', 'declined', 'not_applicable')),
    by TEXT NOT NULL,
    why TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id),
    CHECK (item <> 'intolerance' OR state <> 'done' OR trim(why) <> '')
) STRICT;

CREATE TABLE pathway_moves (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    problem_id INTEGER NOT NULL REFERENCES problems (id),
    "on" INTEGER NOT NULL CHECK ("on" BETWEEN 686291 AND 803533),
    stage TEXT NOT NULL CHECK (stage IN (
        'reassess', 'conservative', 'interventional', 'surgical', 'closed'
    )),
    why TEXT NOT NULL CHECK (trim(why) <> ''),
    by TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE therapy_plans (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    problem_id INTEGER NOT NULL REFERENCES problems (id),
    from_on INTEGER NOT NULL CHECK (from_on BETWEEN 686291 AND 803533),
    kind TEXT NOT NULL CHECK (kind IN ('pt', 'ot', 'home')),
    aim TEXT NOT NULL,
    sessions_planned INTEGER CHECK (sessions_planned BETWEEN 0 AND 1000),
    home_programme TEXT NOT NULL,
    manual_therapy TEXT NOT NULL,
    to_on INTEGER CHECK (to_on BETWEEN 686291 AND 803533),
    adherence_percent TEXT,
    note TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE exercises (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    problem_id INTEGER NOT NULL REFERENCES problems (id),
    "on" INTEGER NOT NULL CHECK ("on" BETWEEN 686291 AND 803533),
    exercise TEXT NOT NULL CHECK (trim(exercise) <> ''),
    sets INTEGER CHECK (sets BETWEEN 0 AND 1000),
    repetitions INTEGER CHECK (repetitions BETWEEN 0 AND 10000),
    load TEXT,
    load_unit TEXT NOT NULL,
    progress TEXT NOT NULL,
    note TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE range_of_motion (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    problem_id INTEGER NOT NULL REFERENCES problems (id),
    "on" INTEGER NOT NULL CHECK ("on" BETWEEN 686291 AND 803533),
    movement TEXT NOT NULL CHECK (trim(movement) <> ''),
    degrees TEXT NOT NULL,
    passive INTEGER CHECK (passive IN (0, 1)),
    note TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE consultations (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    problem_id INTEGER NOT NULL REFERENCES problems (id),
    asked_on INTEGER NOT NULL CHECK (asked_on BETWEEN 686291 AND 803533),
    specialty TEXT NOT NULL CHECK (specialty IN (
        'orthopaedic', 'spine', 'pain', 'therapy', 'radiology', 'rheumatology', 'other'
    )),
    to_whom TEXT NOT NULL,
    urgency TEXT CHECK (urgency IN ('emergency', 'urgent', 'soon', 'routine')),
    question TEXT NOT NULL,
    seen_on INTEGER CHECK (seen_on BETWEEN 686291 AND 803533),
    outcome TEXT NOT NULL,
    note TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE talks (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    problem_id INTEGER NOT NULL REFERENCES problems (id),
    "on" INTEGER NOT NULL CHECK ("on" BETWEEN 686291 AND 803533),
    by TEXT NOT NULL,
    benefit_and_risk INTEGER CHECK (benefit_and_risk IN (0, 1)),
    recovery_time INTEGER CHECK (recovery_time IN (0, 1)),
    complications INTEGER CHECK (complications IN (0, 1)),
    realistic_outcome INTEGER CHECK (realistic_outcome IN (0, 1)),
    goal TEXT NOT NULL,
    expectation TEXT NOT NULL,
    note TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE function_marks (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    problem_id INTEGER NOT NULL REFERENCES problems (id),
    "on" INTEGER NOT NULL CHECK ("on" BETWEEN 686291 AND 803533),
    limited INTEGER NOT NULL CHECK (limited IN (0, 1)),
    note TEXT NOT NULL CHECK (trim(note) <> ''),
    by TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE risks (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    patient_id INTEGER NOT NULL REFERENCES patients (id),
    kind TEXT NOT NULL CHECK (kind IN (
        'diabetes', 'insulin', 'anticoagulant', 'antiplatelet', 'interacting_medicine',
        'prosthesis', 'allergy', 'pregnancy', 'breast_feeding', 'immunosuppression',
        'cancer_history', 'osteoporosis', 'glaucoma', 'psychosis', 'uncontrolled_pressure',
        'heart_failure', 'recent_infarction', 'live_vaccine', 'post_menopausal', 'iv_drug_use',
        'infection'
    )),
    from_on INTEGER NOT NULL CHECK (from_on BETWEEN 686291 AND 803533),
    to_on INTEGER CHECK (to_on BETWEEN 686291 AND 803533),
    value TEXT,
    unit TEXT NOT NULL,
    site TEXT CHECK (site IN (
        'shoulder', 'acromioclavicular', 'elbow', 'wrist', 'hand', 'finger', 'thumb_base', 'hip',
        'trochanter', 'knee', 'patellar_tendon', 'ankle', 'achilles', 'heel', 'foot', 'sacroiliac',
        'cervical_spine', 'thoracic_spine', 'lumbar_spine', 'other'
    )),
    side TEXT CHECK (side IN ('left', 'right', 'midline')),
    detail TEXT NOT NULL,
    note TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE red_flags (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    problem_id INTEGER NOT NULL REFERENCES problems (id),
    "on" INTEGER NOT NULL CHECK ("on" BETWEEN 686291 AND 803533),
    flag TEXT NOT NULL CHECK (flag IN (
        'septic_joint', 'fever', 'hot_swollen_joint', 'saddle_numbness', 'bladder_bowel_sexual',
        'bilateral_sciatica', 'progressive_deficit', 'myelopathy', 'night_pain', 'weight_loss',
        'suspected_fracture', 'unexplained_mass', 'plantar_rupture', 'acute_cuff_tear'
    )),
    present INTEGER NOT NULL CHECK (present IN (0, 1)),
    resolved_on INTEGER CHECK (resolved_on BETWEEN 686291 AND 803533),
    by TEXT NOT NULL,
    note TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE safety_answers (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    injection_id INTEGER NOT NULL REFERENCES injections (id),
    "on" INTEGER NOT NULL CHECK ("on" BETWEEN 686291 AND 803533),
    rule TEXT NOT NULL CHECK (rule IN (
        'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10', 'S11', 'S12', 'S13', 'S14',
        'S15', 'S16', 'S17', 'S18', 'S19', 'S20', 'S21', 'S22', 'S23', 'S24', 'S25', 'S26', 'S27',
        'S28', 'S29', 'S30'
    )),
    level TEXT NOT NULL CHECK (level IN ('stop', 'alert', 'info')),
    answer TEXT NOT NULL CHECK (answer IN ('acknowledged', 'overridden')),
    who TEXT NOT NULL,
    role TEXT NOT NULL,
    why TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id),
    CHECK (answer <> 'overridden' OR (trim(who) <> '' AND trim(role) <> '' AND trim(why) <> ''))
) STRICT;

CREATE TRIGGER reassessments_are_kept BEFORE DELETE ON reassessments BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER pathway_items_are_kept BEFORE DELETE ON pathway_items BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER pathway_moves_are_kept BEFORE DELETE ON pathway_moves BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER therapy_plans_are_kept BEFORE DELETE ON therapy_plans BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER exercises_are_kept BEFORE DELETE ON exercises BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER range_of_motion_are_kept BEFORE DELETE ON range_of_motion BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER consultations_are_kept BEFORE DELETE ON consultations BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER talks_are_kept BEFORE DELETE ON talks BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER function_marks_are_kept BEFORE DELETE ON function_marks BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER risks_are_kept BEFORE DELETE ON risks BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER red_flags_are_kept BEFORE DELETE ON red_flags BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER safety_answers_are_kept BEFORE DELETE ON safety_answers BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;

CREATE INDEX reassessments_problem ON reassessments (problem_id, "on");
CREATE INDEX pathway_items_problem ON pathway_items (problem_id, "on");
CREATE INDEX pathway_moves_problem ON pathway_moves (problem_id, "on");
CREATE INDEX therapy_plans_problem ON therapy_plans (problem_id, from_on);
CREATE INDEX exercises_problem ON exercises (problem_id, "on");
CREATE INDEX range_of_motion_problem ON range_of_motion (problem_id, "on");
CREATE INDEX consultations_problem ON consultations (problem_id, asked_on);
CREATE INDEX talks_problem ON talks (problem_id, "on");
CREATE INDEX function_marks_problem ON function_marks (problem_id, "on");
CREATE INDEX risks_patient ON risks (patient_id, from_on);
CREATE INDEX red_flags_problem ON red_flags (problem_id, "on");
CREATE INDEX safety_answers_injection ON safety_answers (injection_id);

CREATE UNIQUE INDEX reassessments_archive ON reassessments (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX pathway_items_archive ON pathway_items (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX pathway_moves_archive ON pathway_moves (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX therapy_plans_archive ON therapy_plans (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX exercises_archive ON exercises (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX range_of_motion_archive ON range_of_motion (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX consultations_archive ON consultations (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX talks_archive ON talks (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX function_marks_archive ON function_marks (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX risks_archive ON risks (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX red_flags_archive ON red_flags (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX safety_answers_archive ON safety_answers (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;

CREATE INDEX reassessments_withdrawn ON reassessments (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX reassessments_restored ON reassessments (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX pathway_items_withdrawn ON pathway_items (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX pathway_items_restored ON pathway_items (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX pathway_moves_withdrawn ON pathway_moves (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX pathway_moves_restored ON pathway_moves (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX therapy_plans_withdrawn ON therapy_plans (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX therapy_plans_restored ON therapy_plans (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX exercises_withdrawn ON exercises (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX exercises_restored ON exercises (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX range_of_motion_withdrawn ON range_of_motion (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX range_of_motion_restored ON range_of_motion (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX consultations_withdrawn ON consultations (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX consultations_restored ON consultations (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX talks_withdrawn ON talks (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX talks_restored ON talks (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX function_marks_withdrawn ON function_marks (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX function_marks_restored ON function_marks (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX risks_withdrawn ON risks (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX risks_restored ON risks (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX red_flags_withdrawn ON red_flags (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX red_flags_restored ON red_flags (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX safety_answers_withdrawn ON safety_answers (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX safety_answers_restored ON safety_answers (restored_step) WHERE restored_step IS NOT NULL;
