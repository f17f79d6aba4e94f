//! Journeys: the program as its users meet it.
//!
//! A journey drives the real window by WebDriver, real processes and real files. Nothing here
//! sleeps and hopes: every wait has a condition and a limit.

pub mod axe;
pub mod binaries;
pub mod bkn;
pub mod centre_screens;
pub mod desk;
pub mod disk;
pub mod lists;
pub mod network;
pub mod october;
pub mod screens;
pub mod steps;
pub mod stored;
pub mod terminal;
pub mod window;
pub mod workbook;
