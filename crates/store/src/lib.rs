//! The SQLite file: one module per table, the journal, the records, evidence files and backups.
