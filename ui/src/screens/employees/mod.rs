//! Pegawai: the list, one person, the import.

mod add_person;
mod appraiser_drawer;
mod changes;
mod detail;
mod exception_form;
mod exceptions;
mod form;
mod history;
mod identity;
mod import;
mod list;
mod list_memory;
mod list_row;
mod list_table;
mod person_draft;
mod person_fields;
pub(crate) mod post_draft;
pub(crate) mod post_fields;
mod post_form;
mod posts;
mod selection;
mod toolbar;
pub(crate) mod words;

pub use detail::EmployeeScreen;
pub use form::FormTrouble;
pub use import::ImportScreen;
pub use list::{ADD, EmployeesScreen};
pub use posts::PostAct;
