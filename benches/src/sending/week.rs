//! The week over a line that nobody would call one: 64 kbit/s, 600 ms there and back, broken every
//! 30 s and gone for 5 s. The real programs, a real database, the corpus in it.

use super::bare::bare;
use super::desk::{filled, rate};
use super::float;
use crate::Options;
use crate::measure::{Report, show, timed};
use anyhow::Context as _;
use central::database::{Database, Place, Row, SqlError};
use corpus::{Line, QUARTER, WEEK};
use journeys::binaries;
use journeys::desk::Pc;
use journeys::network::centre::Centre;
use journeys::network::sending::{join, sync};
use journeys::network::{Carried, Manner, Proxy};
use std::time::Duration;

const BITS_PER_SECOND: u32 = 64_000;
const WEEK_TAKES: Duration = Duration::from_secs(12);
/// How much longer than the bytes alone take on the line.
const OVER_PURE: f64 = 1.35;
const SENT_AGAIN: u64 = 8_000;
const NOTHING_TO_SAY: u64 = 1_200;

pub(crate) fn run(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    binaries::terminal()?;
    let week = corpus::lines(WEEK)?;
    let unbroken = a_week(&week, Duration::from_secs(30), report)?;
    // In the greeting, in the batch, and while the receipt is on its way.
    let moments: &[u64] = if options.quick {
        &[2_500]
    } else {
        &[1_000, 2_500, 4_000]
    };
    for milliseconds in moments {
        a_week(&week, Duration::from_millis(*milliseconds), report)?;
    }
    nothing_to_say(&unbroken, report)?;

    a_quarter(&corpus::lines(QUARTER)?, report)
}

/// A thousand evaluations until the centre's receipt is here: on the line as it is, and on one that
/// breaks in the middle of them.
fn a_quarter(lines: &[Line], report: &mut Report) -> anyhow::Result<()> {
    let usual = Journey::of(
        lines,
        Manner::bad(Duration::from_secs(30)),
        Echo::CameBefore,
    )?;
    let pure = usual.pure();
    let ratio = usual.took.as_secs_f64() / pure;
    report.figure(
        "1 000 evaluations, the line breaks after 30 s",
        format!("{} = {ratio:.2} ×", usual.figure()),
        &format!("≤ {OVER_PURE} × the batches' {pure:.1} s on the line"),
        ratio <= OVER_PURE,
    );

    let manner = Manner::bad(Duration::from_secs(15));
    let broken = Journey::of(lines, manner, Echo::CameBefore)?;
    let bare = bare(broken.batches, manner)?.as_secs_f64();
    let ratio = broken.took.as_secs_f64() / bare;
    report.figure(
        "1 000 evaluations, the line breaks after 15 s",
        format!("{} = {ratio:.2} ×", broken.figure()),
        &format!("≤ {OVER_PURE} × the {bare:.1} s of the batches' bytes alone on that line"),
        ratio <= OVER_PURE,
    );
    let pure = broken.pure();
    report.beside(
        "beside the bytes' time as if that line never broke",
        format!("{:.2} × {pure:.1} s", broken.took.as_secs_f64() / pure),
    );

    // Beside the bytes that were lost: another handshake, another greeting.
    let more = broken.overhead().saturating_sub(usual.overhead());
    let breaks = broken
        .carried
        .drops
        .saturating_sub(usual.carried.drops)
        .max(1);
    let again = more / breaks;
    report.figure(
        "sent again after a break, with the new handshake",
        format!("{again} B for each of {breaks}"),
        &format!("≤ {SENT_AGAIN} B"),
        again <= SENT_AGAIN,
    );
    Ok(())
}

/// A week, both ways, on a line that breaks first after so long.
fn a_week(lines: &[Line], first: Duration, report: &mut Report) -> anyhow::Result<Journey> {
    let journey = Journey::of(lines, Manner::bad(first), Echo::Comes)?;
    report.figure(
        &format!("a week of 60, the line breaks after {}", show(first)),
        format!("{}, {} breaks", journey.figure(), journey.carried.drops),
        &format!("≤ {}", show(WEEK_TAKES)),
        journey.took <= WEEK_TAKES,
    );
    Ok(journey)
}

/// A sync with nothing to send and nothing to fetch.
fn nothing_to_say(after: &Journey, report: &mut Report) -> anyhow::Result<()> {
    // What came back of the week itself is fetched first.
    sync(&after.pc)?.with(0)?;
    let before = after.line.carried();
    sync(&after.pc)?.with(0)?;
    let carried = after.line.carried().since(&before);
    let bytes = carried.up_settled + carried.down_settled;
    report.figure(
        "a sync with nothing to say, behind the handshake",
        format!("{bytes} B"),
        &format!("≤ {NOTHING_TO_SAY} B"),
        bytes <= NOTHING_TO_SAY,
    );
    report.figure(
        "its round trips",
        carried.turns.to_string(),
        "= 1",
        carried.turns == 1 && carried.connections == 1,
    );
    Ok(())
}

/// What the centre says of the list of people, which was sent before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Echo {
    /// It comes down behind the ratings.
    Comes,
    /// It came down before.
    CameBefore,
}

/// An office's evaluations on their way, and what is left of it.
struct Journey {
    took: Duration,
    carried: Carried,
    /// Bytes of the batches that brought the evaluations.
    batches: u64,
    pc: Pc,
    line: Proxy,
    _centre: Centre,
}

impl Journey {
    fn of(lines: &[Line], manner: Manner, echo: Echo) -> anyhow::Result<Self> {
        let centre = Centre::start()?;
        let (pc, posts) = filled(lines)?;
        let line = centre.line(Manner::default())?;
        join(&pc, &centre, Some(&line))?;
        // The list of people is there before; what is measured is the ratings.
        sync(&pc)?.with(0)?;
        if echo == Echo::CameBefore {
            sync(&pc)?.with(0)?;
        }
        let before = batch_bytes(&centre)?;
        rate(&pc, (lines, &posts))?;
        line.behave(manner);
        let begun = line.carried();
        let (took, sent) = timed(|| sync(&pc)?.with(0))?;
        anyhow::ensure!(sent["accepted"] == lines.len(), "not all arrived: {sent}");
        Ok(Self {
            took,
            carried: line.carried().since(&begun),
            batches: batch_bytes(&centre)? - before,
            pc,
            line,
            _centre: centre,
        })
    }

    /// Seconds that the batches' bytes take on a line that never breaks.
    fn pure(&self) -> f64 {
        f64::from(8_u32) * float(self.batches) / f64::from(BITS_PER_SECOND)
    }

    /// Bytes that were put on the line beside the batches.
    fn overhead(&self) -> u64 {
        self.carried.up_begun - self.batches
    }

    fn figure(&self) -> String {
        let Carried { up, down, .. } = self.carried;
        format!("{}, {up} B up, {down} B down", show(self.took))
    }
}

/// Bytes of all batches that the centre has.
fn batch_bytes(centre: &Centre) -> anyhow::Result<u64> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let file = Place::File(centre.data().join("pusat.sqlite"));
    runtime.block_on(async {
        let database = Database::open(&file).await?;
        let statement = "SELECT coalesce(sum(length(bytes)), 0) FROM batch";
        let rows: Result<Vec<Row>, SqlError> = database
            .read(move |sql| Box::pin(async move { sql.query(statement, &[]).await }))
            .await;
        let rows = rows?;
        let row = rows.first().context("no sum")?;
        Ok(row.count(0)?)
    })
}
