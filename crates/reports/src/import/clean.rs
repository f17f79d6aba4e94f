//! Text of a cell without what nobody can see.

/// A cleaned text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cleaned {
    pub(super) text: String,
    /// Whether signs that turn the direction of writing were taken out.
    pub(super) had_direction_controls: bool,
}

/// Line breaks and runs of spaces become one space; control signs, zero-width spaces, and
/// embeddings, overrides and isolates of direction go. They can make a text show in another order
/// than it is stored. Emoji, their joiners, and plain right-to-left marks stay.
pub(super) fn clean(text: &str) -> Cleaned {
    let mut cleaned = Cleaned {
        text: String::with_capacity(text.len()),
        ..Cleaned::default()
    };
    let mut space = false;
    for sign in text.chars() {
        match sign {
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                cleaned.had_direction_controls = true;
            }
            '\u{200b}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {}
            sign if sign.is_whitespace() => space = true,
            sign if sign.is_control() => {}
            sign => {
                if space && !cleaned.text.is_empty() {
                    cleaned.text.push(' ');
                }
                space = false;
                cleaned.text.push(sign);
            }
        }
    }
    cleaned
}

#[cfg(test)]
mod tests {
    use super::clean;
    use rstest::rstest;

    #[rstest]
    #[case("  Nur'aini \n\t Binti  ", "Nur'aini Binti", false)]
    #[case("Rina 🌺", "Rina 🌺", false)]
    #[case(
        "keluarga 👨\u{200d}👩\u{200d}👧",
        "keluarga 👨\u{200d}👩\u{200d}👧",
        false
    )]
    #[case("\u{200f}Ahmad", "\u{200f}Ahmad", false)]
    #[case("Andi\u{202e}gpj.exe\u{202c}", "Andigpj.exe", true)]
    #[case("a\u{0007}b\u{feff}c", "abc", false)]
    #[case("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0", false)]
    fn what_stays(#[case] text: &str, #[case] expected: &str, #[case] controls: bool) {
        let cleaned = clean(text);
        assert_eq!(
            (cleaned.text.as_str(), cleaned.had_direction_controls),
            (expected, controls)
        );
    }
}
