//! Answering a hello.

use super::load;
use crate::database::{Question, Row, Sql};
use crate::tables::device::Device;
use crate::tables::upload::Key;
use crate::{Centre, Trouble, tables};
use ciphers::Signatures;
use domain::Timestamp;
use sync::centre::{Grounds, greet};
use sync::message::{
    DeviceCertificate, Feed, FeedPosition, FeedState, Hello, HelloAnswer, OfficeId, Standing,
    WireVersion,
};
use sync::wire::SignedHello;

/// The newest version of the wire that this program speaks.
const WIRE: WireVersion = WireVersion(1);
/// Streams and feeds of one question that are looked at; a device has one or two.
const MOST: usize = 64;

impl Centre {
    /// The answer, with who asked; `None` when the device is unknown or did not sign the question.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn hello(
        &self,
        signed: SignedHello,
    ) -> Result<Option<(DeviceCertificate, HelloAnswer)>, Trouble> {
        let id = signed.claimed_device();
        let found = self
            .database()
            .read(move |sql| Box::pin(tables::device::find(sql, id)))
            .await?;
        let Some(device) = found else {
            return Ok(None);
        };
        let certificate = device.certificate;
        let Some(hello) = signed.verify(&certificate.key, &Signatures).cloned() else {
            return Ok(None);
        };
        let answer = self.greet(hello, device).await?;
        Ok(Some((certificate, answer)))
    }

    async fn greet(&self, mut hello: Hello, device: Device) -> Result<HelloAnswer, Trouble> {
        hello.streams.truncate(MOST);
        hello.uploads.truncate(MOST);
        hello.feeds.truncate(MOST);
        let office = device.certificate.office;
        let now = self.now();
        let offsets = self.offsets(&hello, office).await?;
        let (hello, grounds) = self
            .database()
            .read(move |sql| {
                Box::pin(async move {
                    let grounds = grounds(sql, (&hello, &device), (offsets, now)).await?;
                    Ok::<_, Trouble>((hello, grounds))
                })
            })
            .await?;
        self.note_seen((office, hello.device), now);
        Ok(greet(&hello, &grounds).sign(self.keys()))
    }

    /// Bytes of each announced upload that are there. Only those that there are begin an attempt,
    /// so that a hello with nothing unfinished writes nothing.
    async fn offsets(&self, hello: &Hello, office: OfficeId) -> Result<Vec<u64>, Trouble> {
        let mut offsets = Vec::with_capacity(hello.uploads.len());
        for announced in &hello.uploads {
            let id = announced.id;
            let key = Key {
                office,
                id: id.0.to_vec(),
            };
            let found = self
                .database()
                .read(move |sql| Box::pin(async move { tables::upload::find(sql, &key).await }))
                .await?;
            offsets.push(match found {
                Some(_) => self.offset(office, id).await?,
                None => 0,
            });
        }
        Ok(offsets)
    }

    /// Notes when the device was here. Nobody waits for it.
    fn note_seen(&self, device: (OfficeId, sync::message::DeviceId), now: Timestamp) {
        let database = self.database().clone();
        tokio::spawn(async move {
            let noted = database
                .write(move |sql| Box::pin(tables::device::seen(sql, device, now)))
                .await;
            if let Err(error) = noted {
                tracing::warn!(%error, "when a device was here could not be noted");
            }
        });
    }
}

/// Everything at once: a hello should not wait for one answer after the other.
async fn grounds(
    sql: &mut dyn Sql,
    (hello, device): (&Hello, &Device),
    (offsets, now): (Vec<u64>, Timestamp),
) -> Result<Grounds, Trouble> {
    let office = device.certificate.office;
    let open = [Feed::Common, Feed::Office(office)];
    let readings: Vec<FeedState> = hello
        .feeds
        .iter()
        .copied()
        .filter(|it| open.contains(&it.feed))
        .collect();
    let mut asked: Vec<Question> = vec![
        tables::centre::ask_epoch(),
        tables::restore::ask_since((office, hello.epoch)),
    ];
    asked.extend(open.map(tables::feed::ask_end));
    asked.extend(
        readings
            .iter()
            .map(|it| tables::feed::ask_position(it.feed, it.position.seq)),
    );
    for claim in &hello.streams {
        asked.extend(load::ask_claimed(office, claim));
    }
    let answers = sql.queries(&asked).await?;
    let (fixed, rest) = answers.split_at_checked(4).unwrap_or_default();
    let [epoch, restores, common, own] = fixed else {
        return Err(Trouble::odd("a hello"));
    };
    let (positions, streams) = rest.split_at_checked(readings.len()).unwrap_or_default();
    let feeds = vec![
        tables::feed::read_end(open[0], common)?,
        tables::feed::read_end(open[1], own)?,
    ];
    let restores = tables::restore::read_since(restores)?;
    Ok(Grounds {
        epoch: tables::centre::read_epoch(epoch)?,
        now,
        standing: match device.revocation {
            Some(_) => Standing::Revoked,
            None => Standing::Valid,
        },
        wire_version: WIRE,
        streams: hello
            .streams
            .iter()
            .zip(streams.chunks(CLAIMED))
            .map(|(claim, answers)| load::read_claimed(claim, answers))
            .collect::<Result<_, _>>()?,
        offsets,
        restored_at: restored_at(restores, (&readings, positions), &feeds)?,
        feeds,
    })
}

/// Questions about one claimed stream.
const CLAIMED: usize = 3;

/// For each restore that the device has not seen: where each feed ended then. A reading whose
/// chain is not the feed's was of another life too: it begins anew.
fn restored_at(
    mut states: Vec<FeedState>,
    (readings, positions): (&[FeedState], &[Vec<Row>]),
    ends: &[FeedState],
) -> Result<Vec<FeedState>, Trouble> {
    for (reading, rows) in readings.iter().zip(positions) {
        let seq = reading.position.seq;
        let end = ends.iter().find(|end| end.feed == reading.feed);
        let is_behind = end.is_some_and(|end| seq <= end.position.seq);
        if !is_behind || states.iter().any(|it| it.feed == reading.feed) {
            continue;
        }
        let true_one = match seq {
            0 => Some(FeedPosition::default()),
            seq => tables::feed::read_position(seq, rows)?,
        };
        if true_one != Some(reading.position) {
            states.push(FeedState {
                feed: reading.feed,
                position: FeedPosition::default(),
            });
        }
    }
    Ok(states)
}
