-- Packages of rules that the centre published, in the order in which they came down. A package that
-- only a newer program reads is kept like the others. Numbers are never given twice, so that whoever
-- has read the packages up to one can tell whether others stand here now.
CREATE TABLE rules_package (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
