//! What the tests of the centre share.

pub mod bed;
pub mod cluster;
pub mod documents;
pub mod pc;
pub mod rules;
