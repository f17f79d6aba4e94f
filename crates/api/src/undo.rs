//! Urungkan: one's own acts, a hundred steps, across screens and restarts. What the same person does
//! in another program meanwhile – the terminal – is not taken back here.

use domain::Timestamp;
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
    /// When it was done, if that was before the program was opened: it may have been done elsewhere,
    /// and the person may not remember it.
    pub from_before: Option<Timestamp>,
}
