//! Finding people.

use crate::{Desk, Trouble};
use api::employees::{Found, FoundPerson, Search};
use domain::Nip;
use store::SearchQuery;

/// More than fits on any screen.
const MOST: u32 = 200;

/// Finds people by words of name and jabatan, or by the beginning of a NIP.
pub(crate) fn search(desk: &Desk<'_>, request: &Search) -> Result<Found, Trouble> {
    let query = SearchQuery {
        text: request.query.clone(),
        limit: request.limit.min(MOST),
    };
    let hits = desk.read(|view| view.search(&query))?;
    let people = hits
        .into_iter()
        .filter_map(|hit| {
            Some(FoundPerson {
                employee: hit.employee_id,
                name: hit.name,
                nip: Nip::parse(&hit.nip).ok()?,
                jabatan: hit.jabatan,
                unit: hit.unit_name,
            })
        })
        .collect();
    Ok(Found { people })
}

/// What somebody typed into the filter above a list.
pub(crate) struct Words {
    words: Vec<String>,
    digits: Option<String>,
}

impl Words {
    pub(crate) fn of(query: &str) -> Self {
        let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
        let joined: String = words.concat().replace('.', "");
        let is_number = !joined.is_empty() && joined.bytes().all(|byte| byte.is_ascii_digit());
        Self {
            words,
            digits: is_number.then_some(joined),
        }
    }

    /// Whether every word stands in one of the texts.
    pub(crate) fn match_text(&self, texts: &[&str]) -> bool {
        let texts: Vec<String> = texts.iter().map(|text| text.to_lowercase()).collect();
        self.words
            .iter()
            .all(|word| texts.iter().any(|text| text.contains(word.as_str())))
    }

    /// Whether they are part of the NIP, however it is spaced, or all stand in the texts.
    pub(crate) fn match_person(&self, texts: &[&str], nip: &Nip) -> bool {
        self.digits
            .as_ref()
            .is_some_and(|digits| nip.digits().contains(digits.as_str()))
            || self.match_text(texts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("", true)]
    #[case("nur GURU", true)]
    #[case("nur perawat", false)]
    #[case("19850914 2009", true)]
    #[case("1985.0914", true)]
    #[case("2010", false)]
    fn words_find_names_posts_and_numbers(#[case] query: &str, #[case] found: bool) {
        let nip = Nip::parse("198509142009031004").unwrap();
        let texts = ["dr. Nur'aini, Sp.A", "Guru Ahli Muda"];
        assert_eq!(Words::of(query).match_person(&texts, &nip), found);
    }
}
