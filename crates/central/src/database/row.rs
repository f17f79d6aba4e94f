//! A row of an answer.

use super::{SqlError, Value};

/// A row; its columns are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row(pub(super) Vec<Value>);

impl Row {
    fn value(&self, column: usize) -> Result<&Value, SqlError> {
        self.0.get(column).ok_or(SqlError::Form { column })
    }

    /// A number.
    ///
    /// # Errors
    /// [`SqlError::Form`] when the column holds none.
    pub fn int(&self, column: usize) -> Result<i64, SqlError> {
        match self.value(column)? {
            Value::Int(number) => Ok(*number),
            _ => Err(SqlError::Form { column }),
        }
    }

    /// A number that is not negative.
    ///
    /// # Errors
    /// [`SqlError::Form`] when the column holds none.
    pub fn count(&self, column: usize) -> Result<u64, SqlError> {
        u64::try_from(self.int(column)?).map_err(|_| SqlError::Form { column })
    }

    /// A small number that is not negative.
    ///
    /// # Errors
    /// [`SqlError::Form`] when the column holds none.
    pub fn small<T: TryFrom<i64>>(&self, column: usize) -> Result<T, SqlError> {
        T::try_from(self.int(column)?).map_err(|_| SqlError::Form { column })
    }

    /// A text.
    ///
    /// # Errors
    /// [`SqlError::Form`] when the column holds none.
    pub fn text(&self, column: usize) -> Result<&str, SqlError> {
        match self.value(column)? {
            Value::Text(text) => Ok(text),
            _ => Err(SqlError::Form { column }),
        }
    }

    /// Bytes.
    ///
    /// # Errors
    /// [`SqlError::Form`] when the column holds none.
    pub fn bytes(&self, column: usize) -> Result<&[u8], SqlError> {
        match self.value(column)? {
            Value::Bytes(bytes) => Ok(bytes),
            _ => Err(SqlError::Form { column }),
        }
    }

    /// So many bytes.
    ///
    /// # Errors
    /// [`SqlError::Form`] when the column holds another number of bytes.
    pub fn array<const N: usize>(&self, column: usize) -> Result<[u8; N], SqlError> {
        let bytes = self.bytes(column)?;
        bytes.try_into().map_err(|_| SqlError::Form { column })
    }

    /// Whether the column holds nothing.
    ///
    /// # Errors
    /// [`SqlError::Form`] when there is no such column.
    pub fn is_null(&self, column: usize) -> Result<bool, SqlError> {
        Ok(*self.value(column)? == Value::Null)
    }

    /// What `read` finds in the column; `None` when it holds nothing.
    ///
    /// # Errors
    /// As `read`.
    pub fn optional<'r, T>(
        &'r self,
        column: usize,
        read: impl FnOnce(&'r Self, usize) -> Result<T, SqlError>,
    ) -> Result<Option<T>, SqlError> {
        if self.is_null(column)? {
            return Ok(None);
        }
        read(self, column).map(Some)
    }
}
