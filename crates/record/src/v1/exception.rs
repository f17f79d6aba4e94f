//! `exception`, version 1.

use super::code::Code;
use super::packed::{Day, Id};
use domain::{EmployeeId, ExceptionId, ExceptionKind};
use minicbor::{Decode, Encode};

#[derive(Encode, Decode)]
#[cbor(map)]
pub(crate) struct Exception {
    #[n(0)]
    id: Id,
    #[n(1)]
    employee: Id,
    #[n(2)]
    kind: Code<ExceptionKind>,
    #[n(3)]
    from: Day,
    #[n(4)]
    to: Option<Day>,
    #[cbor(n(5), skip_if = "String::is_empty")]
    letter: String,
}

impl From<&domain::Exception> for Exception {
    fn from(exception: &domain::Exception) -> Self {
        Self {
            id: Id(exception.id.0),
            employee: Id(exception.employee.0),
            kind: Code(exception.kind),
            from: Day(exception.from),
            to: exception.to.map(Day),
            letter: exception.letter.clone(),
        }
    }
}

impl From<Exception> for domain::Exception {
    fn from(exception: Exception) -> Self {
        Self {
            id: ExceptionId(exception.id.0),
            employee: EmployeeId(exception.employee.0),
            kind: exception.kind.0,
            from: exception.from.0,
            to: exception.to.map(|day| day.0),
            letter: exception.letter,
        }
    }
}
