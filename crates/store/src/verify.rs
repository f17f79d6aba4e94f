//! Whether everything is as it was written: pages, references, chains, projections, files.

mod chains;
mod projections;

pub(crate) use chains::{follow_journal, follow_records};
pub(crate) use projections::{Expected, state_hash};

use crate::{
    connection::give_back,
    document,
    error::StoreError,
    evidence::{EvidenceError, EvidenceFiles},
    store::Store,
    table::{identity, record as records},
    view::View,
};
use domain::Kind;
use rusqlite::Connection;
use uuid::Uuid;

/// What a check or a rebuild found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// Whether nothing is wrong.
    pub ok: bool,
    /// Rows of the journal.
    pub journal: u64,
    /// Records.
    pub records: u64,
    /// One hash for every document, drafts included.
    pub state_hash: [u8; 32],
    /// One hash for every sealed document: the one that is compared with the centre.
    pub sealed_hash: [u8; 32],
    /// What is wrong.
    pub problems: Vec<Problem>,
}

/// Something that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A page of the file is not what was written there, or the file's structure is broken.
    Page {
        /// What SQLite says.
        detail: String,
    },
    /// A document names one that is not there.
    Dangling {
        /// Its kind.
        kind: Kind,
        /// Its id.
        id: Uuid,
    },
    /// The journal's chain breaks here.
    Journal {
        /// Number of the row.
        seq: u64,
    },
    /// A stream's chain breaks here, or a body is not the one that was sealed.
    Record {
        /// Number in its stream.
        seq: u64,
    },
    /// A document is not as the journal left it.
    Document {
        /// Its kind.
        kind: Kind,
        /// Its id.
        id: Uuid,
    },
    /// A document that is sealed when it is saved is not as it was sealed last.
    Unsealed {
        /// Its kind.
        kind: Kind,
        /// Its id.
        id: Uuid,
    },
    /// The body of a document cannot be read by this program.
    Unreadable {
        /// Its kind.
        kind: Kind,
        /// Its id.
        id: Uuid,
    },
    /// An evidence file is not there.
    EvidenceMissing {
        /// The evidence.
        id: Uuid,
        /// The name that the file had.
        name: String,
    },
    /// An evidence file does not open, or is not what was added.
    EvidenceDamaged {
        /// The evidence.
        id: Uuid,
        /// The name that the file had.
        name: String,
    },
    /// A rebuild gave other documents than there were; they are replaced now.
    Rebuilt,
}

impl Store {
    /// Checks everything. Others can read meanwhile, and wait with writing.
    ///
    /// # Errors
    /// [`StoreError`] when the check itself cannot be done. What it finds is an answer.
    pub fn verify(&self) -> Result<Verification, StoreError> {
        let mut writer = self.writer();
        let transaction = self.begin(&mut writer)?;
        let mut problems = Vec::new();
        check_pages(&transaction, WHOLE, &mut problems)?;
        let found = check_content(&transaction, &self.evidence_files(), &mut problems);
        drop(transaction);
        give_back(&writer);
        let damage = match found {
            Ok(found) => {
                let ok = problems.is_empty();
                return Ok(Verification {
                    ok,
                    problems,
                    ..found
                });
            }
            Err(error @ (StoreError::Corrupt | StoreError::Body { .. })) => error,
            Err(error) if problems.is_empty() => return Err(error),
            Err(error) => error,
        };
        // Too damaged to be counted: what was found so far is the answer.
        problems.push(Problem::Page {
            detail: damage.to_string(),
        });
        Ok(Verification {
            problems,
            ..Verification::NOTHING
        })
    }
}

impl Verification {
    /// What is known of a database that cannot be read.
    const NOTHING: Self = Self {
        ok: false,
        journal: 0,
        records: 0,
        state_hash: [0; 32],
        sealed_hash: [0; 32],
        problems: Vec::new(),
    };
}

/// Everything above the pages. The problems stay with the caller, also when this gives up.
fn check_content(
    connection: &Connection,
    files: &EvidenceFiles<'_>,
    problems: &mut Vec<Problem>,
) -> Result<Verification, StoreError> {
    check_references(connection, problems)?;
    let mut expected = Expected::default();
    let identity = identity::get(connection)?;
    let journal = follow_journal(connection, &identity, problems, |stored| {
        expected.add(&stored.entry.changes);
        Ok(())
    })?;
    let records = follow_records(connection, &identity, problems, |stored| {
        expected.add_record(&stored.record);
        Ok(())
    })?;
    let state_hash = expected.compare(connection, problems)?;
    let sealed_hash = records::sealed_hash(connection)?;
    check_evidence(&View::new(connection), files, problems)?;
    Ok(Verification {
        journal,
        records,
        state_hash,
        sealed_hash,
        ..Verification::NOTHING
    })
}

/// Everything that SQLCipher and SQLite can find.
pub(crate) const WHOLE: [&str; 2] = ["PRAGMA cipher_integrity_check", "PRAGMA integrity_check"];
/// For a copy that was just made: every page by its seal, and the trees without each index entry.
pub(crate) const COPIED: [&str; 2] = ["PRAGMA cipher_integrity_check", "PRAGMA quick_check"];

/// Asks SQLite and SQLCipher. A sound database answers `ok`, or nothing.
pub(crate) fn check_pages(
    connection: &Connection,
    questions: [&str; 2],
    problems: &mut Vec<Problem>,
) -> Result<(), StoreError> {
    for question in questions {
        let answers = match ask(connection, question) {
            Err(StoreError::Corrupt) => vec![question.to_owned()],
            answers => answers?,
        };
        let wrong = answers.into_iter().filter(|answer| answer != "ok");
        problems.extend(wrong.map(|detail| Problem::Page { detail }));
    }
    Ok(())
}

fn ask(connection: &Connection, pragma: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare(pragma)?;
    let answers = statement.query_map([], |row| row.get(0))?;
    Ok(answers.collect::<Result<_, _>>()?)
}

fn check_references(
    connection: &Connection,
    problems: &mut Vec<Problem>,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let table: String = row.get(0)?;
        let found = match (
            document::kind_of_table(&table),
            row.get::<_, Option<i64>>(1)?,
        ) {
            (Some(kind), Some(number)) => {
                document::id_of_row(connection, kind, number)?.map(|id| (kind, id))
            }
            _ => None,
        };
        problems.push(match found {
            Some((kind, id)) => Problem::Dangling { kind, id },
            None => Problem::Page { detail: table },
        });
    }
    Ok(())
}

fn check_evidence(
    view: &View<'_>,
    files: &EvidenceFiles<'_>,
    problems: &mut Vec<Problem>,
) -> Result<(), StoreError> {
    view.for_each_evidence(|evidence| {
        let (id, name) = (evidence.id.0, evidence.name);
        match files.read_to(&evidence.content_hash, &mut std::io::sink()) {
            Ok(size) if size == evidence.size => {}
            Ok(_) | Err(EvidenceError::Damaged) => {
                problems.push(Problem::EvidenceDamaged { id, name });
            }
            Err(EvidenceError::Missing) => problems.push(Problem::EvidenceMissing { id, name }),
            Err(error) => return Err(StoreError::from_evidence(error)),
        }
        Ok(())
    })
}
