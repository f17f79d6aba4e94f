//! Hasil: the regency, an office, a person.

mod bars;
mod office;
pub mod person;
mod regency;
mod ruling;

pub use office::OfficeResultsScreen;
pub use person::PersonResultsScreen;
pub use regency::ResultsScreen;
