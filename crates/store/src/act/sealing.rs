//! Sealing inside an act: records at the end of the device's stream.

use super::changes::Changes;
use crate::{
    error::StoreError,
    table::{
        centre,
        identity::Identity,
        record::{self as records, Latest, StoredRecord},
    },
};
use ::record::{
    Bookkeeping, DeviceNote, Encoded, Head, Header, Hlc, Record, Redaction, Revision,
    decode_bookkeeping, encode_bookkeeping,
};
use domain::{Kind, Timestamp, User, UserId};
use rusqlite::Connection;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Reason of a redaction that takes back a document whose making was undone.
const UNDONE: &str = "undo";

/// Where and by whom is sealed.
pub(super) struct Place<'c> {
    pub(super) connection: &'c Connection,
    pub(super) identity: Identity,
    pub(super) actor: UserId,
    pub(super) hlc: Hlc,
    pub(super) journal: u64,
}

/// The stream while an act adds to it.
pub(super) struct Sealing {
    salt_seed: [u8; 32],
    salts: u64,
    /// The centre's time as it was known when the act sealed first, once that was asked for.
    beacon: Option<Option<Timestamp>>,
    stream: Option<(i64, Head)>,
    explicit: BTreeSet<(Kind, Uuid)>,
    noted: bool,
}

impl Sealing {
    pub(super) const fn new(salt_seed: [u8; 32]) -> Self {
        Self {
            salt_seed,
            salts: 0,
            beacon: None,
            stream: None,
            explicit: BTreeSet::new(),
            noted: false,
        }
    }

    /// Seals a body because somebody asked for it.
    pub(super) fn seal_explicitly(
        &mut self,
        place: &Place<'_>,
        (kind, id): (Kind, Uuid),
        body: Encoded,
    ) -> Result<Revision, StoreError> {
        let latest = records::latest(place.connection, kind, id)?;
        if let Some(same) = latest.as_ref().filter(|latest| is_sealed_as(latest, &body)) {
            return Ok(same.revision);
        }
        self.explicit.insert((kind, id));
        self.append(place, (kind, id, latest.map(|it| it.revision)), body)
    }

    /// Seals a body, also when the newest record says the same.
    pub(super) fn seal_anew(
        &mut self,
        place: &Place<'_>,
        (kind, id): (Kind, Uuid),
        body: Encoded,
    ) -> Result<Revision, StoreError> {
        let latest = records::latest(place.connection, kind, id)?;
        self.explicit.insert((kind, id));
        self.append(place, (kind, id, latest.map(|it| it.revision)), body)
    }

    /// Seals a body of bookkeeping upon the one before, unless that says the same.
    pub(super) fn seal_bookkeeping(
        &mut self,
        place: &Place<'_>,
        (kind, id): (Kind, Uuid),
        body: Encoded,
    ) -> Result<(), StoreError> {
        let latest = records::latest(place.connection, kind, id)?;
        if latest.as_ref().is_some_and(|it| is_sealed_as(it, &body)) {
            return Ok(());
        }
        self.noted = true;
        self.append(place, (kind, id, latest.map(|it| it.revision)), body)
            .map(drop)
    }

    /// Seals who uses this PC, in the note of this incarnation; what it continues from stays.
    pub(super) fn note_users(
        &mut self,
        place: &Place<'_>,
        users: Vec<User>,
    ) -> Result<(), StoreError> {
        let id = Uuid::from_bytes(place.identity.incarnation);
        let before = records::latest(place.connection, Kind::DeviceNote, id)?;
        let continues = before
            .and_then(|it| {
                let bytes = it.body?;
                decode_bookkeeping(Kind::DeviceNote, it.schema, &bytes).ok()
            })
            .and_then(|body| match body {
                Bookkeeping::DeviceNote(note) => note.continues,
                _ => None,
            });
        let note = DeviceNote {
            id,
            users,
            continues,
        };
        let body = encode_bookkeeping(&Bookkeeping::DeviceNote(note));
        self.seal_bookkeeping(place, (Kind::DeviceNote, id), body)
    }

    /// Seals what is sealed whenever it is saved, and what changed again after it was sealed.
    pub(super) fn seal_saved(
        &mut self,
        place: &Place<'_>,
        changes: &Changes,
    ) -> Result<(), StoreError> {
        for change in changes
            .real()
            .filter(|change| change.kind.seals_when_saved())
        {
            self.seal_change(place, (change.kind, change.doc_id), change.after.as_ref())?;
        }
        // What changed again after it had been sealed in this act is sealed as it is now.
        let explicit: Vec<_> = self.explicit.iter().copied().collect();
        for document in explicit {
            if let Some(change) = changes.get(document) {
                self.seal_change(place, document, change.after.as_ref())?;
            }
        }
        Ok(())
    }

    fn seal_change(
        &mut self,
        place: &Place<'_>,
        (kind, id): (Kind, Uuid),
        after: Option<&Encoded>,
    ) -> Result<(), StoreError> {
        let latest = records::latest(place.connection, kind, id)?;
        match (after, latest) {
            (Some(body), Some(latest)) if is_sealed_as(&latest, body) => Ok(()),
            (Some(body), latest) => {
                let base = latest.map(|it| it.revision);
                self.append(place, (kind, id, base), body.clone()).map(drop)
            }
            (None, Some(latest)) if !latest.erased => {
                self.take_back(place, (kind, id), latest.revision)
            }
            (None, _) => Ok(()),
        }
    }

    /// A document that was sealed and is no more: absence never means deletion, so it is said.
    fn take_back(
        &mut self,
        place: &Place<'_>,
        (kind, document): (Kind, Uuid),
        revision: Revision,
    ) -> Result<(), StoreError> {
        let redaction = Redaction {
            document,
            kind,
            revision,
            reason: UNDONE.to_owned(),
        };
        let body = encode_bookkeeping(&Bookkeeping::Redaction(redaction));
        self.append(place, (Kind::Redaction, document, Some(revision)), body)
            .map(drop)
    }

    /// Where the stream ends that is left for another one; nothing when it is empty.
    pub(super) fn leave_stream(&mut self, place: &Place<'_>) -> Result<Option<Head>, StoreError> {
        let (_, head) = self.stream(place)?;
        self.stream = None;
        Ok((head.seq > 0).then_some(head))
    }

    /// The first record of a new incarnation.
    pub(super) fn note_device(
        &mut self,
        place: &Place<'_>,
        users: Vec<User>,
        continues: Option<Head>,
    ) -> Result<(), StoreError> {
        // The incarnation is random and used once, so it serves as the note's id too.
        let id = Uuid::from_bytes(place.identity.incarnation);
        let note = DeviceNote {
            id,
            users,
            continues,
        };
        let body = encode_bookkeeping(&Bookkeeping::DeviceNote(note));
        self.noted = true;
        self.append(place, (Kind::DeviceNote, id, None), body)
            .map(drop)
    }

    fn append(
        &mut self,
        place: &Place<'_>,
        (kind, doc_id, base_rev): (Kind, Uuid, Option<Revision>),
        body: Encoded,
    ) -> Result<Revision, StoreError> {
        let (number, head) = self.stream(place)?;
        let header = Header {
            stream: head.stream,
            seq: head.seq + 1,
            kind: kind.into(),
            schema: body.schema,
            doc_id,
            base_rev,
            actor: place.actor,
            hlc: place.hlc,
            beacon: self.beacon(place)?,
        };
        let record = Record::seal(header, self.next_salt(), body);
        let next = head.after(&record);
        let stored = StoredRecord {
            record,
            chain: next.chain,
            journal: place.journal,
            own: true,
        };
        records::append(place.connection, number, &stored)?;
        self.stream = Some((number, next));
        Ok(next.chain.revision())
    }

    fn stream(&mut self, place: &Place<'_>) -> Result<(i64, Head), StoreError> {
        match self.stream {
            Some(open) => Ok(open),
            None => {
                let open = records::open_stream(place.connection, &place.identity)?;
                self.stream = Some(open);
                Ok(open)
            }
        }
    }

    /// Asked once: an import seals twenty thousand records.
    fn beacon(&mut self, place: &Place<'_>) -> Result<Option<Timestamp>, StoreError> {
        if let Some(beacon) = self.beacon {
            return Ok(beacon);
        }
        let beacon = centre::beacon(place.connection)?;
        self.beacon = Some(beacon);
        Ok(beacon)
    }

    /// Each salt is as random as the act's seed, and no two are equal.
    fn next_salt(&mut self) -> [u8; 16] {
        self.salts += 1;
        let mut hasher = blake3::Hasher::new_derive_key("kinerja luring 2026 record salt v1");
        hasher
            .update(&self.salt_seed)
            .update(&self.salts.to_le_bytes());
        let mut salt = [0; 16];
        hasher.finalize_xof().fill(&mut salt);
        salt
    }

    pub(super) fn kinds(&self) -> impl Iterator<Item = Kind> {
        self.explicit.iter().map(|(kind, _)| *kind)
    }

    pub(super) fn sealed_explicitly(&self) -> impl Iterator<Item = (Kind, Uuid)> {
        self.explicit.iter().copied()
    }

    /// Whether nothing was sealed but what follows from the changes.
    pub(super) fn is_idle(&self) -> bool {
        self.explicit.is_empty() && !self.noted
    }
}

fn is_sealed_as(latest: &Latest, body: &Encoded) -> bool {
    !latest.erased && latest.schema == body.schema && latest.body.as_ref() == Some(&body.bytes)
}
