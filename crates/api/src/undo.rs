//! Urungkan: one's own acts, a hundred steps, across screens and restarts.

use serde::{Deserialize, Serialize};

/// See [`crate::OfficeRequest::Undo`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undo {}

/// See [`crate::OfficeRequest::Redo`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redo {}

/// What was taken back or done again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undone {
    /// Code of the act.
    pub act: String,
    /// How many documents changed.
    pub documents: u32,
}
