//! Columns of integers: alike stands beside alike, so that a compressor sees it.
//!
//! The writer opens a column where it first needs one; the reader walks the same way and opens
//! the same ones, so that no column needs a name.

use super::Malformed;
use super::bits::{BitReader, BitWriter};
use super::varint::{Cursor, put};

/// One column.
#[derive(Clone, Copy)]
pub(super) struct Column(usize);

/// Columns that are being written.
#[derive(Default)]
pub(super) struct StreamsWriter(Vec<Vec<u8>>);

impl StreamsWriter {
    pub(super) fn open(&mut self) -> Column {
        self.0.push(Vec::new());
        Column(self.0.len() - 1)
    }

    pub(super) fn put(&mut self, column: Column, value: u64) {
        put(&mut self.0[column.0], value);
    }

    /// A value of which only the size is alike: how many bits it has goes to the column, the bits
    /// behind the highest one to the noise.
    pub(super) fn put_wide(&mut self, column: Column, value: u64, noise: &mut BitWriter) {
        let bits = u64::BITS - value.leading_zeros();
        self.put(column, bits.into());
        noise.put(value, bits.saturating_sub(1));
    }

    /// How many columns, how long each is, and then each.
    pub(super) fn finish(self) -> Vec<u8> {
        let mut bytes = Vec::new();
        put(&mut bytes, self.0.len() as u64);
        for column in &self.0 {
            put(&mut bytes, column.len() as u64);
        }
        bytes.extend(self.0.into_iter().flatten());
        bytes
    }
}

/// Columns that are being read.
pub(super) struct StreamsReader<'b> {
    columns: Vec<Cursor<'b>>,
    opened: usize,
}

impl<'b> StreamsReader<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Result<Self, Malformed> {
        let mut cursor = Cursor::new(bytes);
        let count = cursor.length()?;
        // A length takes at least a byte, so the list is never longer than what came.
        let mut lengths = Vec::new();
        for _ in 0..count {
            lengths.push(cursor.length()?);
        }
        let columns = lengths
            .into_iter()
            .map(|length| cursor.take(length).map(Cursor::new))
            .collect::<Result<_, _>>()?;
        if cursor.is_empty() {
            Ok(Self { columns, opened: 0 })
        } else {
            Err(Malformed("bytes behind the columns"))
        }
    }

    pub(super) const fn open(&mut self) -> Result<Column, Malformed> {
        if self.opened == self.columns.len() {
            return Err(Malformed("a column is missing"));
        }
        self.opened += 1;
        Ok(Column(self.opened - 1))
    }

    pub(super) fn get(&mut self, column: Column) -> Result<u64, Malformed> {
        self.columns[column.0].varint()
    }

    /// Reads what [`StreamsWriter::put_wide`] wrote.
    pub(super) fn get_wide(
        &mut self,
        column: Column,
        noise: &mut BitReader<'_>,
    ) -> Result<u64, Malformed> {
        let bits = match self.get(column)? {
            0 => return Ok(0),
            bits @ 1..=64 => bits as u32 - 1,
            _ => return Err(Malformed("an integer has more than 64 bits")),
        };
        let high = noise.get(bits.saturating_sub(32))?;
        let low = noise.get(bits.min(32))?;
        let below = u64::from(high) << bits.min(32) | u64::from(low);
        Ok(1 << bits | below)
    }

    /// # Errors
    /// [`Malformed`] when something was left over.
    pub(super) fn finish(self) -> Result<(), Malformed> {
        if self.opened == self.columns.len() && self.columns.iter().all(Cursor::is_empty) {
            Ok(())
        } else {
            Err(Malformed("values behind the end"))
        }
    }
}
