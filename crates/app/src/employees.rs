//! Pegawai: people, posts, exceptions, appraisers. Nobody is ever deleted.

mod appraisers;
mod carry;
mod changes;
mod detail;
mod everybody;
mod exception;
mod list;
mod post;
mod post_change;
mod save;
mod search;

pub(crate) use appraisers::{list_appraisers, set_appraiser};
pub(crate) use carry::{carry_drafts, carry_evaluations};
pub(crate) use detail::get_employee;
pub use everybody::everybody;
pub(crate) use exception::save_exception;
pub(crate) use list::list_employees;
pub(crate) use post_change::save_assignment;
pub(crate) use save::save_employee;
pub(crate) use search::{Words, search};
