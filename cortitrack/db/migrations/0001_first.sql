-- The first form of a clinic's file.
-- Days are ordinals (1 = 1 January of year 1), times are minutes of the day, pain scores are whole tenths,
-- amounts are decimal text, codes are lower-case text. Nothing is ever deleted from a record table.

CREATE TABLE steps (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    did TEXT NOT NULL CHECK (did IN ('added', 'corrected', 'withdrew', 'undid', 'imported', 'rules', 'clinic')),
    kind TEXT,
    count INTEGER NOT NULL,
    undoes INTEGER REFERENCES steps (id)
) STRICT;
CREATE INDEX steps_undoes ON steps (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE clinic (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    call_back TEXT NOT NULL,
    email TEXT NOT NULL,
    clinician TEXT NOT NULL,
    made_up INTEGER NOT NULL CHECK (made_up IN (0, 1)),
    step INTEGER NOT NULL REFERENCES steps (id)
) STRICT;

CREATE TABLE rule_sets (
    id INTEGER PRIMARY KEY,
    version TEXT NOT NULL UNIQUE,
    since INTEGER NOT NULL,
    own TEXT NOT NULL,
    why TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id)
) STRICT;

CREATE TABLE patients (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    family_name TEXT NOT NULL CHECK (trim(family_name) <> ''),
    given_name TEXT NOT NULL,
    birth_date INTEGER NOT NULL CHECK (birth_date BETWEEN 686291 AND 803533),
    sex TEXT CHECK (sex IN ('female', 'male', 'other', 'unknown')),
    record_number TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    address TEXT NOT NULL,
    language TEXT NOT NULL,
    allergies TEXT NOT NULL,
    conditions TEXT NOT NULL,
    note TEXT NOT NULL,
    last_seen INTEGER,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE problems (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    patient_id INTEGER NOT NULL REFERENCES patients (id),
    site TEXT NOT NULL CHECK (site IN (
        'shoulder', 'acromioclavicular', 'elbow', 'wrist', 'hand', 'finger', 'thumb_base',
        'hip', 'trochanter', 'knee', 'patellar_tendon', 'ankle', 'achilles', 'heel', 'foot',
        'sacroiliac', 'cervical_spine', 'thoracic_spine', 'lumbar_spine', 'other'
    )),
    side TEXT NOT NULL CHECK (side IN ('left', 'right', 'midline')),
    diagnosis TEXT NOT NULL,
    icd10 TEXT NOT NULL,
    onset_on INTEGER CHECK (onset_on BETWEEN 686291 AND 803533),
    primary_kind TEXT NOT NULL CHECK (primary_kind IN ('average', 'worst', 'activity', 'night', 'rest', 'current')),
    closed_on INTEGER CHECK (closed_on BETWEEN 686291 AND 803533),
    note TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE injections (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    problem_id INTEGER NOT NULL REFERENCES problems (id),
    given_on INTEGER NOT NULL CHECK (given_on BETWEEN 686291 AND 803533),
    given_at INTEGER CHECK (given_at BETWEEN 0 AND 1439),
    target TEXT CHECK (target IN (
        'joint', 'bursa', 'tendon_sheath', 'tendon', 'soft_tissue', 'epidural', 'facet',
        'nerve', 'other'
    )),
    drug TEXT NOT NULL CHECK (drug IN (
        'triamcinolone_acetonide', 'triamcinolone_hexacetonide', 'triamcinolone_er',
        'methylprednisolone_acetate', 'betamethasone', 'dexamethasone', 'hydrocortisone',
        'other'
    )),
    dose_mg TEXT,
    volume_ml TEXT,
    anaesthetic TEXT NOT NULL,
    anaesthetic_ml TEXT,
    guidance TEXT CHECK (guidance IN ('none', 'ultrasound', 'fluoroscopy', 'ct', 'unknown')),
    approach TEXT NOT NULL,
    operator TEXT NOT NULL,
    lot TEXT NOT NULL,
    expires_on INTEGER CHECK (expires_on BETWEEN 686291 AND 803533),
    adverse TEXT NOT NULL,
    note TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE pain_scores (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    problem_id INTEGER NOT NULL REFERENCES problems (id),
    "on" INTEGER NOT NULL CHECK ("on" BETWEEN 686291 AND 803533),
    at INTEGER CHECK (at BETWEEN 0 AND 1439),
    kind TEXT NOT NULL CHECK (kind IN ('average', 'worst', 'activity', 'night', 'rest', 'current')),
    phase TEXT CHECK (phase IN ('pre', 'anaesthetic', 'follow_up')),
    minutes_after INTEGER CHECK (minutes_after BETWEEN 0 AND 1440),
    tenths INTEGER NOT NULL CHECK (tenths BETWEEN 0 AND 100),
    scale TEXT NOT NULL CHECK (scale IN ('nrs', 'vas')),
    source TEXT CHECK (source IN ('clinic', 'phone', 'diary', 'recalled', 'import')),
    note TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE impressions (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    problem_id INTEGER NOT NULL REFERENCES problems (id),
    "on" INTEGER NOT NULL CHECK ("on" BETWEEN 686291 AND 803533),
    pgic INTEGER CHECK (pgic BETWEEN 1 AND 7),
    best_relief_percent TEXT,
    relief_weeks TEXT,
    note TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE instrument_totals (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    problem_id INTEGER NOT NULL REFERENCES problems (id),
    "on" INTEGER NOT NULL CHECK ("on" BETWEEN 686291 AND 803533),
    instrument TEXT NOT NULL,
    total TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE therapy_sessions (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    problem_id INTEGER NOT NULL REFERENCES problems (id),
    "on" INTEGER NOT NULL CHECK ("on" BETWEEN 686291 AND 803533),
    kind TEXT NOT NULL CHECK (kind IN ('pt', 'ot', 'home')),
    attended INTEGER CHECK (attended IN (0, 1)),
    therapist TEXT NOT NULL,
    content TEXT NOT NULL,
    adherence_percent TEXT,
    note TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE procedures (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    problem_id INTEGER NOT NULL REFERENCES problems (id),
    "on" INTEGER NOT NULL CHECK ("on" BETWEEN 686291 AND 803533),
    kind TEXT NOT NULL CHECK (kind IN (
        'prp', 'hyaluronic_acid', 'nerve_block', 'rfa', 'epidural', 'other', 'aspiration',
        'hydrodilatation', 'barbotage'
    )),
    target TEXT NOT NULL,
    product TEXT NOT NULL,
    steroid TEXT NOT NULL,
    steroid_mg TEXT,
    relief_percent TEXT,
    relief_hours TEXT,
    guidance TEXT CHECK (guidance IN ('none', 'ultrasound', 'fluoroscopy', 'ct', 'unknown')),
    note TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE surgeries (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    problem_id INTEGER NOT NULL REFERENCES problems (id),
    "on" INTEGER NOT NULL CHECK ("on" BETWEEN 686291 AND 803533),
    kind TEXT NOT NULL CHECK (kind IN (
        'arthroscopy', 'joint_replacement', 'spinal_fusion', 'cuff_repair', 'manipulation',
        'other'
    )),
    status TEXT CHECK (status IN ('planned', 'done')),
    surgeon TEXT NOT NULL,
    outcome TEXT NOT NULL,
    note TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE medications (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    patient_id INTEGER NOT NULL REFERENCES patients (id),
    problem_id INTEGER REFERENCES problems (id),
    medication_class TEXT NOT NULL CHECK (medication_class IN (
        'nsaid', 'muscle_relaxer', 'analgesic', 'opioid', 'systemic_steroid',
        'cyp3a4_inhibitor', 'anticoagulant', 'other'
    )),
    drug TEXT NOT NULL CHECK (trim(drug) <> ''),
    dose TEXT NOT NULL,
    route TEXT NOT NULL,
    from_on INTEGER NOT NULL CHECK (from_on BETWEEN 686291 AND 803533),
    to_on INTEGER CHECK (to_on BETWEEN 686291 AND 803533),
    effect TEXT NOT NULL,
    note TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE measures (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    problem_id INTEGER NOT NULL REFERENCES problems (id),
    "on" INTEGER NOT NULL CHECK ("on" BETWEEN 686291 AND 803533),
    kind TEXT NOT NULL CHECK (kind IN ('activity', 'brace', 'orthotic', 'walking_aid', 'weight', 'exercise')),
    value TEXT,
    unit TEXT NOT NULL,
    to_on INTEGER CHECK (to_on BETWEEN 686291 AND 803533),
    note TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE imaging (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    problem_id INTEGER NOT NULL REFERENCES problems (id),
    "on" INTEGER NOT NULL CHECK ("on" BETWEEN 686291 AND 803533),
    modality TEXT NOT NULL CHECK (modality IN ('xray', 'ultrasound', 'mri', 'ct', 'other')),
    finding TEXT CHECK (finding IN (
        'none', 'tendon_tear', 'nerve_compression', 'joint_destruction', 'cord_compression',
        'other'
    )),
    grade TEXT NOT NULL,
    size_cm TEXT,
    level TEXT NOT NULL,
    text TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE incidents (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    problem_id INTEGER NOT NULL REFERENCES problems (id),
    "on" INTEGER NOT NULL CHECK ("on" BETWEEN 686291 AND 803533),
    kind TEXT NOT NULL CHECK (kind IN ('trauma', 'fracture', 'infection', 'tendon_rupture', 'other')),
    note TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

CREATE TABLE overrides (
    id INTEGER PRIMARY KEY,
    archive_id TEXT,
    injection_id INTEGER NOT NULL REFERENCES injections (id),
    "on" INTEGER NOT NULL CHECK ("on" BETWEEN 686291 AND 803533),
    judgement TEXT NOT NULL CHECK (judgement IN ('responded', 'partial', 'failed', 'cannot_judge')),
    why TEXT NOT NULL CHECK (trim(why) <> ''),
    clinician TEXT NOT NULL CHECK (trim(clinician) <> ''),
    step INTEGER NOT NULL REFERENCES steps (id),
    corrected_step INTEGER REFERENCES steps (id),
    withdrawn_step INTEGER REFERENCES steps (id),
    restored_step INTEGER REFERENCES steps (id)
) STRICT;

-- Who did what. A line is for one record, or (record_id NULL) for all records of a kind that the step touched.

CREATE TABLE trail (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL REFERENCES steps (id),
    act TEXT NOT NULL CHECK (act IN ('added', 'corrected', 'withdrew', 'restored')),
    kind TEXT NOT NULL,
    record_id INTEGER,
    patient_id INTEGER,
    count INTEGER NOT NULL,
    former TEXT
) STRICT;
CREATE INDEX trail_step ON trail (step);
CREATE INDEX trail_record ON trail (record_id) WHERE record_id IS NOT NULL;

CREATE TRIGGER steps_stay BEFORE UPDATE ON steps BEGIN SELECT raise(ABORT, 'the trail is only added to'); END;
CREATE TRIGGER steps_are_kept BEFORE DELETE ON steps BEGIN SELECT raise(ABORT, 'the trail is only added to'); END;
CREATE TRIGGER trail_stay BEFORE UPDATE ON trail BEGIN SELECT raise(ABORT, 'the trail is only added to'); END;
CREATE TRIGGER trail_are_kept BEFORE DELETE ON trail BEGIN SELECT raise(ABORT, 'the trail is only added to'); END;
CREATE TRIGGER patients_are_kept BEFORE DELETE ON patients BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER problems_are_kept BEFORE DELETE ON problems BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER injections_are_kept BEFORE DELETE ON injections BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER pain_scores_are_kept BEFORE DELETE ON pain_scores BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER impressions_are_kept BEFORE DELETE ON impressions BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER instrument_totals_are_kept BEFORE DELETE ON instrument_totals BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER therapy_sessions_are_kept BEFORE DELETE ON therapy_sessions BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER procedures_are_kept BEFORE DELETE ON procedures BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER surgeries_are_kept BEFORE DELETE ON surgeries BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER medications_are_kept BEFORE DELETE ON medications BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER measures_are_kept BEFORE DELETE ON measures BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER imaging_are_kept BEFORE DELETE ON imaging BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER incidents_are_kept BEFORE DELETE ON incidents BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;
CREATE TRIGGER overrides_are_kept BEFORE DELETE ON overrides BEGIN SELECT raise(ABORT, 'nothing is deleted'); END;

-- Each kind is read by problem, in order of day.

CREATE INDEX problems_patient ON problems (patient_id, id);
CREATE INDEX injections_problem ON injections (problem_id, given_on);
CREATE INDEX pain_scores_problem
    ON pain_scores (problem_id, kind, "on", id, tenths, at, phase, minutes_after, withdrawn_step);
CREATE INDEX impressions_problem ON impressions (problem_id, "on");
CREATE INDEX instrument_totals_problem ON instrument_totals (problem_id, "on");
CREATE INDEX therapy_sessions_problem ON therapy_sessions (problem_id, "on");
CREATE INDEX procedures_problem ON procedures (problem_id, "on");
CREATE INDEX surgeries_problem ON surgeries (problem_id, "on");
CREATE INDEX measures_problem ON measures (problem_id, "on");
CREATE INDEX imaging_problem ON imaging (problem_id, "on");
CREATE INDEX incidents_problem ON incidents (problem_id, "on");
CREATE INDEX medications_patient ON medications (patient_id, from_on);
CREATE INDEX medications_problem ON medications (problem_id) WHERE problem_id IS NOT NULL;
CREATE INDEX overrides_injection ON overrides (injection_id);
CREATE INDEX patients_last_seen ON patients (last_seen DESC, id DESC) WHERE withdrawn_step IS NULL;
CREATE INDEX patients_birth_date ON patients (birth_date);

-- An id that came from an archive is kept, and unique among what is not withdrawn.

CREATE UNIQUE INDEX patients_archive ON patients (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX problems_archive ON problems (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX injections_archive ON injections (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX pain_scores_archive ON pain_scores (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX impressions_archive ON impressions (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX instrument_totals_archive ON instrument_totals (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX therapy_sessions_archive ON therapy_sessions (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX procedures_archive ON procedures (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX surgeries_archive ON surgeries (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX medications_archive ON medications (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX measures_archive ON measures (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX imaging_archive ON imaging (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX incidents_archive ON incidents (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;
CREATE UNIQUE INDEX overrides_archive ON overrides (archive_id)
    WHERE archive_id IS NOT NULL AND withdrawn_step IS NULL;

-- What one step withdrew or brought back is found at once.

CREATE INDEX patients_withdrawn ON patients (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX patients_restored ON patients (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX problems_withdrawn ON problems (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX problems_restored ON problems (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX injections_withdrawn ON injections (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX injections_restored ON injections (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX pain_scores_withdrawn ON pain_scores (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX pain_scores_restored ON pain_scores (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX impressions_withdrawn ON impressions (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX impressions_restored ON impressions (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX instrument_totals_withdrawn ON instrument_totals (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX instrument_totals_restored ON instrument_totals (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX therapy_sessions_withdrawn ON therapy_sessions (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX therapy_sessions_restored ON therapy_sessions (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX procedures_withdrawn ON procedures (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX procedures_restored ON procedures (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX surgeries_withdrawn ON surgeries (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX surgeries_restored ON surgeries (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX medications_withdrawn ON medications (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX medications_restored ON medications (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX measures_withdrawn ON measures (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX measures_restored ON measures (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX imaging_withdrawn ON imaging (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX imaging_restored ON imaging (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX incidents_withdrawn ON incidents (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX incidents_restored ON incidents (restored_step) WHERE restored_step IS NOT NULL;
CREATE INDEX overrides_withdrawn ON overrides (withdrawn_step) WHERE withdrawn_step IS NOT NULL;
CREATE INDEX overrides_restored ON overrides (restored_step) WHERE restored_step IS NOT NULL;

-- Made from the records and remade at any time: words to find people by, and kept verdicts.
-- Of a verdict that is kept which lists ask for: to judge one injection again takes no longer than to read its reasons.

CREATE TABLE patient_words (
    patient_id INTEGER NOT NULL REFERENCES patients (id),
    word TEXT NOT NULL,
    PRIMARY KEY (patient_id, word)
) STRICT, WITHOUT ROWID;
CREATE INDEX patient_words_word ON patient_words (word, patient_id);

CREATE TABLE verdicts (
    injection_id INTEGER PRIMARY KEY,
    problem_id INTEGER NOT NULL,
    patient_id INTEGER NOT NULL,
    given_on INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN (
        'insufficient_data', 'confounded', 'too_early', 'awaiting_data', 'responded', 'partial',
        'failed_short_lived', 'failed_worsened', 'failed_no_response', 'failed_no_lasting_benefit'
    )),
    failed INTEGER NOT NULL CHECK (failed IN (0, 1)),
    reason TEXT,
    durability TEXT,
    provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
    flags TEXT NOT NULL,
    as_of INTEGER NOT NULL,
    stands_until INTEGER,
    since INTEGER NOT NULL,
    rule_set TEXT NOT NULL
) STRICT;
CREATE INDEX verdicts_problem ON verdicts (problem_id);
CREATE INDEX verdicts_due ON verdicts (stands_until, as_of, rule_set, problem_id);
CREATE INDEX verdicts_kind ON verdicts (kind, given_on);
