//! Canonical prefix codes (Huffman 1952): a code follows from the lengths of its words alone.

use super::Malformed;
use super::bits::{BitReader, BitWriter};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The longest word, in bits. Counts below four million need no longer one.
pub(super) const MAX_LENGTH: usize = 32;

/// The lengths of the words of the best code for these frequencies; 0 for what never occurs.
/// Nothing when a word would be too long.
///
/// Equal frequencies are told apart by their place, so that equal input gives equal lengths.
pub(super) fn lengths(frequencies: &[u64]) -> Option<Vec<u8>> {
    let mut lengths = vec![0; frequencies.len()];
    let used = frequencies.iter().filter(|it| **it > 0).count();
    if used == 1 {
        for (length, frequency) in lengths.iter_mut().zip(frequencies) {
            *length = u8::from(*frequency > 0);
        }
        return Some(lengths);
    }
    // Leaves come first in `parents`, then the inner nodes in the order in which they are made.
    let mut parents = vec![0; frequencies.len()];
    let mut heap: BinaryHeap<_> = frequencies
        .iter()
        .enumerate()
        .filter(|(_, frequency)| **frequency > 0)
        .map(|(leaf, frequency)| Reverse((*frequency, leaf)))
        .collect();
    while let (Some(Reverse((less, left))), Some(Reverse((more, right)))) = (heap.pop(), heap.pop())
    {
        let inner = parents.len();
        parents.push(inner);
        parents[left] = inner;
        parents[right] = inner;
        if heap.is_empty() {
            break;
        }
        heap.push(Reverse((less + more, inner)));
    }
    let mut depths = vec![0_u8; parents.len()];
    for node in (0..parents.len()).rev() {
        let is_used = frequencies.get(node).is_none_or(|it| *it > 0);
        if is_used && parents[node] != node {
            depths[node] = depths[parents[node]].checked_add(1)?;
        }
    }
    lengths.copy_from_slice(&depths[..frequencies.len()]);
    let longest = lengths.iter().copied().max().map_or(0, usize::from);
    (longest <= MAX_LENGTH).then_some(lengths)
}

/// A code that writes.
pub(super) struct Encoder {
    words: Vec<(u32, u8)>,
}

impl Encoder {
    /// The code of these lengths; they come from [`lengths`].
    pub(super) fn new(lengths: &[u8]) -> Self {
        let mut words = vec![(0, 0); lengths.len()];
        let mut next = 0_u64;
        for length in 1..=MAX_LENGTH {
            for (word, _) in words
                .iter_mut()
                .zip(lengths)
                .filter(|(_, it)| usize::from(**it) == length)
            {
                *word = (next as u32, length as u8);
                next += 1;
            }
            next <<= 1;
        }
        Self { words }
    }

    pub(super) fn put(&self, symbol: usize, out: &mut BitWriter) {
        let (word, length) = self.words[symbol];
        out.put(u64::from(word), u32::from(length));
    }
}

/// A code that reads.
pub(super) struct Decoder {
    /// For each length: behind the last word of it (at the high end of 33 bits), the first word,
    /// and the place of its symbol.
    steps: Vec<Step>,
    /// The symbols in the order of their words.
    symbols: Vec<u32>,
}

struct Step {
    length: u32,
    behind: u64,
    first: u64,
    place: usize,
}

impl Decoder {
    /// # Errors
    /// [`Malformed`] when there are more words than such lengths allow.
    pub(super) fn new(lengths: &[u8]) -> Result<Self, Malformed> {
        let mut counts = [0_u64; MAX_LENGTH + 1];
        for length in lengths {
            *counts
                .get_mut(usize::from(*length))
                .ok_or(Malformed("a word of a code is too long"))? += 1;
        }
        let mut symbols = Vec::new();
        let mut steps = Vec::new();
        let mut next = 0_u64;
        for (length, count) in counts.into_iter().enumerate().skip(1) {
            next <<= 1;
            if count == 0 {
                continue;
            }
            let step = Step {
                length: length as u32,
                behind: (next + count) << (MAX_LENGTH - length),
                first: next,
                place: symbols.len(),
            };
            if step.behind > 1 << MAX_LENGTH {
                return Err(Malformed("a code has too many words"));
            }
            next += count;
            steps.push(step);
            symbols.extend(
                (0_u32..)
                    .zip(lengths)
                    .filter(|(_, it)| usize::from(**it) == length)
                    .map(|(symbol, _)| symbol),
            );
        }
        Ok(Self { steps, symbols })
    }

    pub(super) fn get(&self, bits: &mut BitReader<'_>) -> Result<usize, Malformed> {
        let ahead = u64::from(bits.peek());
        let step = self
            .steps
            .iter()
            .find(|step| ahead < step.behind)
            .ok_or(Malformed("no such word in a code"))?;
        bits.skip(step.length)?;
        let word = ahead >> (MAX_LENGTH as u32 - step.length);
        Ok(self.symbols[step.place + (word - step.first) as usize] as usize)
    }
}
