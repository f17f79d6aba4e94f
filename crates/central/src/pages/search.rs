//! Searching by a part of a name.

/// A pattern for `lower(…) LIKE … ESCAPE '\'`: the text somewhere, whatever its case.
pub(super) fn part_of(text: &str) -> String {
    let mut pattern = String::from("%");
    for letter in text.trim().to_lowercase().chars() {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    // Nothing in the database holds one, and PostgreSQL takes none.
    pattern.replace('\0', "")
}

/// The digits of a text that is the beginning of a NIP; nothing when it is none.
pub(super) fn nip_part(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|it| !it.is_whitespace()).collect();
    let is_number = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
    is_number.then_some(digits)
}

/// The smallest and the largest NIP that begin so. Both are digits alone, so that every order of
/// letters that a database may have puts the same numbers between them.
pub(super) fn nip_span(beginning: &str) -> (String, String) {
    (format!("{beginning:0<18}"), format!("{beginning:9<18}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_span_of_a_beginning_is_all_numbers_with_it() {
        let (first, last) = nip_span("1985");
        assert_eq!(first, "198500000000000000");
        assert_eq!(last, "198599999999999999");
    }

    #[test]
    fn signs_of_patterns_stand_for_themselves() {
        assert_eq!(part_of(" 100% A_B "), r"%100\% a\_b%");
    }

    #[test]
    fn only_digits_are_the_beginning_of_a_nip() {
        assert_eq!(nip_part("19850914 2009").as_deref(), Some("198509142009"));
        assert_eq!(nip_part("19 Agustus"), None);
        assert_eq!(nip_part(" "), None);
    }
}
