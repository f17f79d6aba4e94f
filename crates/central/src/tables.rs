//! Each table with its statements, written once for both databases.

pub(crate) mod batch;
pub(crate) mod centre;
pub(crate) mod closing;
pub(crate) mod code;
pub(crate) mod device;
pub(crate) mod document;
pub(crate) mod feed;
pub(crate) mod file;
pub(crate) mod fork;
pub(crate) mod held;
pub(crate) mod line;
pub(crate) mod office;
pub(crate) mod outcome;
pub(crate) mod pack;
pub(crate) mod projection;
pub(crate) mod record;
pub(crate) mod restore;
pub(crate) mod rules;
pub(crate) mod tally;
pub(crate) mod upload;
pub(crate) mod written;
