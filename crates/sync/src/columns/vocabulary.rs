//! The symbols of a batch's texts with their code, and how both are told.
//!
//! The code is canonical, so the symbols in the order of its words and how many words there are
//! of each length tell it. Symbols of one length stand in alphabetical order, each by how many
//! bytes it shares with the one before and the bytes behind. The first of those is told by how far
//! it is behind the one that it replaces, the others as they are, by codes chosen by the byte
//! before: Indonesian goes from consonant to vowel and back.

mod read;

pub(super) use read::VocabularyReader;

use super::bits::BitWriter;
use super::huffman::{self, Encoder};
use super::varint::put;
use std::collections::BTreeMap;

/// Symbols with how often each occurs.
pub(super) type Counts<'t> = BTreeMap<&'t [u8], u64>;

/// A vocabulary that writes.
pub(super) struct VocabularyWriter<'t> {
    /// The symbols in the order of their words.
    symbols: Vec<&'t [u8]>,
    lengths: Vec<u8>,
}

impl<'t> VocabularyWriter<'t> {
    /// The best vocabulary for these symbols; nothing when its words would be too long.
    pub(super) fn new(counts: &Counts<'t>) -> Option<Self> {
        let frequencies: Vec<u64> = counts.values().copied().collect();
        let lengths = huffman::lengths(&frequencies)?;
        let mut ordered: Vec<_> = lengths.into_iter().zip(counts.keys().copied()).collect();
        // Stable: symbols of one length stay in the order of their bytes.
        ordered.sort_by_key(|(length, _)| *length);
        let (lengths, symbols) = ordered.into_iter().unzip();
        Some(Self { symbols, lengths })
    }

    /// The number of each symbol.
    pub(super) fn numbers(&self) -> BTreeMap<&'t [u8], usize> {
        self.symbols.iter().copied().zip(0..).collect()
    }

    /// The code of the numbers.
    pub(super) fn encoder(&self) -> Encoder {
        Encoder::new(&self.lengths)
    }

    /// Tells how many words there are of each length.
    pub(super) fn put_lengths(&self, out: &mut Vec<u8>) {
        let longest = self.lengths.last().copied().unwrap_or(0);
        put(out, u64::from(longest));
        for length in 1..=longest {
            let count = self.lengths.iter().filter(|it| **it == length).count();
            put(out, count as u64);
        }
    }

    /// Tells the symbols.
    pub(super) fn put_symbols(&self, out: &mut BitWriter) {
        let mut frequencies = [const { [0_u64; ALPHABET] }; TABLES];
        self.spell(|table, letter| frequencies[table][letter] += 1);
        let tables = frequencies.map(|it| huffman::lengths(&it).unwrap_or_default());
        for lengths in &tables {
            put_table(lengths, out);
        }
        let codes = tables.map(|lengths| Encoder::new(&lengths));
        self.spell(|table, letter| codes[table].put(letter, out));
    }

    fn spell(&self, mut letter: impl FnMut(usize, usize)) {
        let mut before: (&[u8], u8) = (&[], 0);
        for (symbol, length) in self.symbols.iter().zip(&self.lengths) {
            let neighbour = match before {
                (neighbour, length_before) if length_before == *length => neighbour,
                _ => &[],
            };
            let shared = shared(neighbour, symbol);
            letter(SHARED, shared);
            for at in shared..symbol.len() {
                let byte = symbol[at];
                match neighbour.get(at).filter(|_| at == shared) {
                    Some(replaced) => {
                        let gap = byte.wrapping_sub(*replaced);
                        letter(table_instead(*replaced), usize::from(gap));
                    }
                    None => letter(table_behind(&symbol[..at]), usize::from(byte)),
                }
            }
            letter(table_behind(symbol), STOP);
            before = (symbol, *length);
        }
    }
}

/// The letter that ends a symbol.
const STOP: usize = 256;
const ALPHABET: usize = 257;
/// The table of how much is shared.
const SHARED: usize = 0;
const TABLES: usize = 7;
/// The most that is told as shared.
const MAX_SHARED: usize = 15;

/// The table of a byte behind others.
const fn table_behind(bytes: &[u8]) -> usize {
    match bytes.last() {
        None => 1,
        Some(byte) if is_vowel(*byte) => 2,
        Some(b'b'..=b'z') => 3,
        Some(_) => 4,
    }
}

/// The table of how far a byte is behind the one that it replaces.
const fn table_instead(replaced: u8) -> usize {
    if is_vowel(replaced) { 5 } else { 6 }
}

const fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn shared(before: &[u8], symbol: &[u8]) -> usize {
    let pairs = before.iter().zip(symbol).take(MAX_SHARED);
    pairs.take_while(|(one, other)| one == other).count()
}

/// How many letters the table has, and for each the gap to it and the length of its word.
fn put_table(lengths: &[u8], out: &mut BitWriter) {
    let used = lengths.iter().filter(|it| **it > 0).count();
    out.put(used as u64, 9);
    let mut gap = 1;
    for length in lengths {
        if *length > 0 {
            let digits = u64::BITS - u64::leading_zeros(gap);
            out.put(gap, digits * 2 - 1);
            out.put(u64::from(*length - 1), 5);
            gap = 0;
        }
        gap += 1;
    }
}
