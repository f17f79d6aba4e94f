//! A centre in this process, on one of the two databases.

use central::database::Place;
use central::{Centre, Files, Opening};
use journeys::network::postgres::Cluster;
use tempfile::TempDir;

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Sqlite,
    Postgres,
}

/// A fresh centre.
pub(super) struct Site {
    pub(super) centre: Centre,
    // Behind the centre: its connections end first.
    _cluster: Option<Cluster>,
    pub(super) folder: TempDir,
}

impl Site {
    pub(super) async fn new(kind: Kind) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        let (place, cluster) = match kind {
            Kind::Sqlite => (Place::File(folder.path().join("pusat.sqlite")), None),
            Kind::Postgres => {
                let cluster = tokio::task::spawn_blocking(Cluster::start).await??;
                (Place::Server(cluster.database("pusat")?), Some(cluster))
            }
        };
        let files = Files::folder(&folder.path().join("files"))?;
        Ok(Self {
            centre: Centre::open(Opening::new(place, files)).await?,
            _cluster: cluster,
            folder,
        })
    }
}
