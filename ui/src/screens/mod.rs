//! One module per screen.

pub mod backups;
pub mod employees;
pub mod first_run;
pub mod help;
pub mod home;
pub mod locked;
pub mod not_found;
pub mod notes;
pub mod on_demand;
pub mod organisation;
pub mod reports;
pub mod settings;
pub mod sheet;
pub mod sync;
