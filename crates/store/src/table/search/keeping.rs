//! Keeping the index of words in step with the documents.

use crate::{document, error::StoreError, view::View};
use domain::{Document, Employee, EmployeeId, Kind, Note, NoteId};
use record::Encoded;
use rusqlite::{Connection, params};
use std::collections::BTreeSet;
use uuid::Uuid;

const FORGET_EMPLOYEE: &str = "
DELETE FROM employee_search WHERE rowid = (SELECT number FROM employee WHERE id = ?1)";
const FORGET_NOTE: &str =
    "DELETE FROM note_search WHERE rowid = (SELECT number FROM note WHERE id = ?1)";
const KEEP_EMPLOYEE: &str = "
INSERT OR REPLACE INTO employee_search (rowid, name, nip, jabatan)
VALUES ((SELECT number FROM employee WHERE id = ?1), ?2, ?3, ?4)";
const KEEP_NOTE: &str = "
INSERT OR REPLACE INTO note_search (rowid, text, tags)
VALUES ((SELECT number FROM note WHERE id = ?1), ?2, ?3)";
const EMPTY: &str = "
INSERT INTO employee_search (employee_search) VALUES ('delete-all');
INSERT INTO note_search (note_search) VALUES ('delete-all');";
const NOTES: &str = "SELECT id, schema, body FROM note ORDER BY number";
const EMPLOYEES: &str = "SELECT id, schema, body FROM employee ORDER BY number";

/// Documents whose words must be brought up to date when an act ends.
#[derive(Default)]
pub(crate) struct Stale {
    employees: BTreeSet<EmployeeId>,
    notes: BTreeSet<NoteId>,
}

impl Stale {
    /// Notes what a changed body affects.
    pub(crate) fn add(&mut self, document: &Document) {
        match document {
            Document::Employee(employee) => {
                self.employees.insert(employee.id);
            }
            Document::Assignment(assignment) => {
                self.employees.insert(assignment.employee);
            }
            Document::Note(note) => {
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
        body: &Encoded,
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

/// Brings a person's words up to date, after the person or an assignment was written.
fn keep_employee(view: &View<'_>, id: EmployeeId) -> Result<(), StoreError> {
    let Some(employee) = view.employee(id)? else {
        return Ok(());
    };
    let latest = view.latest_assignment_of(id)?;
    let jabatan = latest.as_ref().map_or("", |it| it.jabatan.as_str());
    view.connection()
        .prepare_cached(KEEP_EMPLOYEE)?
        .execute(params![
            id.as_bytes(),
            with_joined_words(&employee.full_name()),
            employee.nip.digits(),
            jabatan,
        ])?;
    Ok(())
}

/// Brings a note's words up to date.
fn keep_note(view: &View<'_>, id: NoteId) -> Result<(), StoreError> {
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

#[cfg(test)]
mod tests {
    use super::with_joined_words;
    use rstest::rstest;

    #[rstest]
    #[case("Nur'aini", "Nur'aini Nuraini")]
    #[case("dr. Budi, S.E.", "dr. Budi, S.E. SE")]
    #[case("Siti Aminah", "Siti Aminah")]
    fn broken_words_are_found_joined(#[case] name: &str, #[case] expected: &str) {
        assert_eq!(with_joined_words(name), expected);
    }
}
