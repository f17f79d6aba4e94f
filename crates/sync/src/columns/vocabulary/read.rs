//! Reading a vocabulary.

use super::{ALPHABET, SHARED, STOP, TABLES, table_behind, table_instead};
use crate::columns::Malformed;
use crate::columns::bits::BitReader;
use crate::columns::huffman::{Decoder, MAX_LENGTH};
use crate::columns::varint::Cursor;
use crate::columns::words::{self, Form, Told};
use crate::limits::MAX_RAW_BYTES;
use std::ops::Range;

/// A vocabulary that reads.
pub(in crate::columns) struct VocabularyReader {
    text: String,
    /// For each symbol, where it stands in `text`; nothing when it is no text.
    told: Vec<Option<(Range<usize>, Form)>>,
    code: Decoder,
}

/// The symbols of a vocabulary, one behind the other.
#[derive(Default)]
struct Spelt {
    bytes: Vec<u8>,
    /// Behind each symbol, where it ends in `bytes`.
    ends: Vec<usize>,
}

impl VocabularyReader {
    /// Reads what the writer told by [`VocabularyWriter::put_lengths`].
    pub(in crate::columns) fn lengths(cursor: &mut Cursor<'_>) -> Result<Vec<usize>, Malformed> {
        let longest = cursor.length()?;
        if longest > MAX_LENGTH {
            return Err(Malformed("a word of a code is too long"));
        }
        (0..longest).map(|_| cursor.length()).collect()
    }

    /// Reads the symbols; `counts` is how many there are of each length.
    pub(in crate::columns) fn new(
        counts: &[usize],
        bits: &mut BitReader<'_>,
    ) -> Result<Self, Malformed> {
        let mut tables = Vec::with_capacity(TABLES);
        for _ in 0..TABLES {
            tables.push(get_table(bits)?);
        }
        let mut spelt = Spelt::default();
        let mut lengths = Vec::new();
        for (count, length) in counts.iter().zip(1_u8..) {
            for place in 0..*count {
                spelt.symbol(place > 0, (&tables, bits))?;
                lengths.push(length);
            }
        }
        let mut this = Self {
            text: String::with_capacity(spelt.bytes.len()),
            told: Vec::with_capacity(lengths.len()),
            code: Decoder::new(&lengths)?,
        };
        for number in 0..lengths.len() {
            this.learn(words::told(&spelt.bytes[spelt.place(number)]));
        }
        Ok(this)
    }

    fn learn(&mut self, told: Option<Told<'_>>) {
        let told = told.map(|Told { run, form }| {
            let start = self.text.len();
            self.text.push_str(run);
            (start..self.text.len(), form)
        });
        self.told.push(told);
    }

    /// The next symbol of a text.
    pub(in crate::columns) fn get(&self, bits: &mut BitReader<'_>) -> Result<Told<'_>, Malformed> {
        match self.told.get(self.code.get(bits)?) {
            Some(Some((place, form))) => Ok(Told {
                run: &self.text[place.clone()],
                form: *form,
            }),
            _ => Err(Malformed("a word is no text")),
        }
    }
}

impl Spelt {
    fn symbol(
        &mut self,
        shares: bool,
        (tables, bits): (&[Decoder], &mut BitReader<'_>),
    ) -> Result<(), Malformed> {
        let start = self.bytes.len();
        let neighbour = match self.ends.len().checked_sub(1) {
            Some(last) if shares => self.place(last),
            _ => 0..0,
        };
        let shared = tables[SHARED].get(bits)?;
        if shared > neighbour.len() {
            return Err(Malformed("a word shares more than there is"));
        }
        let replaced = neighbour.start + shared;
        self.bytes.extend_from_within(neighbour.start..replaced);
        if replaced < neighbour.end {
            let replaced = self.bytes[replaced];
            let gap = tables[table_instead(replaced)].get(bits)?;
            if gap == STOP {
                return Err(Malformed("a word ends before it differs"));
            }
            self.bytes.push(replaced.wrapping_add(gap as u8));
        }
        loop {
            let table = table_behind(&self.bytes[start..]);
            match tables[table].get(bits)? {
                STOP => break,
                letter => self.bytes.push(letter as u8),
            }
        }
        if self.bytes.len() > MAX_RAW_BYTES {
            return Err(Malformed("more words than a batch may have"));
        }
        self.ends.push(self.bytes.len());
        Ok(())
    }

    fn place(&self, number: usize) -> Range<usize> {
        let Some(end) = self.ends.get(number) else {
            return 0..0;
        };
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        start..*end
    }
}

fn get_table(bits: &mut BitReader<'_>) -> Result<Decoder, Malformed> {
    let used = bits.get(9)?;
    let mut lengths = [0; ALPHABET];
    let mut behind = 0;
    for _ in 0..used {
        let zeros = bits.peek().leading_zeros().min(9);
        behind += bits.get(zeros * 2 + 1)? as usize;
        let length = bits.get(5)? as u8 + 1;
        *lengths
            .get_mut(behind.wrapping_sub(1))
            .ok_or(Malformed("a letter is out of range"))? = length;
    }
    Decoder::new(&lengths)
}
