-- Records of other streams stand here too, once a screen shows them: `own` is 0. A stream that
-- was cloned has two records with one number, so the chain is part of what is unique.
DROP TRIGGER record_is_never_changed;
DROP TRIGGER record_is_never_cut;
DROP INDEX record_of_document;
ALTER TABLE record RENAME TO record_before;
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
    own INTEGER NOT NULL CHECK (own IN (0, 1)),
    UNIQUE (stream, seq, chain)
) STRICT;
INSERT INTO record SELECT number, stream, seq, kind, schema, doc_id, base_rev, actor, hlc, beacon,
    salt, body_hash, body, chain, journal, 1 FROM record_before ORDER BY number;
DROP TABLE record_before;
CREATE INDEX record_of_document ON record (doc_id, number);
CREATE INDEX record_of_kind ON record (stream, kind, seq);
CREATE INDEX record_of_revision ON record (substr(chain, 1, 16));
CREATE TRIGGER record_is_never_changed
BEFORE UPDATE OF number, stream, seq, kind, schema, doc_id, base_rev, actor, hlc, beacon,
    body_hash, chain, journal, own ON record
BEGIN SELECT RAISE(ABORT, 'a record is never changed'); END;
CREATE TRIGGER record_is_never_cut BEFORE DELETE ON record
BEGIN SELECT RAISE(ABORT, 'a record is never removed'); END;

-- The centre that was joined, and where this PC stands with it. `state` is the crate `sync`'s;
-- `beacon` is the newest time of the centre in it, which every record carries.
CREATE TABLE centre (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    office BLOB NOT NULL CHECK (length(office) = 16),
    office_name TEXT NOT NULL,
    server TEXT NOT NULL,
    certificate BLOB CHECK (certificate IS NULL OR length(certificate) = 16),
    key BLOB NOT NULL CHECK (length(key) = 32),
    seal_to TEXT NOT NULL,
    joined_at INTEGER NOT NULL,
    state BLOB NOT NULL,
    beacon INTEGER
) STRICT;

-- Batches, built once and sent as they are for ever.
CREATE TABLE batch (
    stream INTEGER NOT NULL REFERENCES stream (number),
    first_seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    upload BLOB NOT NULL UNIQUE CHECK (length(upload) = 16),
    bytes BLOB NOT NULL,
    PRIMARY KEY (stream, first_seq)
) STRICT;
CREATE TRIGGER batch_is_never_changed BEFORE UPDATE ON batch
BEGIN SELECT RAISE(ABORT, 'a batch is never changed'); END;

-- Receipts, kept for ever: the office's proof. `first_seq` is the first record that it speaks of.
CREATE TABLE receipt (
    number INTEGER PRIMARY KEY,
    stream BLOB NOT NULL CHECK (length(stream) = 32),
    first_seq INTEGER NOT NULL,
    through_seq INTEGER NOT NULL,
    server_time INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

-- What the centre says became of a record, by the number and detail that receipts sign.
CREATE TABLE outcome (
    stream BLOB NOT NULL CHECK (length(stream) = 32),
    seq INTEGER NOT NULL,
    chain BLOB NOT NULL CHECK (length(chain) = 32),
    code INTEGER NOT NULL,
    detail BLOB NOT NULL CHECK (length(detail) = 16),
    PRIMARY KEY (stream, seq, chain)
) STRICT, WITHOUT ROWID;
CREATE INDEX outcome_by_code ON outcome (code);

-- What came down, in the centre's order. `feed` is the office, or empty for the common one; `item`
-- is the crate `sync`'s, without the record, which stands in `received` or is this PC's own.
CREATE TABLE feed_entry (
    feed BLOB NOT NULL,
    seq INTEGER NOT NULL,
    chain BLOB NOT NULL CHECK (length(chain) = 32),
    item BLOB NOT NULL,
    PRIMARY KEY (feed, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE received (
    stream BLOB NOT NULL CHECK (length(stream) = 32),
    seq INTEGER NOT NULL,
    chain BLOB NOT NULL CHECK (length(chain) = 32),
    revision BLOB NOT NULL CHECK (length(revision) = 16),
    record BLOB NOT NULL,
    PRIMARY KEY (stream, seq, chain)
) STRICT, WITHOUT ROWID;
CREATE INDEX received_by_revision ON received (revision);

-- Documents as the centre's order makes them: folded from the feed, and folded again after a
-- rewind.
CREATE TABLE central_document (
    kind INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    folded BLOB NOT NULL,
    branches INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX central_document_with_branches ON central_document (kind, id) WHERE branches > 0;

-- Records that wait for their base, in the order in which they came.
CREATE TABLE waiting (
    number INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    stream BLOB NOT NULL CHECK (length(stream) = 32),
    seq INTEGER NOT NULL,
    chain BLOB NOT NULL CHECK (length(chain) = 32),
    received_at INTEGER NOT NULL,
    let_through INTEGER NOT NULL CHECK (let_through IN (0, 1)),
    record BLOB NOT NULL
) STRICT;
CREATE INDEX waiting_of_document ON waiting (kind, id, number);

-- When the centre closed which period.
CREATE TABLE closing (
    period TEXT PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What came down and cannot be shown here yet, and why: 1 something that it names is missing,
-- 2 the same person is here under another id, 3 the same thing was made here too.
CREATE TABLE unshown (
    kind INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    why INTEGER NOT NULL CHECK (why IN (1, 2, 3)),
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- Packets that were written for a stick.
CREATE TABLE packet (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    folder TEXT NOT NULL,
    size INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    stream BLOB NOT NULL CHECK (length(stream) = 32),
    through_seq INTEGER NOT NULL
) STRICT;

-- Evidence files that the centre holds, by content.
CREATE TABLE sent_file (
    content_hash BLOB PRIMARY KEY CHECK (length(content_hash) = 32),
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
