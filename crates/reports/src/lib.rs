//! Report models as pure tables, Excel out, employee lists in.
//!
//! Nothing here asks a database or a clock. Bytes come in as arguments, and only the functions
//! that take a path write, each through a temporary file that replaces the target at the end.

pub mod bkn;
pub mod copy_sheet;
pub mod excel;
pub mod import;
pub mod recap;
pub mod table;
pub mod template;
