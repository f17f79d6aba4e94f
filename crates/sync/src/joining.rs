//! How an office joins: the code that a person carries, and the files for a stick.

mod code;
mod letter;

pub use code::{CodeError, EnrolmentCode};
pub use letter::{
    LetterError, is_joining_file, read_answer, read_request, write_answer, write_request,
};
