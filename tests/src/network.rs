//! Offices and their centre over a bad line: real processes, a line of the tests' own between them.

mod carry;
pub mod centre;
mod counts;
pub mod hand;
pub mod http;
pub mod people;
mod portal;
pub mod postgres;
pub mod proxy;
pub mod random;
mod records;
pub mod regency;
pub mod sending;

pub use counts::Carried;
pub use portal::Portal;
pub use proxy::{Drops, Manner, Mood, Proxy};
