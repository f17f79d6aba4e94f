//! Reading what the rules need.

use crate::Trouble;
use crate::database::{Question, Row, Sql};
use crate::tables::{self, device::Device};
use domain::Timestamp;
use record::{Chain, Stream};
use std::collections::BTreeSet;
use sync::Mutation;
use sync::centre::{FeedWriter, Lines, Loaded};
use sync::ledger::{DocumentKey, Ledger};
use sync::message::{Epoch, FeedPosition, OfficeId, Position, StreamClaim};

/// How many records one receipt speaks of at most.
const RECEIPT: u64 = 512;

/// Asks for the lines of a claimed stream, the records behind the acknowledged place, as many as
/// one receipt may say, and those at the claimed head.
pub(super) fn ask_claimed(office: OfficeId, claim: &StreamClaim) -> [Question; 3] {
    let stream = (office, claim.stream);
    let first = claim.acknowledged.seq;
    let reach = (first, first.saturating_add(RECEIPT));
    [
        tables::line::ask(stream),
        tables::record::ask_known(stream, reach),
        tables::record::ask_known(stream, (claim.head.seq, claim.head.seq)),
    ]
}

/// Reads the answers to [`ask_claimed`].
pub(super) fn read_claimed(claim: &StreamClaim, answers: &[Vec<Row>]) -> Result<Lines, Trouble> {
    let [lines, reach, head] = answers else {
        return Err(Trouble::odd("a stream"));
    };
    let mut known = tables::record::read_known(reach)?;
    let at_head = tables::record::read_known(head)?;
    known.extend(at_head.into_iter().filter(|(at, _)| *at == claim.head));
    Ok(Lines {
        lines: tables::line::read(lines)?,
        known,
    })
}

/// The lines of a stream and its record at a place.
pub(super) async fn place(
    sql: &mut dyn Sql,
    stream: (OfficeId, Stream),
    place: Position,
) -> Result<Lines, Trouble> {
    let asked = [
        tables::line::ask(stream),
        tables::record::ask_known(stream, (place.seq, place.seq)),
    ];
    let answers = sql.queries(&asked).await?;
    let [lines, known] = answers.as_slice() else {
        return Err(Trouble::odd("a stream"));
    };
    let mut known = tables::record::read_known(known)?;
    known.retain(|at, _| *at == place);
    Ok(Lines {
        lines: tables::line::read(lines)?,
        known,
    })
}

/// How far an office has come: where its feed ends, in which life of the database. Whatever a plan
/// depends on is told in the feed when it changes, so a plan that was made at this standing is the
/// plan of every transaction that finds the office at the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Standing {
    end: FeedPosition,
    epoch: Epoch,
}

impl Standing {
    /// Where the office stood when this was read.
    pub(super) const fn of(loaded: &Loaded) -> Self {
        Self {
            end: loaded.feed.position(),
            epoch: loaded.epoch,
        }
    }
}

/// Where an office stands. Its feed is locked, so that it stays there until the transaction ends.
pub(super) async fn standing(sql: &mut dyn Sql, office: OfficeId) -> Result<Standing, Trouble> {
    let feed = tables::feed::feed_of(office);
    let asked = [
        tables::feed::ask_end(feed).locking(),
        tables::centre::ask_epoch(),
    ];
    let answers = sql.queries(&asked).await?;
    let [end, epoch] = answers.as_slice() else {
        return Err(Trouble::odd("an office"));
    };
    Ok(Standing {
        end: tables::feed::read_end(feed, end)?.position,
        epoch: tables::centre::read_epoch(epoch)?,
    })
}

/// What a plan depends on. It is true as long as the office's [`Standing`] is the same; the device
/// too is read again, because somebody may have revoked it since the batch was opened.
pub(super) async fn loaded(
    sql: &mut dyn Sql,
    (device, stream, now): (&Device, Stream, Timestamp),
    (reach, documents): ((u64, u64), &BTreeSet<DocumentKey>),
) -> Result<Loaded, Trouble> {
    let certificate = device.certificate;
    let office = certificate.office;
    let feed = tables::feed::feed_of(office);
    let asked = [
        tables::feed::ask_end(feed),
        tables::centre::ask_epoch(),
        tables::device::ask(certificate.device),
        tables::line::ask((office, stream)),
        tables::record::ask_known((office, stream), reach),
        tables::closing::ask(office),
        tables::held::ask_any(office),
    ];
    let answers = sql.queries(&asked).await?;
    let [end, epoch, device_now, lines, known, closings, waiting] = answers.as_slice() else {
        return Err(Trouble::odd("an office"));
    };
    let mut ledger = Ledger::default();
    ledger.closings = tables::closing::read(closings)?;
    fill(sql, (&mut ledger, office), (documents, waiting)).await?;
    let device_now = tables::device::read(device_now, certificate.device)?;
    Ok(Loaded {
        epoch: tables::centre::read_epoch(epoch)?,
        now,
        start: device.start_of(stream),
        revocation: device_now.and_then(|it| it.revocation),
        lines: Lines {
            lines: tables::line::read(lines)?,
            known: tables::record::read_known(known)?,
        },
        ledger,
        feed: FeedWriter::at(feed, tables::feed::read_end(feed, end)?.position),
        mutation: Mutation::default(),
    })
}

/// What letting records through depends on: the documents, and the locked end of the feed.
pub(super) async fn for_release(
    sql: &mut dyn Sql,
    office: OfficeId,
    (documents, now): (&BTreeSet<DocumentKey>, Timestamp),
) -> Result<Loaded, Trouble> {
    let feed = tables::feed::feed_of(office);
    let asked = [
        tables::feed::ask_end(feed).locking(),
        tables::centre::ask_epoch(),
        tables::closing::ask(office),
        tables::held::ask_any(office),
    ];
    let answers = sql.queries(&asked).await?;
    let [end, epoch, closings, waiting] = answers.as_slice() else {
        return Err(Trouble::odd("an office"));
    };
    let mut ledger = Ledger::default();
    ledger.closings = tables::closing::read(closings)?;
    fill(sql, (&mut ledger, office), (documents, waiting)).await?;
    Ok(Loaded {
        epoch: tables::centre::read_epoch(epoch)?,
        now,
        start: Chain([0; 32]),
        revocation: None,
        lines: Lines::default(),
        ledger,
        feed: FeedWriter::at(feed, tables::feed::read_end(feed, end)?.position),
        mutation: Mutation::default(),
    })
}

/// Loads documents into a ledger, and what waits for them if anything does.
async fn fill(
    sql: &mut dyn Sql,
    (ledger, office): (&mut Ledger, OfficeId),
    (keys, waiting): (&BTreeSet<DocumentKey>, &[Row]),
) -> Result<(), Trouble> {
    let documents = tables::document::some(sql, office, keys.iter()).await?;
    ledger.documents = documents
        .into_iter()
        .map(|folded| ((folded.kind, folded.doc_id), folded))
        .collect();
    if !waiting.is_empty() {
        ledger.waiting = tables::held::waiting(sql, office, keys.iter()).await?;
    }
    Ok(())
}
