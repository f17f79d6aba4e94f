//! Letters that rate. `b`, `s` and `a` rate at once; somebody who types the whole word "sesuai"
//! or "bawah" must not end with the rating of a letter in its middle.

use domain::Rating;

/// Longer pauses begin a new word.
const PAUSE_MS: u32 = 700;

const WORDS: [(&str, Rating); 8] = [
    ("bawah", Rating::DiBawah),
    ("below", Rating::DiBawah),
    ("di bawah", Rating::DiBawah),
    ("dibawah", Rating::DiBawah),
    ("sesuai", Rating::Sesuai),
    ("atas", Rating::DiAtas),
    ("above", Rating::DiAtas),
    ("diatas", Rating::DiAtas),
];

/// The word that is being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spelling {
    typed: String,
    last_ms: u32,
}

impl Spelling {
    /// Takes a letter at a moment (milliseconds since anything); the rating that it means now.
    pub fn letter(&mut self, letter: char, at_ms: u32) -> Option<Rating> {
        if at_ms.wrapping_sub(self.last_ms) > PAUSE_MS {
            self.typed.clear();
        }
        self.last_ms = at_ms;
        self.typed.push(letter);
        if let Some(rating) = meaning(&self.typed) {
            return rating;
        }
        self.typed.clear();
        self.typed.push(letter);
        meaning(&self.typed).flatten()
    }

    /// Another cell begins another word.
    pub fn clear(&mut self) {
        self.typed.clear();
    }
}

/// The rating that the beginning of a word means: `None` when no word begins so, and inside
/// nothing while it is still open ("di").
fn meaning(typed: &str) -> Option<Option<Rating>> {
    let mut found = WORDS
        .iter()
        .filter(|(word, _)| word.starts_with(typed))
        .map(|(_, it)| *it);
    let first = found.next()?;
    Some(found.all(|rating| rating == first).then_some(first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn typed(text: &str, gap_ms: u32) -> Option<Rating> {
        let mut spelling = Spelling::default();
        let mut at = 10_000;
        let mut last = None;
        for letter in text.chars() {
            at += gap_ms;
            last = spelling.letter(letter, at);
        }
        last
    }

    #[rstest]
    #[case("b", Some(Rating::DiBawah))]
    #[case("s", Some(Rating::Sesuai))]
    #[case("a", Some(Rating::DiAtas))]
    #[case("sesuai", Some(Rating::Sesuai))]
    #[case("bawah", Some(Rating::DiBawah))]
    #[case("dibawah", Some(Rating::DiBawah))]
    #[case("diatas", Some(Rating::DiAtas))]
    #[case("above", Some(Rating::DiAtas))]
    #[case("di", None)]
    #[case("x", None)]
    // A change of mind, quickly.
    #[case("bs", Some(Rating::Sesuai))]
    #[case("sa", Some(Rating::DiAtas))]
    #[case("ab", Some(Rating::DiAtas))]
    fn words_and_letters_rate(#[case] text: &str, #[case] expected: Option<Rating>) {
        assert_eq!(typed(text, 80), expected);
    }

    #[test]
    fn a_pause_begins_anew() {
        assert_eq!(typed("ab", 800), Some(Rating::DiBawah));
        assert_eq!(typed("ba", 800), Some(Rating::DiAtas));
    }

    #[test]
    fn another_cell_begins_anew() {
        let mut spelling = Spelling::default();
        assert_eq!(spelling.letter('b', 1_000), Some(Rating::DiBawah));
        spelling.clear();
        assert_eq!(spelling.letter('a', 1_050), Some(Rating::DiAtas));
    }
}
