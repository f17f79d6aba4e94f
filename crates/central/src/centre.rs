//! The centre: everything that it can be asked, without HTTP.

mod doctor;
mod draft;
mod enrol;
mod evidence;
mod export;
mod hello;
mod ingest;
mod lives;
mod load;
mod offices;
mod packet;
mod packs;
mod people;
mod publish;
mod receipts;
mod rows;
pub(crate) mod rules;
mod ruling;
mod store_watch;
mod upload;
mod verify;
mod write;

pub use doctor::Checkup;
pub use enrol::EnrolledOffice;
pub use evidence::{EvidenceBegun, EvidenceCompleted};
pub use export::Exported;
pub use offices::OfficeLine;
pub use packet::{Content, Imported};
pub use packs::NextPack;
pub use people::HeldRecord;
pub use publish::Audience;
pub use rules::{Publication, PublishedPackage, Publisher};
pub use ruling::{Decision, Ruled};
pub use upload::{Begun, Completed};
pub use verify::{Fault, Verified, VerifiedOffice};

use crate::clock::Clock;
use crate::database::{Database, Place};
use crate::tables;
use crate::{Files, Trouble, clock};
use ciphers::Keypair;
use domain::Timestamp;
use rules::KnownRules;
use std::sync::Arc;
use store_watch::StoreWatch;
use sync::message::{Epoch, Health, Nonce, PublicKey};
use tokio::sync::Semaphore;

/// Batches that one process opens at the same time: opening one is work for the processor, and
/// whoever says hello should not wait for it.
const OPENED_AT_ONCE: usize = 2;

/// The centre. A clone is the same one; nothing that matters lives in it.
#[derive(Clone)]
pub struct Centre(Arc<Parts>);

struct Parts {
    database: Database,
    files: Files,
    clock: Clock,
    keys: Keypair,
    secret: [u8; 32],
    opening: Semaphore,
    rules: Arc<KnownRules>,
    store_watch: StoreWatch,
}

/// What a centre is opened with.
pub struct Opening {
    /// The database.
    pub place: Place,
    /// Packs and evidence.
    pub files: Files,
    /// The time.
    pub clock: Clock,
}

impl Opening {
    /// A centre whose files lie in a folder, by the system's clock.
    #[must_use]
    pub fn new(place: Place, files: Files) -> Self {
        Self {
            place,
            files,
            clock: clock::system(),
        }
    }
}

impl Centre {
    /// Opens the centre; makes its tables and its key when there are none.
    ///
    /// # Errors
    /// When the database cannot be opened or is a newer program's.
    pub async fn open(opening: Opening) -> Result<Self, Trouble> {
        let Opening {
            place,
            files,
            clock,
        } = opening;
        let database = Database::open(&place).await?;
        let fresh = random()?;
        let now = clock();
        let secret = database
            .write(move |sql| Box::pin(tables::centre::secret(sql, (fresh, now))))
            .await?;
        let keys = Keypair::from_secret(&secret).map_err(|error| Trouble::Key(error.into()))?;
        Ok(Self(Arc::new(Parts {
            database,
            files,
            clock,
            keys,
            secret,
            opening: Semaphore::new(OPENED_AT_ONCE),
            rules: Arc::default(),
            store_watch: StoreWatch::default(),
        })))
    }

    /// The key that the centre signs with.
    #[must_use]
    pub fn key(&self) -> PublicKey {
        self.0.keys.public()
    }

    /// What packets for the centre are sealed to.
    #[must_use]
    pub fn seal_to(&self) -> String {
        self.0.keys.seal_to()
    }

    /// The life of the database.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn epoch(&self) -> Result<Epoch, Trouble> {
        self.database()
            .read(|sql| Box::pin(tables::centre::epoch(sql)))
            .await
    }

    /// Answers a question that only the centre can answer.
    #[must_use]
    pub fn health(&self, nonce: Nonce) -> Health {
        Health::answer(nonce, self.now()).sign(self.keys())
    }

    /// A secret for one purpose, the same in every process of this centre.
    #[must_use]
    pub fn derived_secret(&self, purpose: &'static str) -> [u8; 32] {
        blake3::derive_key(purpose, &self.0.secret)
    }

    /// The database, for pages.
    #[must_use]
    pub fn database(&self) -> &Database {
        &self.0.database
    }

    pub(crate) fn files(&self) -> &Files {
        &self.0.files
    }

    pub(crate) fn now(&self) -> Timestamp {
        (self.0.clock)()
    }

    fn known_rules(&self) -> Arc<KnownRules> {
        Arc::clone(&self.0.rules)
    }

    fn keys(&self) -> &Keypair {
        &self.0.keys
    }
}

/// Random bytes of the system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Trouble> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}
