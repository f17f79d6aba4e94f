-- Who this database is, and which stream it writes now.
CREATE TABLE identity (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    database_id BLOB NOT NULL CHECK (length(database_id) = 16),
    device_id BLOB NOT NULL CHECK (length(device_id) = 16),
    incarnation BLOB NOT NULL CHECK (length(incarnation) = 16),
    device_public BLOB NOT NULL CHECK (length(device_public) = 32)
) STRICT;

-- One row per act: what changed, by whom. Append-only; the chain covers seq, op, actor, at, hlc,
-- changes and undo_of, the rest is for display or follows from these. `role` is 0 for an act, 1 for
-- one that undoes, 2 for one that redoes; `undo_of` names the row that this one reverses, `origin`
-- the act that a person did (its own seq for role 0). `length` is that of the changes unpacked.
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    chain BLOB NOT NULL CHECK (length(chain) = 32),
    hlc INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor BLOB NOT NULL CHECK (length(actor) = 16),
    op TEXT NOT NULL,
    sentence TEXT,
    role INTEGER NOT NULL CHECK (role IN (0, 1, 2)),
    undoable INTEGER NOT NULL CHECK (undoable IN (0, 1)),
    undo_of INTEGER UNIQUE REFERENCES journal (seq),
    origin INTEGER NOT NULL,
    length INTEGER NOT NULL,
    packed INTEGER NOT NULL CHECK (packed IN (0, 1)),
    changes BLOB NOT NULL
) STRICT;
CREATE INDEX journal_of_actor ON journal (actor, seq);
CREATE INDEX journal_act_of_actor ON journal (actor, seq) WHERE role = 0;
CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_never_cut BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- Which rows of the journal speak of a document.
CREATE TABLE journal_document (
    id BLOB NOT NULL,
    seq INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    PRIMARY KEY (id, seq)
) STRICT, WITHOUT ROWID;

-- Device and incarnation: only this device writes its streams.
CREATE TABLE stream (
    number INTEGER PRIMARY KEY,
    device_id BLOB NOT NULL CHECK (length(device_id) = 16),
    incarnation BLOB NOT NULL CHECK (length(incarnation) = 16),
    UNIQUE (device_id, incarnation)
) STRICT;

-- Sealed documents. `number` is the local order over all streams; a body and its salt may be erased
-- later (redaction), nothing else of a row ever changes.
CREATE TABLE record (
    number INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL REFERENCES stream (number),
    seq INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    schema INTEGER NOT NULL,
    doc_id BLOB NOT NULL CHECK (length(doc_id) = 16),
    base_rev BLOB CHECK (base_rev IS NULL OR length(base_rev) = 16),
    actor BLOB NOT NULL CHECK (length(actor) = 16),
    hlc INTEGER NOT NULL,
    beacon INTEGER,
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    body_hash BLOB NOT NULL CHECK (length(body_hash) = 32),
    body BLOB,
    chain BLOB NOT NULL CHECK (length(chain) = 32),
    journal INTEGER NOT NULL,
    UNIQUE (stream, seq)
) STRICT;
CREATE INDEX record_of_document ON record (doc_id, number);
CREATE TRIGGER record_is_never_changed
BEFORE UPDATE OF number, stream, seq, kind, schema, doc_id, base_rev, actor, hlc, beacon,
    body_hash, chain, journal ON record
BEGIN SELECT RAISE(ABORT, 'a record is never changed'); END;
CREATE TRIGGER record_is_never_cut BEFORE DELETE ON record
BEGIN SELECT RAISE(ABORT, 'a record is never removed'); END;

-- Projections. Every one has: id, the body as the crate `record` encodes it, the version of that
-- form, the journal row of the last change; then the columns that questions need. Days are written
-- 20261031. References are checked at commit, so that an act may write in any order.
CREATE TABLE unit (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    schema INTEGER NOT NULL,
    body BLOB NOT NULL,
    changed INTEGER NOT NULL,
    name_folded TEXT NOT NULL,
    siasn_unor_id TEXT,
    parent BLOB REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    head BLOB REFERENCES employee (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX unit_by_name ON unit (name_folded);
CREATE INDEX unit_by_siasn ON unit (siasn_unor_id);
CREATE INDEX unit_by_parent ON unit (parent);
CREATE INDEX unit_by_head ON unit (head);

CREATE TABLE employee (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    schema INTEGER NOT NULL,
    body BLOB NOT NULL,
    changed INTEGER NOT NULL,
    nip TEXT NOT NULL UNIQUE,
    name_folded TEXT NOT NULL
) STRICT;
CREATE INDEX employee_by_name ON employee (name_folded);

CREATE TABLE assignment (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    schema INTEGER NOT NULL,
    body BLOB NOT NULL,
    changed INTEGER NOT NULL,
    employee BLOB NOT NULL REFERENCES employee (id) DEFERRABLE INITIALLY DEFERRED,
    unit BLOB NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    appraiser BLOB REFERENCES employee (id) DEFERRABLE INITIALLY DEFERRED,
    appraiser_superior BLOB REFERENCES employee (id) DEFERRABLE INITIALLY DEFERRED,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL
) STRICT;
CREATE INDEX assignment_by_employee ON assignment (employee, first_day);
CREATE INDEX assignment_by_unit ON assignment (unit, first_day, last_day);
CREATE INDEX assignment_by_appraiser ON assignment (appraiser);
CREATE INDEX assignment_by_superior ON assignment (appraiser_superior);

CREATE TABLE exception (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    schema INTEGER NOT NULL,
    body BLOB NOT NULL,
    changed INTEGER NOT NULL,
    employee BLOB NOT NULL REFERENCES employee (id) DEFERRABLE INITIALLY DEFERRED,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL
) STRICT;
CREATE INDEX exception_by_employee ON exception (employee, first_day);
CREATE INDEX exception_by_days ON exception (first_day, last_day);

CREATE TABLE signatory (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    schema INTEGER NOT NULL,
    body BLOB NOT NULL,
    changed INTEGER NOT NULL,
    unit BLOB NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    person BLOB REFERENCES employee (id) DEFERRABLE INITIALLY DEFERRED,
    first_day INTEGER NOT NULL
) STRICT;
CREATE INDEX signatory_by_unit ON signatory (unit, first_day);
CREATE INDEX signatory_by_person ON signatory (person);

CREATE TABLE organisation_result (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    schema INTEGER NOT NULL,
    body BLOB NOT NULL,
    changed INTEGER NOT NULL,
    unit BLOB NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    period TEXT NOT NULL,
    set_by BLOB REFERENCES employee (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (unit, period)
) STRICT;
CREATE INDEX organisation_result_by_person ON organisation_result (set_by);

CREATE TABLE evaluation (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    schema INTEGER NOT NULL,
    body BLOB NOT NULL,
    changed INTEGER NOT NULL,
    employee BLOB NOT NULL REFERENCES employee (id) DEFERRABLE INITIALLY DEFERRED,
    assignment BLOB NOT NULL REFERENCES assignment (id) DEFERRABLE INITIALLY DEFERRED,
    period TEXT NOT NULL,
    UNIQUE (assignment, period)
) STRICT;
CREATE INDEX evaluation_by_period ON evaluation (period);
CREATE INDEX evaluation_by_employee ON evaluation (employee, period);

CREATE TABLE note (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    schema INTEGER NOT NULL,
    body BLOB NOT NULL,
    changed INTEGER NOT NULL,
    employee BLOB NOT NULL REFERENCES employee (id) DEFERRABLE INITIALLY DEFERRED,
    day INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))
) STRICT;
CREATE INDEX note_by_employee ON note (employee, day);
CREATE INDEX note_by_day ON note (day);

CREATE TABLE evidence (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    schema INTEGER NOT NULL,
    body BLOB NOT NULL,
    changed INTEGER NOT NULL,
    employee BLOB NOT NULL REFERENCES employee (id) DEFERRABLE INITIALLY DEFERRED,
    day INTEGER NOT NULL,
    content_hash BLOB NOT NULL CHECK (length(content_hash) = 32),
    withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))
) STRICT;
CREATE INDEX evidence_by_employee ON evidence (employee, day);
CREATE INDEX evidence_by_content ON evidence (content_hash);

CREATE TABLE user (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    schema INTEGER NOT NULL,
    body BLOB NOT NULL,
    changed INTEGER NOT NULL,
    nip TEXT
) STRICT;
CREATE INDEX user_by_nip ON user (nip);

-- What this PC remembers between starts. No documents: neither journalled nor undone.
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
