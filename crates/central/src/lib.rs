//! The central office.
