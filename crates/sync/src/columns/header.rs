//! The columns of headers, and what a header is told as a difference to.

use super::identity::Field;
use super::streams::Column;

/// How a record's body travels.
pub(super) mod form {
    /// Taken apart.
    pub(in crate::columns) const COLUMNS: u64 = 0;
    /// In one piece: it is not canonical CBOR, or no map.
    pub(in crate::columns) const WHOLE: u64 = 1;
    /// Erased: its hash only.
    pub(in crate::columns) const ERASED: u64 = 2;
}

/// How a beacon is told.
pub(super) mod beacon {
    pub(in crate::columns) const NONE: u64 = 0;
    pub(in crate::columns) const SAME: u64 = 1;
    /// Followed by the difference.
    pub(in crate::columns) const NEW: u64 = 2;
}

/// How a base revision is told.
pub(super) mod base {
    pub(in crate::columns) const NONE: u64 = 0;
    pub(in crate::columns) const SOME: u64 = 1;
}

/// The columns, in their frozen order.
pub(super) struct HeaderColumns {
    /// Which kind and schema; a new pair is told in `kinds`.
    pub(super) pair: Column,
    pub(super) kinds: Column,
    pub(super) form: Column,
    /// Lengths of whole bodies.
    pub(super) lengths: Column,
    pub(super) document: Field,
    pub(super) has_base: Column,
    pub(super) base: Field,
    pub(super) actor: Field,
    pub(super) milliseconds: Column,
    pub(super) counter: Column,
    pub(super) beacon: Column,
    pub(super) beacon_time: Column,
}

impl HeaderColumns {
    pub(super) fn open<E>(mut open: impl FnMut() -> Result<Column, E>) -> Result<Self, E> {
        Ok(Self {
            pair: open()?,
            kinds: open()?,
            form: open()?,
            lengths: open()?,
            document: Field::open(&mut open)?,
            has_base: open()?,
            base: Field::open(&mut open)?,
            actor: Field::open(&mut open)?,
            milliseconds: open()?,
            counter: open()?,
            beacon: open()?,
            beacon_time: open()?,
        })
    }
}

/// What the next header is told as a difference to.
#[derive(Clone, Copy, Default)]
pub(super) struct Before {
    /// Milliseconds of the clock reading.
    pub(super) milliseconds: u64,
    /// Microseconds of the beacon, as unsigned bits.
    pub(super) beacon: u64,
}

/// A clock reading is milliseconds in the upper bits and a counter in the lower ones.
pub(super) const COUNTER_BITS: u32 = 16;
