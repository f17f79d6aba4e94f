//! Finding people and notes by words.

use crate::{column, document, error::StoreError, view::View};
use domain::{Employee, EmployeeId, Kind, Note, UnitId};
use rusqlite::{Connection, params};
use uuid::Uuid;

const FORGET_EMPLOYEE: &str = "
DELETE FROM employee_search WHERE rowid = (SELECT number FROM employee WHERE id = ?1)";
const FORGET_NOTE: &str =
    "DELETE FROM note_search WHERE rowid = (SELECT number FROM note WHERE id = ?1)";
const KEEP_EMPLOYEE: &str = "
INSERT OR REPLACE INTO employee_search (rowid, name, nip, jabatan, unit)
VALUES ((SELECT number FROM employee WHERE id = ?1), ?2, ?3, ?4, ?5)";
const KEEP_NOTE: &str = "
INSERT OR REPLACE INTO note_search (rowid, text, tags)
VALUES ((SELECT number FROM note WHERE id = ?1), ?2, ?3)";
const EMPTY: &str = "
INSERT INTO employee_search (employee_search) VALUES ('delete-all');
INSERT INTO note_search (note_search) VALUES ('delete-all');";
const NOTES: &str = "SELECT id, schema, body FROM note ORDER BY number";
const EMPLOYEES: &str = "SELECT id, schema, body FROM employee ORDER BY number";
const FIND_EMPLOYEES: &str = "
SELECT employee.id, employee.schema, employee.body
FROM employee_search JOIN employee ON employee.number = employee_search.rowid
WHERE employee_search MATCH ?1 ORDER BY employee_search.rowid LIMIT ?2";
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
    /// Only people whose latest assignment is there.
    pub unit: Option<UnitId>,
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

/// Brings a person's words up to date, after the person or an assignment was written.
pub(crate) fn keep_employee(view: &View<'_>, id: EmployeeId) -> Result<(), StoreError> {
    let Some(employee) = view.employee(id)? else {
        return Ok(());
    };
    let latest = view.latest_assignment_of(id)?;
    let jabatan = latest.as_ref().map_or("", |it| it.jabatan.as_str());
    let unit = latest
        .as_ref()
        .map(|it| it.unit.0.simple().to_string())
        .unwrap_or_default();
    view.connection()
        .prepare_cached(KEEP_EMPLOYEE)?
        .execute(params![
            id.as_bytes(),
            with_joined_words(&employee.full_name()),
            employee.nip.digits(),
            jabatan,
            unit,
        ])?;
    Ok(())
}

/// Brings a note's words up to date.
pub(crate) fn keep_note(view: &View<'_>, id: domain::NoteId) -> Result<(), StoreError> {
    let Some(note) = view.note(id)? else {
        return Ok(());
    };
    let parameters = params![id.as_bytes(), note.text, note.tags.join(" ")];
    view.connection()
        .prepare_cached(KEEP_NOTE)?
        .execute(parameters)?;
    Ok(())
}

/// Forgets the words of a document that is about to be removed.
pub(crate) fn forget(connection: &Connection, kind: Kind, id: Uuid) -> Result<(), StoreError> {
    let sql = match kind {
        Kind::Employee => FORGET_EMPLOYEE,
        Kind::Note => FORGET_NOTE,
        _ => return Ok(()),
    };
    connection.prepare_cached(sql)?.execute([id.as_bytes()])?;
    Ok(())
}

/// Makes the whole index anew.
pub(crate) fn rebuild(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch(EMPTY)?;
    let view = View::new(connection);
    view.each(EMPLOYEES, [], |employee: Employee| {
        keep_employee(&view, employee.id)
    })?;
    view.each(NOTES, [], |note: Note| keep_note(&view, note.id))
}

/// Search.
impl View<'_> {
    /// People who fit, those first whose name begins with what was typed, then by name.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn search(&self, query: &SearchQuery) -> Result<Vec<SearchHit>, StoreError> {
        let Some(expression) = people(&query.text, query.unit) else {
            return Ok(Vec::new());
        };
        let candidates = query.limit.max(SORTED_AT_MOST);
        let mut found: Vec<Employee> = self.all(FIND_EMPLOYEES, params![expression, candidates])?;
        let typed = column::folded(&query.text);
        found.sort_by_cached_key(|employee| {
            let name = column::folded(&employee.name);
            (!name.starts_with(&typed), name, employee.id)
        });
        found.truncate(usize::try_from(query.limit).unwrap_or(usize::MAX));
        found.iter().map(|employee| self.hit(employee)).collect()
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

/// The FTS5 expression for what was typed; nothing when no word was.
fn people(text: &str, unit: Option<UnitId>) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_number = !digits.is_empty()
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_whitespace() || ".'-".contains(c));
    let words = if is_number {
        format!("nip : \"{digits}\"*")
    } else {
        format!("{{name nip jabatan}} : ({})", beginnings(text)?)
    };
    Some(match unit {
        Some(unit) => format!("unit : \"{}\" AND {words}", unit.0.simple()),
        None => words,
    })
}

/// Each word as the beginning of one; nothing but letters and digits reaches the expression.
fn beginnings(text: &str) -> Option<String> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| format!("\"{word}\"*"))
        .collect();
    (!words.is_empty()).then(|| words.join(" AND "))
}

/// `Nur'aini` is found as `nur`, `aini` and `nuraini`.
fn with_joined_words(name: &str) -> String {
    let mut text = name.to_owned();
    for word in name.split_whitespace() {
        let joined: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
        if word.trim_matches(|c: char| !c.is_alphanumeric()) != joined {
            text.push(' ');
            text.push_str(&joined);
        }
    }
    text
}

/// Documents whose words must be brought up to date when an act ends.
#[derive(Default)]
pub(crate) struct Stale {
    employees: std::collections::BTreeSet<EmployeeId>,
    notes: std::collections::BTreeSet<domain::NoteId>,
}

impl Stale {
    /// Notes what a changed body affects.
    pub(crate) fn add(&mut self, document: &domain::Document) {
        match document {
            domain::Document::Employee(employee) => {
                self.employees.insert(employee.id);
            }
            domain::Document::Assignment(assignment) => {
                self.employees.insert(assignment.employee);
            }
            domain::Document::Note(note) => {
                self.notes.insert(note.id);
            }
            _ => {}
        }
    }

    /// The same for a body that was or will be replaced.
    pub(crate) fn add_body(
        &mut self,
        kind: Kind,
        id: Uuid,
        body: &record::Encoded,
    ) -> Result<(), StoreError> {
        if matches!(kind, Kind::Employee | Kind::Assignment | Kind::Note) {
            self.add(&document::decode(kind, id, body)?);
        }
        Ok(())
    }

    pub(crate) fn refresh(&self, view: &View<'_>) -> Result<(), StoreError> {
        self.employees
            .iter()
            .try_for_each(|id| keep_employee(view, *id))?;
        self.notes.iter().try_for_each(|id| keep_note(view, *id))
    }
}

#[cfg(test)]
mod tests {
    use super::{beginnings, people, with_joined_words};
    use rstest::rstest;

    #[rstest]
    #[case::word("siti", "{name nip jabatan} : (\"siti\"*)")]
    #[case::words("Siti  Aminah", "{name nip jabatan} : (\"Siti\"* AND \"Aminah\"*)")]
    #[case::nip("19860926 201505 1 001", "nip : \"198609262015051001\"*")]
    #[case::half_a_nip("1986.09", "nip : \"198609\"*")]
    #[case::operators(
        "a\" OR NEAR(b*)",
        "{name nip jabatan} : (\"a\"* AND \"OR\"* AND \"NEAR\"* AND \"b\"*)"
    )]
    fn typed_text_becomes_an_expression(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(people(text, None).as_deref(), Some(expected));
    }

    #[rstest]
    #[case("")]
    #[case(" '\"*()")]
    fn nothing_typed_is_no_expression(#[case] text: &str) {
        assert_eq!(beginnings(text), None);
        assert_eq!(people(text, None), None);
    }

    #[rstest]
    #[case("Nur'aini", "Nur'aini Nuraini")]
    #[case("dr. Budi, S.E.", "dr. Budi, S.E. SE")]
    #[case("Siti Aminah", "Siti Aminah")]
    fn broken_words_are_found_joined(#[case] name: &str, #[case] expected: &str) {
        assert_eq!(with_joined_words(name), expected);
    }
}
