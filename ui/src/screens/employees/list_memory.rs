//! Where somebody was in the list before opening a person: coming back, the list is as it was.

use api::employees::EmployeeFilter;
use domain::EmployeeId;
use std::sync::{Mutex, PoisonError};

static LEFT: Mutex<Option<Left>> = Mutex::new(None);

/// The list as it was left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Who was opened.
    pub employee: EmployeeId,
    /// The words in the search field.
    pub query: String,
    /// The filter.
    pub filter: EmployeeFilter,
    /// Pixels scrolled.
    pub scrolled: i32,
}

/// Keeps the list's state while a person is open.
pub fn leave(left: Left) {
    *LEFT.lock().unwrap_or_else(PoisonError::into_inner) = Some(left);
}

/// The state to return to, once.
pub fn come_back() -> Option<Left> {
    LEFT.lock().unwrap_or_else(PoisonError::into_inner).take()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_comes_back_once() {
        let left = Left {
            employee: EmployeeId::from_bytes([1; 16]),
            query: "guru".into(),
            filter: EmployeeFilter::Exempt,
            scrolled: 440,
        };
        leave(left.clone());
        assert_eq!(come_back(), Some(left));
        assert_eq!(come_back(), None);
    }
}
