//! Import of an employee list: read, judged row by row, let in as one act.
//!
//! A row speaks of the person with its NIP, else of the one with its PNS ID (a PPPK's new number),
//! else of somebody new. A column that the file does not have, and a cell that is empty, say
//! nothing. Nobody is deleted: who is missing from the file is only listed.

mod answer;
mod apply;
mod capaian;
mod change;
mod difference;
mod files;
mod head;
mod identity;
mod known;
mod missing;
mod person;
mod plan;
mod post;
mod preview;
mod rater;
mod units;

pub(crate) use apply::apply_import;
pub(crate) use files::{save_problem_rows, save_template};
pub use preview::ReadList;
pub(crate) use preview::preview_import;

pub use ::reports::import::{MAX_BYTES as LARGEST_FILE, delimited};
