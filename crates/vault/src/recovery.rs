//! The recovery code: 128 random bits that an office keeps on paper.
//!
//! # Why words of our own
//!
//! The sheet is written out or read aloud by a clerk who speaks Indonesian and may not speak
//! English, and typed years later by another one. The usual English lists (BIP 39) have words that
//! neither of them can spell, and there is no Indonesian one. A list of real Indonesian words would
//! also need choosing, and real words get "corrected" on paper. So a word here is made by rule:
//! three open syllables, a consonant and a vowel each, as most Indonesian words are built
//! (`bakuli`, `tanera`), spelled exactly as it sounds. No dictionary, no list to carry.
//!
//! | Design | Because |
//! |---|---|
//! | 16 consonants `b c d g h j k l m n p r s t w y` | each has one sound and one spelling; no f/v/p, no q/k, no x, no z/s |
//! | 4 vowels `a e i u`, without `o` | `a` and `o` are what hand-writing confuses most |
//! | consonants and vowels take turns | a letter read as the wrong sort is seen at once |
//! | the third consonant is a check on the other five letters and on the line | **every** single wrong letter, and every word on the wrong line, is found and the word is named |
//! | ten words carry 140 bits: the code and 12 bits over all of it | what the words alone do not show is found in 4095 of 4096 cases |
//!
//! # The same code in digits
//!
//! Eight groups of six digits, for a telephone or a number pad. A group is 16 bits times eleven
//! plus its place, so that one wrong digit, two neighbours exchanged or a group in the wrong place
//! is found and named, as in the recovery keys that Windows prints.

mod digits;
mod words;

pub use digits::DIGIT_GROUPS;
pub use words::WORDS;
use zeroize::ZeroizeOnDrop;

/// A recovery code. Wiped from memory when it is dropped; `Debug` does not show it.
#[derive(Clone, Eq, PartialEq, ZeroizeOnDrop)]
pub struct RecoveryCode {
    entropy: [u8; 16],
}

impl RecoveryCode {
    /// The code of 128 random bits.
    #[must_use]
    pub const fn from_entropy(entropy: [u8; 16]) -> Self {
        Self { entropy }
    }

    /// The words of the sheet, in their order, in small letters.
    #[must_use]
    pub fn to_words(&self) -> [String; WORDS] {
        words::from_entropy(&self.entropy)
    }

    /// The same code as groups of six digits.
    #[must_use]
    pub fn to_digits(&self) -> [String; DIGIT_GROUPS] {
        digits::from_entropy(&self.entropy)
    }

    /// Reads what a person typed or pasted: the words or the digits. Capitals, spaces, hyphens,
    /// line breaks, full stops and the numbers before the lines do not matter; the words may even
    /// be written without spaces.
    ///
    /// # Errors
    /// [`RecoveryError`] names the words or groups to look at again.
    pub fn parse(text: &str) -> Result<Self, RecoveryError> {
        let entropy = if text.chars().any(char::is_alphabetic) {
            words::to_entropy(text)?
        } else {
            digits::to_entropy(text)?
        };
        Ok(Self { entropy })
    }

    pub(crate) const fn entropy(&self) -> &[u8; 16] {
        &self.entropy
    }
}

impl std::fmt::Debug for RecoveryCode {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("RecoveryCode(..)")
    }
}

/// What is wrong with a typed recovery code. Positions count from 1, as the lines of the sheet do.
/// The words themselves are left out: an error may end up in a log.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum RecoveryError {
    /// Too few or too many words.
    #[error("a recovery code has {WORDS} words, not {found}")]
    WordCount {
        /// How many there are.
        found: usize,
    },
    /// These words cannot stand on these lines of any sheet.
    #[error("the words {positions:?} of the recovery code are mistyped or misplaced")]
    WrongWords {
        /// Which, in their order.
        positions: Vec<usize>,
    },
    /// Too few or too many groups of digits.
    #[error("a recovery code has {DIGIT_GROUPS} groups of six digits, not {found}")]
    DigitGroupCount {
        /// How many there are.
        found: usize,
    },
    /// These groups cannot stand in these places of any sheet.
    #[error("the groups {positions:?} of the recovery code are mistyped or misplaced")]
    WrongDigitGroups {
        /// Which, in their order.
        positions: Vec<usize>,
    },
    /// Each word could be right, and yet they are not of one sheet.
    #[error("the words of the recovery code do not belong together")]
    NotTogether,
}

/// The parts of a typed code: as the person separated them if that gives `count` parts, else cut
/// every `width` characters if all of them together have the right length. The error is the number
/// of parts.
fn parts(
    text: &str,
    belongs: fn(char) -> bool,
    (count, width): (usize, usize),
) -> Result<Vec<Vec<char>>, usize> {
    let separated: Vec<Vec<char>> = text
        .split(|character| !belongs(character))
        .filter(|part| !part.is_empty())
        .map(|part| part.chars().collect())
        .collect();
    if separated.len() == count {
        return Ok(separated);
    }
    let all = separated.concat();
    if all.len() == count * width {
        return Ok(all.chunks(width).map(<[char]>::to_vec).collect());
    }
    Err(separated.len())
}

/// The values of all parts, or the positions of those that have none.
fn all_or_positions<T>(values: Vec<Option<T>>) -> Result<Vec<T>, Vec<usize>> {
    let wrong: Vec<usize> = values
        .iter()
        .enumerate()
        .filter(|(_, value)| value.is_none())
        .map(|(index, _)| index + 1)
        .collect();
    if wrong.is_empty() {
        Ok(values.into_iter().flatten().collect())
    } else {
        Err(wrong)
    }
}
