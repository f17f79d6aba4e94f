//! The SQLite file: encrypted, one module per table, the journal and the records, the evidence
//! files beside it, search, and backups.
//!
//! | Question | Answer |
//! |---|---|
//! | Where does it lie? | [`Places`] |
//! | How is it made, opened, checked? | [`Store::create`], [`Store::open`], [`Store::verify`], [`Store::rebuild`] |
//! | How is it read? | [`Store::read`] gives a [`View`] of one consistent state |
//! | How is it written? | [`Store::transact`] gives an [`Act`]: documents, journal and records in one transaction |
//! | How is it taken back? | [`Store::undo`] and [`Store::redo`] |
//! | Where are files? | [`Store::evidence_files`] |
//! | How does it survive the disk? | [`Store::backup_here`], [`Store::backup_to`], [`backup::restore`] |
//!
//! # Invariants
//!
//! * A [`View`] cannot write, and nothing writes outside [`Store::transact`], but for making a
//!   database, bringing it up and rebuilding it.
//! * Every table of documents is a projection of the journal: [`Store::rebuild`] gives the same.
//! * Journal and records only grow; triggers refuse anything else.
//! * Nothing of a document's content reaches the disk unencrypted, but the copies of evidence that
//!   somebody opens.
//! * No clock and no random source: whoever calls passes both. (Random parts of the names of
//!   temporary files, and the times that files and the migration tool note of themselves, are not
//!   read by anything that counts.)
//! * No rules: what may be written, and by whom, is decided above.

mod act;
pub mod backup;
mod column;
mod connection;
mod document;
mod durable;
mod error;
mod evidence;
mod key;
mod label;
mod lock;
mod migrations;
mod own_acts;
mod places;
mod rebuild;
mod store;
mod table;
mod trouble;
mod undo;
mod verify;
mod view;

pub use act::{Act, ActInfo, Committed, Undoable};
pub use backup::{BackupError, BackupFile, BackupLabel, BackupReason};
pub use error::{OpenError, StoreError};
pub use evidence::{AddedFile, EvidenceCopy, EvidenceError, EvidenceFiles};
pub use key::OpenKey;
pub use lock::{ExclusiveGuard, Holder, LockError};
pub use places::Places;
pub use store::Store;
pub use table::{
    centre::Centre,
    employee::EmployeePage,
    feed::{Unshown, WaitingRow},
    identity::Identity,
    journal::{DocumentAct, DocumentChange, JournalEntry},
    outcome::SetAside,
    outgoing::{BatchRow, PacketRow, ReceiptRow},
    rules::RulesRow,
    search::{SearchHit, SearchQuery},
};
pub use undo::{UndoOutcome, UndoState};
pub use verify::{Problem, Verification};
pub use view::View;
