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

/// Words up to this length are looked up in one step, in bits.
const QUICK: usize = 10;

/// A code that reads.
pub(super) struct Decoder {
    /// For each beginning of [`QUICK`] bits: the symbol and the length of its word; length 0 when
    /// the word is longer, or none.
    quick: Vec<(u32, u8)>,
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
        let mut this = Self {
            quick: Vec::new(),
            steps,
            symbols,
        };
        // A code of a few words is not worth a table.
        if this.symbols.len() > 1 << (QUICK - 4) {
            this.quick = this.table();
        }
        Ok(this)
    }

    /// The table of the short words. They come in the order of their bits, so each takes the next
    /// places: one for every way in which the bits may go on behind it.
    fn table(&self) -> Vec<(u32, u8)> {
        let mut table = Vec::with_capacity(1 << QUICK);
        for (at, step) in self.steps.iter().enumerate() {
            let Some(free) = QUICK.checked_sub(step.length as usize) else {
                break;
            };
            let end = self
                .steps
                .get(at + 1)
                .map_or(self.symbols.len(), |it| it.place);
            for symbol in &self.symbols[step.place..end] {
                table.resize(table.len() + (1 << free), (*symbol, step.length as u8));
            }
        }
        table.resize(1 << QUICK, (0, 0));
        table
    }

    /// The symbol whose word these 32 bits begin with, and its length.
    fn search(&self, ahead: u64) -> Option<(u32, u32)> {
        let step = self.steps.iter().find(|step| ahead < step.behind)?;
        let word = ahead >> (MAX_LENGTH as u32 - step.length);
        let place = step.place + (word - step.first) as usize;
        Some((self.symbols[place], step.length))
    }

    pub(super) fn get(&self, bits: &mut BitReader<'_>) -> Result<usize, Malformed> {
        let ahead = bits.peek();
        let quick = self.quick.get((ahead >> (MAX_LENGTH - QUICK)) as usize);
        if let Some((symbol, length @ 1..)) = quick {
            bits.skip(u32::from(*length))?;
            return Ok(*symbol as usize);
        }
        let (symbol, length) = self
            .search(u64::from(ahead))
            .ok_or(Malformed("no such word in a code"))?;
        bits.skip(length)?;
        Ok(symbol as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case::nothing(&[], &[])]
    #[case::never(&[0, 0], &[0, 0])]
    #[case::alone(&[0, 7, 0], &[0, 1, 0])]
    #[case::two(&[1, 1], &[1, 1])]
    #[case::uneven(&[5, 1, 1, 0, 2], &[1, 3, 3, 0, 2])]
    fn frequent_symbols_have_short_words(#[case] frequencies: &[u64], #[case] expected: &[u8]) {
        assert_eq!(lengths(frequencies).unwrap(), expected);
    }

    #[test]
    fn words_that_would_be_too_long_make_no_code() {
        let mut frequencies = vec![1, 1];
        while frequencies.len() < 40 {
            frequencies.push(frequencies.iter().rev().take(2).sum());
        }
        assert_eq!(lengths(&frequencies), None);
        assert!(lengths(&frequencies[..MAX_LENGTH]).is_some());
    }

    #[rstest]
    #[case::three_of_one_bit(&[1, 1, 1])]
    #[case::one_too_many(&[1, 2, 2, 32])]
    #[case::too_long(&[33])]
    fn more_words_than_there_can_be_are_refused(#[case] lengths: &[u8]) {
        assert!(Decoder::new(lengths).is_err());
    }

    #[test]
    fn no_word_is_no_symbol() {
        let decoder = Decoder::new(&[2, 2]).unwrap();
        assert!(decoder.get(&mut BitReader::new(&[0xff])).is_err());
        let nothing = Decoder::new(&[]).unwrap();
        assert!(nothing.get(&mut BitReader::new(&[0])).is_err());
    }

    proptest! {
        #[test]
        fn symbols_come_back(frequencies in vec(0..1000_u64, 2..400)) {
            let lengths = lengths(&frequencies).unwrap();
            let (encoder, decoder) = (Encoder::new(&lengths), Decoder::new(&lengths).unwrap());
            let used = || (0..frequencies.len()).filter(|it| frequencies[*it] > 0);
            let mut out = BitWriter::default();
            used().for_each(|symbol| encoder.put(symbol, &mut out));
            let bytes = out.finish();
            let mut bits = BitReader::new(&bytes);
            for symbol in used() {
                prop_assert_eq!(decoder.get(&mut bits).unwrap(), symbol);
            }
            prop_assert!(bits.finish().is_ok());
        }
    }
}
