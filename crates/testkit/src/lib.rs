//! Builders, a fake clock and temporary databases for tests.
