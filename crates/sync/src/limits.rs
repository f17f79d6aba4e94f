//! What may be how large. Every decoder holds these before it allocates.

/// A batch of several records, in bytes as it is sent. On a line of 64 kbit/s: half a minute.
pub const MAX_BATCH_BYTES: usize = 256 * 1024;

/// A batch of a single record, in bytes as it is sent. It is larger than [`MAX_BATCH_BYTES`] so
/// that every record that can be sealed can travel too: a body that no compressor makes smaller
/// would otherwise stand in the way of its stream for ever.
pub const MAX_LONE_BATCH_BYTES: usize = record::MAX_BODY_BYTES + 16 * 1024;

/// The records of a batch, in bytes as [`record::encode_record`] writes them.
pub const MAX_RAW_BYTES: usize = 4 * 1024 * 1024;

/// The records of a batch, counted. An empty body takes next to nothing on the wire, and each
/// record becomes a row.
pub const MAX_RECORDS: usize = 10_000;

/// A pack, in bytes as it is sent.
pub const MAX_PACK_BYTES: usize = 1024 * 1024;

/// A packet on a stick, in bytes: some years of an office without a line.
pub const MAX_PACKET_BYTES: usize = 32 * 1024 * 1024;

/// How deep a body may be nested to be taken apart into columns; a deeper one travels whole.
pub(crate) const MAX_DEPTH: usize = 16;
