//! Keywords as people type them: with commas, with `#`, twice.

/// The keywords of a text, each once, in the order typed.
pub fn split(text: &str) -> Vec<String> {
    let mut keywords: Vec<String> = Vec::new();
    for part in text.split([',', ';', '#', '\n']) {
        let keyword = part.split_whitespace().collect::<Vec<_>>().join(" ");
        let known = keywords
            .iter()
            .any(|it| it.to_lowercase() == keyword.to_lowercase());
        if !keyword.is_empty() && !known {
            keywords.push(keyword);
        }
    }
    keywords
}

/// Keywords as a field shows them.
pub fn join(keywords: &[String]) -> String {
    keywords.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("loket, akta", &["loket", "akta"])]
    #[case("#loket #akta lahir", &["loket", "akta lahir"])]
    #[case(" loket ,, Loket; LOKET ", &["loket"])]
    #[case("", &[])]
    fn keywords_are_read_as_typed(#[case] text: &str, #[case] expected: &[&str]) {
        assert_eq!(split(text), expected);
    }

    #[test]
    fn what_a_field_shows_it_also_reads() {
        let keywords = vec!["akta lahir".to_owned(), "loket".to_owned()];
        assert_eq!(split(&join(&keywords)), keywords);
    }
}
