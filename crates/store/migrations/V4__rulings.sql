-- What the centre ruled about documents as they are now: 1 returned, 2 final. Folded from the feed
-- like `central_document`, and made again after a rewind.
CREATE TABLE ruling (
    kind INTEGER NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    revision BLOB NOT NULL CHECK (length(revision) = 16),
    ruling INTEGER NOT NULL CHECK (ruling IN (1, 2)),
    reason TEXT NOT NULL,
    by TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ruling_returned ON ruling (at) WHERE ruling = 1;

-- Documents that stand upon an older record than their newest one: the centre refused what was sealed
-- since. It counts until the document has a record with a number above `after`.
CREATE TABLE stands_upon (
    kind INTEGER NOT NULL,
    doc_id BLOB NOT NULL CHECK (length(doc_id) = 16),
    record INTEGER NOT NULL REFERENCES record (number),
    after INTEGER NOT NULL,
    PRIMARY KEY (kind, doc_id)
) STRICT, WITHOUT ROWID;

-- Every record of an import of ten thousand people pays for every index: these two served questions that
-- the document or the kind narrows down as well.
DROP INDEX record_of_revision;
DROP INDEX record_of_kind;
CREATE INDEX record_of_rating ON record (stream, seq) WHERE kind = 7 AND own = 1;

CREATE INDEX outcome_by_revision ON outcome (substr(chain, 1, 16));
