//! A centre to test, on one of the two databases.

use super::cluster::Cluster;
use super::pc::{Pc, Sent};
use central::database::Place;
use central::{Centre, Files, Opening};
use domain::Timestamp;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use sync::joining::EnrolmentCode;
use sync::message::{EnrolmentAnswer, EnrolmentOutcome, OfficeId, Receipt, Refusal};
use tempfile::TempDir;

/// 4 November 2026.
pub const NOW: i64 = 1_793_750_400_000_000;
pub const SECOND: i64 = 1_000_000;
pub const DAY: i64 = 24 * 60 * 60 * SECOND;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

pub struct Bed {
    pub centre: Centre,
    pub place: Place,
    pub folder: TempDir,
    pub time: Arc<AtomicI64>,
    // Behind the centre: its connections end first.
    _cluster: Option<Arc<Cluster>>,
}

impl Bed {
    pub async fn new(kind: Kind) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (place, cluster) = match kind {
            Kind::Sqlite => (Place::File(folder.path().join("pusat.sqlite")), None),
            Kind::Postgres => {
                let cluster = tokio::task::spawn_blocking(Cluster::shared).await.unwrap();
                (Place::Server(cluster.database().await), Some(cluster))
            }
        };
        let time = Arc::new(AtomicI64::new(NOW));
        let centre = open(&place, (folder.path(), &time)).await;
        Self {
            centre,
            place,
            folder,
            time,
            _cluster: cluster,
        }
    }

    /// One more process on the same database.
    pub async fn another(&self) -> Centre {
        open(&self.place, (self.folder.path(), &self.time)).await
    }

    pub fn now(&self) -> Timestamp {
        Timestamp(self.time.load(Ordering::SeqCst))
    }

    pub fn pass(&self, micros: i64) {
        self.time.fetch_add(micros, Ordering::SeqCst);
    }

    pub async fn code(&self, office: &str) -> EnrolmentCode {
        let enrolled = self.centre.new_code(office).await.unwrap();
        enrolled.code.parse().unwrap()
    }

    /// A PC that belongs to the office of this name.
    pub async fn enrolled(&self, number: u8, office: &str) -> Pc {
        let mut pc = Pc::new(number);
        let code = self.code(office).await;
        let answer = self.enrol(&pc, &code).await.unwrap();
        pc.office = answer.office();
        pc
    }

    pub async fn enrol(
        &self,
        pc: &Pc,
        code: &EnrolmentCode,
    ) -> Result<EnrolmentAnswer, sync::message::EnrolmentRefusal> {
        match self.centre.enrol(pc.request(code)).await.unwrap() {
            EnrolmentOutcome::Enrolled(answer) => Ok(*answer),
            EnrolmentOutcome::Refused(refusal) => Err(refusal),
        }
    }

    pub async fn ingest(&self, office: OfficeId, sent: &Sent) -> Result<Receipt, Refusal> {
        self.centre
            .ingest(office, sent.bytes.clone())
            .await
            .unwrap()
    }

    /// The number of rows that a question finds.
    pub async fn count(&self, statement: &'static str) -> i64 {
        self.centre
            .database()
            .read(move |sql| {
                Box::pin(async move {
                    let rows = sql.query(statement, &[]).await?;
                    rows[0].int(0)
                })
            })
            .await
            .unwrap()
    }
}

async fn open(place: &Place, (folder, time): (&std::path::Path, &Arc<AtomicI64>)) -> Centre {
    let time = time.clone();
    Centre::open(Opening {
        place: place.clone(),
        files: Files::folder(&folder.join("files")).unwrap(),
        clock: Arc::new(move || Timestamp(time.load(Ordering::SeqCst))),
    })
    .await
    .unwrap()
}
