//! Finding people and notes by words.

mod keeping;

pub(crate) use keeping::{Stale, forget, rebuild};

use crate::{column, error::StoreError, view::View};
use domain::{Employee, EmployeeId, Note};
use rusqlite::params;

const FIND_EMPLOYEES: &str = "
SELECT employee.id, employee.schema, employee.body
FROM employee_search JOIN employee ON employee.number = employee_search.rowid
WHERE employee_search MATCH ?1 ORDER BY employee_search.rowid LIMIT ?2";
/// `:` is the character behind `9`.
const FIND_NUMBER: &str = "
SELECT id, schema, body FROM employee
WHERE nip >= ?1 AND nip < ?1 || ':' ORDER BY nip LIMIT ?2";
const FIND_NOTES: &str = "
SELECT note.id, note.schema, note.body
FROM note_search JOIN note ON note.number = note_search.rowid
WHERE note_search MATCH ?1 AND NOT note.withdrawn ORDER BY note_search.rowid DESC LIMIT ?2";

/// A word that fits half of a district would take longer to sort than to type the next letter; so
/// many are sorted, and the rest waits for that letter.
const SORTED_AT_MOST: u32 = 256;

/// Words that somebody types to find a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchQuery {
    /// Beginnings of words of the name or the jabatan, or the beginning of a NIP with or without
    /// spaces. Every word must fit.
    pub text: String,
    /// How many to answer at most.
    pub limit: u32,
}

/// A person who fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchHit {
    /// Who.
    pub employee_id: EmployeeId,
    /// Name with titles.
    pub name: String,
    /// Eighteen digits.
    pub nip: String,
    /// Jabatan of the latest assignment; empty without one.
    pub jabatan: String,
    /// Unit of the latest assignment; empty without one.
    pub unit_name: String,
}

/// Search.
impl View<'_> {
    /// People who fit, those first whose name begins with what was typed, then by name.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn search(&self, query: &SearchQuery) -> Result<Vec<SearchHit>, StoreError> {
        let mut found = match number(&query.text) {
            Some(digits) => self.with_number(&digits, query)?,
            None => self.with_words(query)?,
        };
        let typed = column::folded(&query.text);
        found.sort_by_cached_key(|employee| {
            let name = column::folded(&employee.name);
            (!name.starts_with(&typed), name, employee.id)
        });
        found.truncate(usize::try_from(query.limit).unwrap_or(usize::MAX));
        found.iter().map(|employee| self.hit(employee)).collect()
    }

    /// The table knows numbers in their order; the index of words would collect every one that
    /// begins so before it answers the first.
    fn with_number(&self, digits: &str, query: &SearchQuery) -> Result<Vec<Employee>, StoreError> {
        let candidates = query.limit.max(SORTED_AT_MOST);
        self.all(FIND_NUMBER, params![digits, candidates])
    }

    fn with_words(&self, query: &SearchQuery) -> Result<Vec<Employee>, StoreError> {
        match beginnings(&query.text) {
            Some(expression) => {
                let candidates = query.limit.max(SORTED_AT_MOST);
                self.all(FIND_EMPLOYEES, params![expression, candidates])
            }
            None => Ok(Vec::new()),
        }
    }

    /// Notes that fit, those written last first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn notes_search(&self, text: &str, limit: u32) -> Result<Vec<Note>, StoreError> {
        match beginnings(text) {
            Some(expression) => self.all(FIND_NOTES, params![expression, limit]),
            None => Ok(Vec::new()),
        }
    }

    fn hit(&self, employee: &Employee) -> Result<SearchHit, StoreError> {
        let latest = self.latest_assignment_of(employee.id)?;
        let unit = match &latest {
            Some(assignment) => self.unit(assignment.unit)?,
            None => None,
        };
        Ok(SearchHit {
            employee_id: employee.id,
            name: employee.full_name(),
            nip: employee.nip.digits().to_owned(),
            jabatan: latest.map(|it| it.jabatan).unwrap_or_default(),
            unit_name: unit.map(|it| it.name).unwrap_or_default(),
        })
    }
}

/// The digits, when a NIP or its beginning was typed, with spaces or without.
fn number(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_number = text
        .chars()
        .all(|c| c.is_ascii_digit() || c.is_whitespace() || ".'-".contains(c));
    (is_number && !digits.is_empty()).then_some(digits)
}

/// The FTS5 expression for what was typed; nothing when no word was.
/// Each word is the beginning of one; nothing but letters and digits reaches the expression.
fn beginnings(text: &str) -> Option<String> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| format!("\"{word}\"*"))
        .collect();
    (!words.is_empty()).then(|| words.join(" AND "))
}

#[cfg(test)]
mod tests {
    use super::{beginnings, number};
    use rstest::rstest;

    #[rstest]
    #[case::word("siti", "\"siti\"*")]
    #[case::words("Siti  Aminah", "\"Siti\"* AND \"Aminah\"*")]
    #[case::operators("a\" OR NEAR(b*)", "\"a\"* AND \"OR\"* AND \"NEAR\"* AND \"b\"*")]
    fn typed_text_becomes_an_expression(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(beginnings(text).as_deref(), Some(expected));
    }

    #[rstest]
    #[case::nip("19860926 201505 1 001", Some("198609262015051001"))]
    #[case::half_a_nip("1986.09", Some("198609"))]
    #[case::copied_from_excel("'19860926", Some("19860926"))]
    #[case::word("siti", None)]
    #[case::word_and_year("siti 1986", None)]
    #[case::no_digit(" - ", None)]
    fn typed_digits_are_a_number(#[case] text: &str, #[case] expected: Option<&str>) {
        assert_eq!(number(text).as_deref(), expected);
    }

    #[rstest]
    #[case("")]
    #[case(" '\"*()")]
    fn nothing_typed_is_no_expression(#[case] text: &str) {
        assert_eq!(beginnings(text), None);
    }
}
