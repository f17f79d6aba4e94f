//! Inside a line: bold, code, keys, links.

/// A run of spans.
pub type Text<'a> = Vec<Span<'a>>;

/// A piece of text of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span<'a> {
    /// Words.
    Plain(&'a str),
    /// `**Simpan**`: what something on a screen is called.
    Bold(&'a str),
    /// `` `kinerja periksa` ``: what is typed, or stands in a file.
    Code(&'a str),
    /// `[Ctrl+K]`: keys.
    Keys(&'a str),
    /// `[words](target)`.
    Link {
        /// What is shown.
        words: &'a str,
        /// A page's file, or the address of a screen.
        target: &'a str,
    },
}

/// Parses a run of text. A sign without its partner is a sign.
#[must_use]
pub fn parse(text: &str) -> Text<'_> {
    let mut spans = Vec::new();
    let mut plain = 0;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some((span, length)) = span(rest) {
            push_plain(&mut spans, text, plain..at);
            spans.push(span);
            at += length;
            plain = at;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    push_plain(&mut spans, text, plain..text.len());
    spans
}

fn push_plain<'a>(spans: &mut Text<'a>, text: &'a str, range: std::ops::Range<usize>) {
    if let Some(words) = text.get(range).filter(|words| !words.is_empty()) {
        spans.push(Span::Plain(words));
    }
}

/// The span that a text begins with, and how long it is.
fn span(text: &str) -> Option<(Span<'_>, usize)> {
    if let Some(inner) = text.strip_prefix("**") {
        let words = before(inner, "**")?;
        return Some((Span::Bold(words), words.len() + 4));
    }
    if let Some(inner) = text.strip_prefix('`') {
        let words = before(inner, "`")?;
        return Some((Span::Code(words), words.len() + 2));
    }
    let words = before(text.strip_prefix('[')?, "]")?;
    let length = words.len() + 2;
    match text.get(length..)?.strip_prefix('(') {
        Some(inner) => {
            let target = before(inner, ")")?;
            Some((Span::Link { words, target }, length + target.len() + 2))
        }
        None => Some((Span::Keys(words), length)),
    }
}

/// What stands before a sign, unless that is nothing.
fn before<'a>(text: &'a str, sign: &str) -> Option<&'a str> {
    text.split_once(sign)
        .map(|(words, _)| words)
        .filter(|words| !words.is_empty())
}

#[cfg(test)]
mod tests {
    use super::Span::{Bold, Code, Keys, Link, Plain};
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("teks biasa", &[Plain("teks biasa")])]
    #[case("tekan **Simpan** lalu", &[Plain("tekan "), Bold("Simpan"), Plain(" lalu")])]
    #[case("`kinerja`.", &[Code("kinerja"), Plain(".")])]
    #[case("[Ctrl+K] [F1]", &[Keys("Ctrl+K"), Plain(" "), Keys("F1")])]
    #[case("[?]", &[Keys("?")])]
    #[case(
        "lihat [Impor](impor.md)",
        &[Plain("lihat "), Link { words: "Impor", target: "impor.md" }]
    )]
    #[case("**a****b**", &[Bold("a"), Bold("b")])]
    #[case("“**é**”", &[Plain("“"), Bold("é"), Plain("”")])]
    #[case("", &[])]
    fn spans_are_told_apart(#[case] text: &str, #[case] expected: &[Span<'_>]) {
        assert_eq!(parse(text), expected);
    }

    #[rstest]
    #[case("dua ** bintang")]
    #[case("****")]
    #[case("satu ` saja")]
    #[case("kurung [ terbuka")]
    #[case("[]")]
    #[case("[kata](tanpa akhir")]
    #[case("tutup ] saja")]
    fn a_sign_without_its_partner_is_a_sign(#[case] text: &str) {
        assert_eq!(parse(text), [Plain(text)]);
    }
}
