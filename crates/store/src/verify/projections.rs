//! Whether the tables are what journal and records say.

use super::Problem;
use crate::{document, error::StoreError};
use ::record::{Encoded, Record, journal::Change};
use domain::Kind;
use rusqlite::Connection;
use std::collections::BTreeMap;
use uuid::Uuid;

type Print = [u8; 32];

/// What each document should be, by the hash of its body.
#[derive(Default)]
pub(crate) struct Expected {
    journalled: BTreeMap<(Kind, Uuid), Print>,
    sealed: BTreeMap<(Kind, Uuid), Print>,
}

impl Expected {
    /// After one more act.
    pub(crate) fn add(&mut self, changes: &[Change]) {
        for change in changes {
            let document = (change.kind, change.doc_id);
            match &change.after {
                Some(Encoded { schema, bytes }) => {
                    self.journalled.insert(document, print(*schema, bytes));
                }
                None => {
                    self.journalled.remove(&document);
                }
            }
        }
    }

    /// After one more record.
    pub(crate) fn add_record(&mut self, record: &Record) {
        let header = &record.header;
        match (header.kind.known(), &record.body) {
            (Some(Kind::Redaction), _) => {
                for kind in Kind::DOCUMENTS {
                    self.sealed.remove(&(kind, header.doc_id));
                }
            }
            (Some(kind), Some(body)) if kind.seals_when_saved() => {
                self.sealed
                    .insert((kind, header.doc_id), print(header.schema, body));
            }
            _ => {}
        }
    }

    /// Compares with the tables; answers the hash of what stands there.
    pub(crate) fn compare(
        mut self,
        connection: &Connection,
        problems: &mut Vec<Problem>,
    ) -> Result<[u8; 32], StoreError> {
        let mut documents = Vec::new();
        for kind in Kind::DOCUMENTS {
            document::each(connection, kind, |id, schema, body| {
                let found = print(schema, body);
                if self.journalled.remove(&(kind, id)) != Some(found) {
                    problems.push(Problem::Document { kind, id });
                }
                if kind.seals_when_saved() && self.sealed.remove(&(kind, id)) != Some(found) {
                    problems.push(Problem::Unsealed { kind, id });
                }
                if document::decode_bytes(kind, id, (schema, body)).is_err() {
                    problems.push(Problem::Unreadable { kind, id });
                }
                documents.push((kind, id, body.to_vec()));
                Ok(())
            })?;
        }
        problems.extend(
            self.journalled
                .into_keys()
                .map(|(kind, id)| Problem::Document { kind, id }),
        );
        problems.extend(
            self.sealed
                .into_keys()
                .map(|(kind, id)| Problem::Unsealed { kind, id }),
        );
        Ok(::record::state_hash(documents))
    }
}

/// One hash for every document.
pub(crate) fn state_hash(connection: &Connection) -> Result<[u8; 32], StoreError> {
    let mut documents = Vec::new();
    for kind in Kind::DOCUMENTS {
        document::each(connection, kind, |id, _, body| {
            documents.push((kind, id, body.to_vec()));
            Ok(())
        })?;
    }
    Ok(::record::state_hash(documents))
}

fn print(schema: u16, body: &[u8]) -> Print {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&schema.to_le_bytes()).update(body);
    hasher.finalize().into()
}
