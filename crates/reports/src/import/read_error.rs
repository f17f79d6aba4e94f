//! Why a file could not be read, and the bounds that keep a small PC alive.

/// Why a file holds no list that can be imported.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Beyond a bound.
    #[error("the file is larger than this program reads")]
    TooLarge {
        /// Which bound.
        limit: Limit,
    },
    /// Locked with a password.
    #[error("the file is locked with a password")]
    PasswordProtected,
    /// Something else: a document, a picture, a web page.
    #[error("the file is not a spreadsheet")]
    NotASpreadsheet,
    /// A spreadsheet that is cut short or broken.
    #[error("the file is damaged")]
    Damaged,
    /// No row within the first rows names both NIP and name.
    #[error("no row with the heads NIP and name was found")]
    NoHeader,
}

/// A bound and its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Size of the file in bytes.
    Bytes(u64),
    /// Size of its content in bytes once unpacked: a zip bomb is small on the disk.
    Unpacked(u64),
    /// Row number.
    Rows(u32),
    /// Cells, empty ones between others included.
    Cells(u64),
}

impl Limit {
    /// A list of 100 000 people with 70 columns takes about 35 MB as .xlsx.
    pub const BYTES: Self = Self::Bytes(MAX_BYTES);
    /// The same list takes about 500 MB unpacked.
    pub const UNPACKED: Self = Self::Unpacked(MAX_UNPACKED);
    /// Twice the largest list that was asked for.
    pub const ROWS: Self = Self::Rows(MAX_ROWS);
    /// 24 bytes each in memory.
    pub const CELLS: Self = Self::Cells(MAX_CELLS);
}

/// The largest file that is read, in bytes.
pub const MAX_BYTES: u64 = 100 << 20;
pub(super) const MAX_UNPACKED: u64 = 1 << 30;
/// Everything of a package that a reader holds in memory at once: shared texts, styles.
pub(super) const MAX_UNPACKED_TABLES: u64 = 256 << 20;
pub(super) const MAX_ROWS: u32 = 250_000;
pub(super) const MAX_CELLS: u64 = 20_000_000;
/// Columns to the right of this one belong to no list of people.
pub(super) const MAX_COLUMNS: usize = 512;

impl ReadError {
    pub(super) const fn too_large(limit: Limit) -> Self {
        Self::TooLarge { limit }
    }
}
