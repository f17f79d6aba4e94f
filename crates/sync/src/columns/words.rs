//! Text as words and what stands between them.
//!
//! One space between two words is implied, and so is the capital letter that begins a sentence;
//! so a word is the same symbol wherever it stands.

use super::Malformed;
use crate::limits::MAX_RAW_BYTES;

/// Ends a text. No byte of UTF-8, so that it may stand behind what is between words.
pub(super) const END: u8 = 0xff;

/// Before a word whose first letter is not as large as its place says. No byte of UTF-8 either.
const OTHER_CASE: u8 = 0xfe;

/// Appends the symbols of a text to a list; `false` if it cannot be told in words.
pub(super) fn split(text: &str, mut symbol: impl FnMut(&[u8])) -> bool {
    let mut state = State::default();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_word = first.is_alphanumeric();
        let length = rest
            .find(|it: char| it.is_alphanumeric() != is_word)
            .unwrap_or(rest.len());
        let (run, behind) = rest.split_at(length);
        rest = behind;
        if is_word {
            let Some(base) = base(run) else { return false };
            let mut again = String::with_capacity(run.len());
            let capital = Capital::of(&base);
            push_word(&mut again, &base, capital.filter(|_| state.capital));
            if again != run {
                again.clear();
                push_word(&mut again, &base, capital.filter(|_| !state.capital));
                if again != run {
                    return false;
                }
                symbol(&[OTHER_CASE]);
            }
            symbol(base.as_bytes());
            state = State::BEHIND_WORD;
        } else if rest.is_empty() {
            symbol(&[run.as_bytes(), &[END]].concat());
            return true;
        } else {
            if run != " " || !state.behind_word {
                symbol(run.as_bytes());
            }
            state = State::behind_gap(run);
        }
    }
    symbol(&[END]);
    true
}

/// What a symbol tells.
#[derive(Clone, Copy)]
pub(super) struct Told<'v> {
    pub(super) run: &'v str,
    pub(super) form: Form,
}

/// How a word begins with a capital letter: the letter, and the bytes of the small one, which it
/// replaces.
#[derive(Clone, Copy)]
pub(super) struct Capital {
    letter: char,
    instead: u8,
}

/// How a symbol is joined to the text before it. Found out once, wherever the symbol stands.
#[derive(Clone, Copy)]
pub(super) enum Form {
    OtherCase,
    /// A word; nothing when no other letter is the capital of its first one.
    Word(Option<Capital>, Behind),
    /// What stands between words, and what follows.
    Gap(State, Behind),
}

/// What comes behind a symbol.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Behind {
    More,
    Nothing,
}

/// What a symbol tells; nothing when it is no text.
pub(super) fn told(symbol: &[u8]) -> Option<Told<'_>> {
    if symbol == [OTHER_CASE] {
        let form = Form::OtherCase;
        return Some(Told { run: "", form });
    }
    let (run, behind) = match symbol.split_last() {
        Some((&END, run)) => (run, Behind::Nothing),
        _ => (symbol, Behind::More),
    };
    let run = str::from_utf8(run).ok()?;
    let form = if run.starts_with(char::is_alphanumeric) {
        Form::Word(Capital::of(run), behind)
    } else {
        Form::Gap(State::behind_gap(run), behind)
    };
    Some(Told { run, form })
}

/// Appends what symbols tell, until one ends the text.
pub(super) fn join<'v>(
    text: &mut String,
    mut symbol: impl FnMut() -> Result<Told<'v>, Malformed>,
) -> Result<(), Malformed> {
    let mut state = State::default();
    let mut other_case = false;
    loop {
        let Told { run, form } = symbol()?;
        if text.len() > MAX_RAW_BYTES {
            return Err(Malformed("more text than a batch may have"));
        }
        let behind = match form {
            Form::OtherCase => {
                other_case = true;
                Behind::More
            }
            Form::Word(capital, behind) => {
                if state.behind_word {
                    text.push(' ');
                }
                push_word(text, run, capital.filter(|_| state.capital != other_case));
                state = State::BEHIND_WORD;
                other_case = false;
                behind
            }
            Form::Gap(next, behind) => {
                text.push_str(run);
                state = next;
                behind
            }
        };
        if behind == Behind::Nothing {
            return Ok(());
        }
    }
}

/// What the symbols before tell of the next one.
#[derive(Clone, Copy)]
pub(super) struct State {
    /// Whether a word there begins with a capital letter.
    capital: bool,
    /// Whether a word stands before.
    behind_word: bool,
}

impl Default for State {
    fn default() -> Self {
        Self {
            capital: true,
            behind_word: false,
        }
    }
}

impl State {
    const BEHIND_WORD: Self = Self {
        capital: false,
        behind_word: true,
    };

    fn behind_gap(gap: &str) -> Self {
        Self {
            capital: gap.contains(['.', '!', '?', '\n']),
            behind_word: false,
        }
    }
}

/// The word with a small first letter; nothing if the way back would be another one.
fn base(word: &str) -> Option<String> {
    let first = word.chars().next()?;
    match lower(first) {
        Some(small) if upper(small) == Some(first) => {
            Some([small.to_string().as_str(), &word[first.len_utf8()..]].concat())
        }
        _ => Some(word.to_owned()),
    }
}

impl Capital {
    /// The capital letter of a word's first one, if that is the small letter of it.
    fn of(base: &str) -> Option<Self> {
        let first = base.chars().next()?;
        let letter = upper(first).filter(|large| lower(*large) == Some(first))?;
        Some(Self {
            letter,
            instead: first.len_utf8() as u8,
        })
    }
}

/// Appends a word, its first letter as a capital if there is to be one.
fn push_word(text: &mut String, base: &str, capital: Option<Capital>) {
    match capital {
        Some(Capital { letter, instead }) => {
            text.push(letter);
            text.push_str(&base[usize::from(instead)..]);
        }
        None => text.push_str(base),
    }
}

/// The other case of a letter, if it is one letter.
fn lower(letter: char) -> Option<char> {
    single(letter.to_lowercase())
}

fn upper(letter: char) -> Option<char> {
    single(letter.to_uppercase())
}

fn single(mut letters: impl Iterator<Item = char>) -> Option<char> {
    letters.next().filter(|_| letters.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn symbols(text: &str) -> Option<Vec<Vec<u8>>> {
        let mut symbols = Vec::new();
        split(text, |symbol| symbols.push(symbol.to_vec())).then_some(symbols)
    }

    fn back(symbols: &[Vec<u8>]) -> String {
        let mut next = symbols.iter();
        let mut text = String::new();
        join(&mut text, || {
            let symbol = next.next().ok_or(Malformed("end"))?;
            told(symbol).ok_or(Malformed("no text"))
        })
        .unwrap();
        text
    }

    fn shown(symbols: &[Vec<u8>]) -> String {
        let shown = symbols.iter().map(|symbol| {
            let texts = symbol.iter().map(|byte| match *byte {
                END => "⏎".to_owned(),
                OTHER_CASE => "↕".to_owned(),
                byte => char::from(byte).to_string(),
            });
            texts.collect::<String>()
        });
        shown.collect::<Vec<_>>().join("|")
    }

    #[rstest]
    #[case("", "⏎")]
    #[case("Tepat waktu.", "tepat|waktu|.⏎")]
    #[case("17", "17|⏎")]
    #[case("hari", "↕|hari|⏎")]
    #[case("Ia. Dia PNS", "ia|. |dia|↕|pNS|⏎")]
    #[case("A  b", "a|  |b|⏎")]
    fn texts_become_words(#[case] text: &str, #[case] expected: &str) {
        let symbols = symbols(text).unwrap();
        assert_eq!(shown(&symbols), expected);
        assert_eq!(back(&symbols), text);
    }

    proptest! {
        #[test]
        fn what_was_split_is_joined_again(text in "(?s).{0,60}|[ a-zA-Z0-9.,!ßǅ\n]{0,60}") {
            if let Some(symbols) = symbols(&text) {
                prop_assert_eq!(back(&symbols), text);
            }
        }
    }
}
