-- The centre itself: one row. Its secret makes the key that it signs with and opens seals with.
CREATE TABLE centre (
    id bigint PRIMARY KEY,
    secret bytea NOT NULL,
    epoch bigint NOT NULL,
    created_at bigint NOT NULL,
    -- Where offices find it, as the newest `serve` said; empty before the first.
    address text NOT NULL,
    -- 1 when enrolment codes name the centre's own certificate.
    pinned bigint NOT NULL,
    -- That certificate for TLS and its key, when the centre made them.
    certificate bytea,
    certificate_key bytea
);

-- For every restore: where each feed ended then. Zeros stand for the common feed.
CREATE TABLE restore_point (
    office_id bytea NOT NULL,
    epoch bigint NOT NULL,
    seq bigint NOT NULL,
    chain bytea NOT NULL,
    PRIMARY KEY (office_id, epoch)
);

CREATE TABLE office (
    office_id bytea NOT NULL,
    name text NOT NULL,
    created_at bigint NOT NULL,
    PRIMARY KEY (office_id)
);

-- Where the office's feed ends. Whoever takes something in locks this row first.
CREATE TABLE office_head (
    office_id bytea NOT NULL,
    feed_seq bigint NOT NULL,
    feed_chain bytea NOT NULL,
    -- Bytes of evidence that the office keeps here.
    file_bytes bigint NOT NULL,
    PRIMARY KEY (office_id)
);

CREATE TABLE device (
    office_id bytea NOT NULL,
    device_id bytea NOT NULL,
    database_id bytea NOT NULL,
    public_key bytea NOT NULL,
    seal_to text NOT NULL,
    name text NOT NULL,
    enrolled_at bigint NOT NULL,
    seen_at bigint,
    revoked_at bigint,
    -- Streams and the last number of each that is trusted, 40 bytes for each.
    valid_through bytea,
    PRIMARY KEY (office_id, device_id)
);

-- Which office a device belongs to: all that is known when one says hello.
CREATE TABLE device_office (
    device_id bytea PRIMARY KEY,
    office_id bytea NOT NULL
);

CREATE TABLE enrolment_code (
    office_id bytea NOT NULL,
    code bytea NOT NULL,
    proof_key bytea NOT NULL,
    made_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_by bytea,
    used_at bigint,
    PRIMARY KEY (office_id, code)
);
CREATE INDEX enrolment_code_by_code ON enrolment_code (code);

-- The lines of a stream: one, unless a disk was cloned.
CREATE TABLE stream_head (
    office_id bytea NOT NULL,
    stream bytea NOT NULL,
    line bigint NOT NULL,
    parent bigint NOT NULL,
    first_seq bigint NOT NULL,
    head_seq bigint NOT NULL,
    head_chain bytea NOT NULL,
    PRIMARY KEY (office_id, stream, line)
);

-- The signed bytes as they came.
CREATE TABLE batch (
    office_id bytea NOT NULL,
    upload_id bytea NOT NULL,
    stream bytea NOT NULL,
    first_seq bigint NOT NULL,
    through_seq bigint NOT NULL,
    received_at bigint NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (office_id, upload_id)
);
CREATE INDEX batch_by_stream ON batch (office_id, stream, first_seq);

-- Every record, those of forks too: two records at one number differ in their chain.
CREATE TABLE record (
    office_id bytea NOT NULL,
    stream bytea NOT NULL,
    seq bigint NOT NULL,
    chain bytea NOT NULL,
    line bigint NOT NULL,
    kind bigint NOT NULL,
    doc_id bytea NOT NULL,
    received_at bigint NOT NULL,
    passage bigint NOT NULL,
    outcome bigint NOT NULL,
    outcome_detail bytea NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (office_id, stream, seq, chain)
);

-- Two records stood at one place: people are told.
CREATE TABLE fork (
    office_id bytea NOT NULL,
    stream bytea NOT NULL,
    line bigint NOT NULL,
    seq bigint NOT NULL,
    chain bytea NOT NULL,
    seen_at bigint NOT NULL,
    PRIMARY KEY (office_id, stream, line)
);

-- Documents as they are now, branches inside.
CREATE TABLE doc (
    office_id bytea NOT NULL,
    kind bigint NOT NULL,
    doc_id bytea NOT NULL,
    branches bigint NOT NULL,
    changed_at bigint NOT NULL,
    folded bytea NOT NULL,
    PRIMARY KEY (office_id, kind, doc_id)
);
CREATE INDEX doc_branched ON doc (office_id, changed_at) WHERE branches > 0;

-- Records that are not folded: they wait for a base, a person or a newer program.
CREATE TABLE held (
    office_id bytea NOT NULL,
    stream bytea NOT NULL,
    seq bigint NOT NULL,
    chain bytea NOT NULL,
    outcome bigint NOT NULL,
    kind bigint NOT NULL,
    doc_id bytea NOT NULL,
    since bigint NOT NULL,
    -- The order in which they came.
    arrival bigint NOT NULL,
    PRIMARY KEY (office_id, stream, seq, chain)
);
CREATE INDEX held_by_document ON held (office_id, kind, doc_id, arrival);

-- What goes down. The record of an entry stands in `record`, not here.
CREATE TABLE feed (
    office_id bytea NOT NULL,
    seq bigint NOT NULL,
    chain bytea NOT NULL,
    item bytea NOT NULL,
    stream bytea,
    record_seq bigint,
    record_chain bytea,
    PRIMARY KEY (office_id, seq)
);

-- Bytes that are on their way: of a batch (16 bytes of id) or of a file (32).
CREATE TABLE upload (
    office_id bytea NOT NULL,
    upload_id bytea NOT NULL,
    device_id bytea NOT NULL,
    length bigint NOT NULL,
    arrived bigint NOT NULL,
    attempt bigint NOT NULL,
    begun_at bigint NOT NULL,
    PRIMARY KEY (office_id, upload_id)
);
CREATE INDEX upload_by_device ON upload (office_id, device_id, begun_at);

CREATE TABLE upload_chunk (
    office_id bytea NOT NULL,
    upload_id bytea NOT NULL,
    start bigint NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (office_id, upload_id, start)
);

-- Evidence that is whole; the bytes lie in the store of files.
CREATE TABLE file (
    office_id bytea NOT NULL,
    hash bytea NOT NULL,
    length bigint NOT NULL,
    device_id bytea NOT NULL,
    received_at bigint NOT NULL,
    PRIMARY KEY (office_id, hash)
);

-- Packs that were offered to devices of the office; the bytes lie in the store of files.
CREATE TABLE pack (
    office_id bytea NOT NULL,
    pack_id bytea NOT NULL,
    length bigint NOT NULL,
    made_at bigint NOT NULL,
    PRIMARY KEY (office_id, pack_id)
);

CREATE TABLE closing (
    office_id bytea NOT NULL,
    period text NOT NULL,
    closed_at bigint NOT NULL,
    PRIMARY KEY (office_id, period)
);

-- From here on: what pages and lists ask for, folded from `doc` in the same transaction.
CREATE TABLE unit (
    office_id bytea NOT NULL,
    unit_id bytea NOT NULL,
    parent_id bytea,
    name text NOT NULL,
    siasn_id text,
    PRIMARY KEY (office_id, unit_id)
);

CREATE TABLE employee (
    office_id bytea NOT NULL,
    employee_id bytea NOT NULL,
    nip text NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (office_id, employee_id)
);
-- A NIP that two offices claim is for a person to look at, so it is no key.
CREATE INDEX employee_by_nip ON employee (nip);

CREATE TABLE assignment (
    office_id bytea NOT NULL,
    assignment_id bytea NOT NULL,
    employee_id bytea NOT NULL,
    unit_id bytea NOT NULL,
    -- Days since 1970; no last day while it goes on.
    first_day bigint NOT NULL,
    last_day bigint,
    PRIMARY KEY (office_id, assignment_id)
);
CREATE INDEX assignment_by_unit ON assignment (office_id, unit_id);
CREATE INDEX assignment_by_employee ON assignment (office_id, employee_id);

CREATE TABLE evaluation (
    office_id bytea NOT NULL,
    evaluation_id bytea NOT NULL,
    employee_id bytea NOT NULL,
    assignment_id bytea NOT NULL,
    -- The assignment's; nothing while that has not come.
    unit_id bytea,
    period text NOT NULL,
    hasil_kerja bigint,
    perilaku bigint,
    predikat bigint,
    branches bigint NOT NULL,
    -- When the PC says that it sealed the rating, and when it came.
    sealed_at bigint NOT NULL,
    changed_at bigint NOT NULL,
    PRIMARY KEY (office_id, evaluation_id)
);
CREATE INDEX evaluation_by_unit ON evaluation (office_id, unit_id, period);
CREATE INDEX evaluation_by_period ON evaluation (office_id, period);
CREATE INDEX evaluation_by_assignment ON evaluation (office_id, assignment_id);

-- How complete a unit's period is, kept up to date so that a whole regency is read at once.
CREATE TABLE tally (
    office_id bytea NOT NULL,
    unit_id bytea NOT NULL,
    period text NOT NULL,
    -- Assignments that touch the period.
    expected bigint NOT NULL,
    -- Evaluations with both ratings, and those with one or none.
    rated bigint NOT NULL,
    partial bigint NOT NULL,
    branched bigint NOT NULL,
    changed_at bigint NOT NULL,
    PRIMARY KEY (office_id, unit_id, period)
);

-- Records of the office that came in a week; weeks are counted from Monday, 5 January 1970.
CREATE TABLE office_week (
    office_id bytea NOT NULL,
    week bigint NOT NULL,
    records bigint NOT NULL,
    late bigint NOT NULL,
    PRIMARY KEY (office_id, week)
);
