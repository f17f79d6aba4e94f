//! All texts of a batch, in the order of first use, in one of two forms: one behind the other for
//! the compressor, or word by word. The writer tries both.

use super::Malformed;
use super::bits::{BitReader, BitWriter};
use super::varint::{Cursor, put};
use super::vocabulary::{Counts, VocabularyReader, VocabularyWriter};
use super::words::{self, END};
use crate::limits::MAX_RAW_BYTES;

/// Different texts in the order of first use, one behind the other in memory too: hostile bytes can
/// tell a million empty ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Texts {
    text: String,
    ends: Vec<usize>,
}

/// Fewer bytes of text than this are not worth a vocabulary.
const WORTH_A_VOCABULARY: usize = 256;

impl Texts {
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len());
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        let starts = [0].into_iter().chain(self.ends.iter().copied());
        starts
            .zip(&self.ends)
            .map(|(start, end)| &self.text[start..*end])
    }

    /// The texts, each with [`END`] behind it.
    pub(crate) fn plain(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for text in self.iter() {
            bytes.extend_from_slice(text.as_bytes());
            bytes.push(END);
        }
        bytes
    }

    pub(crate) fn from_plain(bytes: &[u8]) -> Result<Self, Malformed> {
        let Some((&END, inner)) = bytes.split_last() else {
            return match bytes {
                [] => Ok(Self::default()),
                _ => Err(Malformed("a text does not end")),
            };
        };
        let mut texts = Self::default();
        for text in inner.split(|byte| *byte == END) {
            texts.push(str::from_utf8(text).map_err(|_| Malformed("a text is not UTF-8"))?);
        }
        Ok(texts)
    }

    /// The texts word by word; nothing when that cannot be or cannot be worth it.
    pub(crate) fn in_words(&self) -> Option<Vec<u8>> {
        if self.text.len() < WORTH_A_VOCABULARY {
            return None;
        }
        let mut symbols = Vec::new();
        let mut ends = Vec::new();
        for text in self.iter() {
            let told = words::split(text, |symbol| {
                symbols.extend_from_slice(symbol);
                ends.push(symbols.len());
            });
            if !told {
                return None;
            }
        }
        let starts = [0].into_iter().chain(ends.iter().copied());
        let told: Vec<&[u8]> = starts
            .zip(&ends)
            .map(|(start, end)| &symbols[start..*end])
            .collect();
        let mut counts = Counts::new();
        for symbol in &told {
            *counts.entry(symbol).or_default() += 1;
        }
        let vocabulary = VocabularyWriter::new(&counts)?;
        let mut bytes = Vec::new();
        put(&mut bytes, self.ends.len() as u64);
        vocabulary.put_lengths(&mut bytes);
        let mut bits = BitWriter::default();
        vocabulary.put_symbols(&mut bits);
        let (numbers, code) = (vocabulary.numbers(), vocabulary.encoder());
        for symbol in told {
            code.put(*numbers.get(symbol)?, &mut bits);
        }
        bytes.extend(bits.finish());
        Some(bytes)
    }

    pub(crate) fn from_words(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut cursor = Cursor::new(bytes);
        let count = cursor.length()?;
        let lengths = VocabularyReader::lengths(&mut cursor)?;
        let mut bits = BitReader::new(cursor.rest());
        let vocabulary = VocabularyReader::new(&lengths, &mut bits)?;
        let mut texts = Self::default();
        for _ in 0..count {
            words::join(&mut texts.text, || vocabulary.get(&mut bits))?;
            texts.ends.push(texts.text.len());
            if texts.text.len() + texts.ends.len() > MAX_RAW_BYTES {
                return Err(Malformed("more text than a batch may have"));
            }
        }
        bits.finish()?;
        Ok(texts)
    }
}
