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

/// What letters mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelled {
    /// A rating.
    Rating(Rating),
    /// It is still open which ("di").
    Open,
    /// No word begins so.
    Nothing,
}

/// The word that is being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spelling {
    typed: String,
    last_ms: u32,
}

impl Spelling {
    /// Takes a letter at a moment (milliseconds since anything); what it means now.
    pub fn letter(&mut self, letter: char, at_ms: u32) -> Spelled {
        if at_ms.wrapping_sub(self.last_ms) > PAUSE_MS {
            self.typed.clear();
        }
        self.last_ms = at_ms;
        self.typed.push(letter);
        let goes_on = meaning(&self.typed);
        if goes_on != Spelled::Nothing {
            return goes_on;
        }
        self.typed.clear();
        self.typed.push(letter);
        meaning(&self.typed)
    }

    /// Another cell begins another word.
    pub fn clear(&mut self) {
        self.typed.clear();
    }
}

/// What the beginning of a word means.
fn meaning(typed: &str) -> Spelled {
    let mut found = WORDS
        .iter()
        .filter(|(word, _)| word.starts_with(typed))
        .map(|(_, it)| *it);
    let Some(first) = found.next() else {
        return Spelled::Nothing;
    };
    if found.all(|rating| rating == first) {
        Spelled::Rating(first)
    } else {
        Spelled::Open
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn typed(text: &str, gap_ms: u32) -> Spelled {
        let mut spelling = Spelling::default();
        let mut at = 10_000;
        let mut last = Spelled::Nothing;
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
    // A change of mind, quickly.
    #[case("bs", Some(Rating::Sesuai))]
    #[case("sa", Some(Rating::DiAtas))]
    #[case("ab", Some(Rating::DiAtas))]
    fn words_and_letters_rate(#[case] text: &str, #[case] expected: Option<Rating>) {
        let expected = expected.map_or(Spelled::Open, Spelled::Rating);
        assert_eq!(typed(text, 80), expected);
    }

    #[test]
    fn a_letter_of_no_word_means_nothing() {
        assert_eq!(typed("x", 80), Spelled::Nothing);
        assert_eq!(typed("sx", 80), Spelled::Nothing);
    }

    #[test]
    fn a_pause_begins_anew() {
        assert_eq!(typed("ab", 800), Spelled::Rating(Rating::DiBawah));
        assert_eq!(typed("ba", 800), Spelled::Rating(Rating::DiAtas));
    }

    #[test]
    fn another_cell_begins_anew() {
        let mut spelling = Spelling::default();
        let below = spelling.letter('b', 1_000);
        assert_eq!(below, Spelled::Rating(Rating::DiBawah));
        spelling.clear();
        let above = spelling.letter('a', 1_050);
        assert_eq!(above, Spelled::Rating(Rating::DiAtas));
    }
}
