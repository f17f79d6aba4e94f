//! What an act writes about the centre. None of it is a document: it is not journalled, and what
//! can be made again from the feed is made again after a rewind.

use super::Act;
use crate::{
    error::StoreError,
    table::{
        centre::{self, Centre},
        feed::{self, Unshown, WaitingRow},
        outcome, outgoing,
        outgoing::{BatchRow, PacketRow, ReceiptRow},
        record::{self as records},
        ruling,
    },
};
use ::record::{Alias, Bookkeeping, Chain, Folded, Record, Revision, Stream, encode_bookkeeping};
use domain::{DocumentId, Kind, Period, Timestamp};

impl Act<'_> {
    /// Joins a centre.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written.
    pub fn join_centre(&mut self, centre: &Centre) -> Result<(), StoreError> {
        self.bookkept = true;
        centre::join(self.connection(), centre)
    }

    /// Saves where this PC stands with the centre, and the newest time of the centre in it.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written.
    pub fn save_centre_state(
        &mut self,
        state: &[u8],
        beacon: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        self.bookkept = true;
        centre::save_state(self.connection(), state, beacon)
    }

    /// Keeps a batch that was built; it is never changed.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written.
    pub fn keep_batch(
        &mut self,
        stream: Stream,
        batch: (&BatchRow, &[u8]),
    ) -> Result<(), StoreError> {
        self.bookkept = true;
        outgoing::add_batch(self.connection(), stream, batch)
    }

    /// Keeps a verified receipt.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written.
    pub fn keep_receipt(&mut self, receipt: &ReceiptRow) -> Result<(), StoreError> {
        self.bookkept = true;
        outgoing::add_receipt(self.connection(), receipt)
    }

    /// Notes a packet for a stick; answers its number.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written.
    pub fn note_packet(&mut self, packet: &PacketRow) -> Result<u64, StoreError> {
        self.bookkept = true;
        outgoing::add_packet(self.connection(), packet)
    }

    /// Notes that the centre holds a file.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written.
    pub fn note_sent_file(&mut self, content_hash: &[u8; 32]) -> Result<(), StoreError> {
        self.bookkept = true;
        outgoing::add_file(self.connection(), content_hash, self.info.at)
    }

    /// Notes what became of a record of this PC.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written.
    pub fn note_outcome(
        &mut self,
        stream: Stream,
        place: (u64, Chain),
        outcome: (u8, [u8; 16]),
    ) -> Result<(), StoreError> {
        self.bookkept = true;
        outcome::save(self.connection(), stream, place, outcome)
    }

    /// Keeps an entry of a feed: number, chain after it, item without its record.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written.
    pub fn keep_feed_entry(
        &mut self,
        feed: &[u8],
        entry: (u64, &[u8; 32], &[u8]),
    ) -> Result<(), StoreError> {
        self.bookkept = true;
        feed::add_entry(self.connection(), feed, entry)
    }

    /// Keeps a record that came down.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written.
    pub fn keep_received(&mut self, chain: Chain, record: &Record) -> Result<(), StoreError> {
        self.bookkept = true;
        feed::add_received(self.connection(), chain, record)
    }

    /// Forgets the entries of a feed behind one, and all that was folded from any entry.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written.
    pub fn cut_feed(&mut self, feed: &[u8], through: u64) -> Result<(), StoreError> {
        self.bookkept = true;
        feed::cut(self.connection(), feed, through)
    }

    /// Saves a document as the centre's order makes it, and what waits for its base there.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written.
    pub fn save_central_document(
        &mut self,
        key: (Kind, DocumentId),
        folded: Option<&Folded>,
        waiting: &[WaitingRow],
    ) -> Result<(), StoreError> {
        self.bookkept = true;
        if let Some(folded) = folded {
            let bytes = folded.to_bytes();
            feed::save_document(self.connection(), key, (&bytes, folded.branches.len()))?;
            ruling::set(self.connection(), key, folded.verdict())?;
        }
        feed::save_waiting(self.connection(), key, waiting)
    }

    /// Notes that the centre closed a period.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written.
    pub fn note_closing(&mut self, period: Period, at: Timestamp) -> Result<(), StoreError> {
        self.bookkept = true;
        feed::close(self.connection(), period, at)
    }

    /// Notes why a document that came down is not shown, or that it is.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written.
    pub fn note_unshown(
        &mut self,
        key: (Kind, DocumentId),
        why: Option<Unshown>,
    ) -> Result<(), StoreError> {
        self.bookkept = true;
        feed::set_unshown(self.connection(), key, why)
    }

    /// From now on the document stands upon a record that came down: what is sealed next names it
    /// as its base. The document itself stays as it is.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written.
    pub fn stand_upon(&mut self, chain: Chain, record: &Record) -> Result<(), StoreError> {
        self.bookkept = true;
        records::append_received(self.connection(), (record, chain), self.seq)
    }

    /// Shows a record that came down in place of what is here. It is sealed already, by others.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when a NIP, or an assignment's evaluation in that period, is here
    /// already; [`StoreError::Body`] when only a newer program reads it; else when the database
    /// cannot be written.
    pub fn show_received(&mut self, chain: Chain, record: &Record) -> Result<(), StoreError> {
        let (Some(kind), Some(body)) = (record.header.kind.known(), &record.body) else {
            return Ok(());
        };
        let body = ::record::Encoded {
            schema: record.header.schema,
            bytes: body.clone(),
        };
        self.put_body((kind, record.header.doc_id), body)?;
        self.stand_upon(chain, record)
    }

    /// Seals a document as it stands once more, also when the newest record says the same: a
    /// decision is visible to everybody.
    ///
    /// # Errors
    /// As [`Act::seal`].
    pub fn seal_again(&mut self, kind: Kind, id: DocumentId) -> Result<Revision, StoreError> {
        let body = crate::document::body(self.connection(), kind, id)?
            .ok_or(StoreError::Missing { kind, id })?;
        let place = self.place();
        self.sealing.seal_anew(&place, (kind, id), body)
    }

    /// Seals that the centre knows a document of this PC by another id, unless that is sealed.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written.
    pub fn seal_alias(&mut self, alias: &Alias) -> Result<(), StoreError> {
        let body = encode_bookkeeping(&Bookkeeping::Alias(alias.clone()));
        let place = self.place();
        self.sealing
            .seal_bookkeeping(&place, (Kind::Alias, alias.id), body)
    }

    /// Seals who uses this PC, so that the centre can name the actors, unless that is sealed.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written.
    pub fn note_users(&mut self) -> Result<(), StoreError> {
        let users = self.users()?;
        let place = self.place();
        self.sealing.note_users(&place, users)
    }
}
