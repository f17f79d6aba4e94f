//! Exceptions: leave, study, and leaving for good.
//!
//! Leaving for good does not end the posts: [`domain::Exception`] alone decides which rows a
//! period has, so that taking the exception back brings the person back whole.

use super::detail::detail;
use crate::{Desk, Operation, Trouble, form};
use api::employees::{EmployeeDetail, SaveException};
use api::error::ErrorCode;
use domain::{Document, Exception, ExceptionId};

/// Adds, corrects or ends an exception.
pub(crate) fn save_exception(
    desk: &Desk<'_>,
    request: &SaveException,
) -> Result<EmployeeDetail, Trouble> {
    form::span(request.from, request.to)?;
    let letter = form::optional(&request.letter, "letter")?;
    desk.transact(Operation::SaveException, |act| {
        act.employee(request.employee)?.ok_or(ErrorCode::NotFound)?;
        let id = match request.exception {
            Some(id) => {
                let before = act.exception(id)?.ok_or(ErrorCode::NotFound)?;
                if before.employee != request.employee {
                    return Err(ErrorCode::NotFound.into());
                }
                id
            }
            None => ExceptionId(desk.new_id()?),
        };
        Ok(act.put(Document::Exception(Exception {
            id,
            employee: request.employee,
            kind: request.kind,
            from: request.from,
            to: request.to,
            letter,
        }))?)
    })?;
    detail(desk, request.employee)
}
