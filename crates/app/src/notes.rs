//! Catatan & Bukti: the continuous record that a rating rests on.

mod evidence;
mod line;
mod note;
mod opened;
mod rating;
mod timeline;

pub(crate) use evidence::{attach_evidence, withdraw_evidence};
pub(crate) use line::Lines;
pub(crate) use note::{save_note, withdraw_note};
pub(crate) use opened::{OpenedCopies, open_evidence};
pub(crate) use timeline::list_notes;
