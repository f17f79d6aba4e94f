//! Bits, the highest first.

use super::Malformed;

/// Bits that are being written.
#[derive(Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    /// How many bits of the last byte are free.
    free: u32,
}

impl BitWriter {
    /// Appends the lowest `count` bits, at most 64.
    pub(super) fn put(&mut self, value: u64, count: u32) {
        let mut left = count;
        while left > 0 {
            if self.free == 0 {
                self.bytes.push(0);
                self.free = 8;
            }
            let taken = left.min(self.free);
            let bits = (value >> (left - taken)) & ((1 << taken) - 1);
            if let Some(last) = self.bytes.last_mut() {
                *last |= (bits << (self.free - taken)) as u8;
            }
            self.free -= taken;
            left -= taken;
        }
    }

    pub(super) fn put_bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.put(u64::from(*byte), 8);
        }
    }

    /// The bytes; what is left of the last one is zero.
    pub(super) fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

/// Bits that are being read.
pub(super) struct BitReader<'b> {
    bytes: &'b [u8],
    /// How many bits were read.
    at: usize,
}

impl<'b> BitReader<'b> {
    pub(super) const fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The next 32 bits at the high end, with zeros behind the last; nothing is consumed.
    pub(super) fn peek(&self) -> u32 {
        let tail = self.bytes.get(self.at / 8..).unwrap_or_default();
        let window = tail.first_chunk().copied().unwrap_or_else(|| {
            let mut window = [0; 8];
            window[..tail.len()].copy_from_slice(tail);
            window
        });
        ((u64::from_be_bytes(window) << (self.at % 8)) >> 32) as u32
    }

    /// Passes over bits that were peeked at.
    pub(super) const fn skip(&mut self, count: u32) -> Result<(), Malformed> {
        let at = self.at + count as usize;
        if at > self.bytes.len() * 8 {
            return Err(Malformed("bits are missing"));
        }
        self.at = at;
        Ok(())
    }

    /// The next bits, at most 32.
    pub(super) fn get(&mut self, count: u32) -> Result<u32, Malformed> {
        let bits = self.peek().checked_shr(32 - count).unwrap_or(0);
        self.skip(count)?;
        Ok(bits)
    }

    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], Malformed> {
        let mut bytes = [0; N];
        for byte in &mut bytes {
            *byte = self.get(8)? as u8;
        }
        Ok(bytes)
    }

    /// Whole bytes. Asks for them before it allocates.
    pub(super) fn bytes(&mut self, length: usize) -> Result<Vec<u8>, Malformed> {
        if length > (self.bytes.len() * 8 - self.at) / 8 {
            return Err(Malformed("bytes are missing"));
        }
        (0..length).map(|_| Ok(self.get(8)? as u8)).collect()
    }

    /// How many bits are left.
    pub(super) const fn left(&self) -> usize {
        self.bytes.len() * 8 - self.at
    }

    /// # Errors
    /// [`Malformed`] unless fewer than eight bits are left, all zero.
    pub(super) fn finish(mut self) -> Result<(), Malformed> {
        let left = self.left();
        if left < 8 && self.get(left as u32)? == 0 {
            Ok(())
        } else {
            Err(Malformed("bits behind the end"))
        }
    }
}
