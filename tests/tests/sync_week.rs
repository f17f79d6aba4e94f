//! A week of work goes to the centre over a line that nobody would call one.

use journeys::desk::Pc;
use journeys::network::centre::Centre;
use journeys::network::sending::{
    assert_arrived, join, office_of, rate, seal, seal_one, sync, unsent,
};
use journeys::network::{Carried, Manner};
use std::io::Write as _;
use std::time::{Duration, Instant};

const WEEK: u32 = 60;

/// Says figures past the capturing of the test's output; nothing hangs on them.
fn say(what: &str, took: Duration, carried: &Carried) {
    let _said = writeln!(
        std::io::stderr(),
        "{what}: {:.1} s, {} bytes up, {} down, {} connections, {} drops",
        took.as_secs_f64(),
        carried.up,
        carried.down,
        carried.connections,
        carried.drops
    );
}

#[test]
fn a_week_arrives_exactly_once_although_the_line_breaks() -> anyhow::Result<()> {
    let centre = Centre::start()?;
    let office = office_of(WEEK)?;
    let line = centre.line(Manner::default())?;
    join(&office, &centre, Some(&line))?;
    // The list is there before; the week is the ratings.
    sync(&office)?.with(0)?;
    let before = centre.records()?;
    rate(&office)?;
    seal(&office)?;
    assert!(unsent(&office)? >= u64::from(WEEK));

    // The first break comes with the bytes of the week, however quick the machine is.
    line.behave(Manner::bad(Duration::from_secs(30)));
    line.be_gone_after_up(1_500, Duration::from_secs(5));
    let begun_with = line.carried();
    let began = Instant::now();
    let sent = sync(&office)?.with(0)?;
    let carried = line.carried().since(&begun_with);
    say(
        "a week of 60, broken in the middle",
        began.elapsed(),
        &carried,
    );
    assert_eq!(sent["sealed"], sent["sent"], "{sent}");
    assert_eq!(sent["sent"], sent["accepted"], "{sent}");
    assert_eq!(sent["held"], 0, "{sent}");
    assert!(sent["receipt"].is_string(), "{sent}");
    assert!(carried.drops >= 1, "it broke while the week was sent");
    assert_eq!(centre.records()? - before, sent["sent"]);
    assert_arrived(&office, &centre)
}

#[test]
fn everything_of_a_large_office_arrives_over_many_breaks() -> anyhow::Result<()> {
    let centre = Centre::start()?;
    let office = office_of(250)?;
    let line = centre.line(Manner {
        bits_per_second: Some(64_000),
        round_trip: Duration::from_millis(100),
        drops: None,
    })?;
    join(&office, &centre, Some(&line))?;
    rate(&office)?;
    seal(&office)?;
    // Counted in bytes: how often a line breaks by the clock hangs on how quick the machine is.
    let before = line.carried();
    line.break_every_up(6_000);
    let began = Instant::now();
    let sent = sync(&office)?.with(0)?;
    let carried = line.carried().since(&before);
    say("an office of 250", began.elapsed(), &carried);
    assert!(carried.drops > 2, "{carried:?}");
    assert_eq!(sent["sealed"], sent["accepted"], "{sent}");
    assert_arrived(&office, &centre)
}

/// What is sent again after a break is what the line lost, not what the centre has.
#[test]
fn a_break_costs_what_was_on_the_line() -> anyhow::Result<()> {
    let centre = Centre::start()?;
    let office = office_of(300)?;
    let line = centre.line(Manner {
        bits_per_second: Some(256_000),
        round_trip: Duration::from_millis(100),
        drops: None,
    })?;
    join(&office, &centre, Some(&line))?;
    rate(&office)?;
    seal(&office)?;
    let before = line.carried();
    line.break_after_up(12_000);
    let sent = sync(&office)?.with(0)?;
    let carried = line.carried().since(&before);
    say("an office of 300, broken once", Duration::ZERO, &carried);
    assert!(carried.connections >= 2, "{carried:?}");
    assert_eq!(sent["sealed"], sent["accepted"], "{sent}");
    assert_arrived(&office, &centre)
}

/// Sends, and fetches what the centre says of what was sent.
fn everything_said(office: &Pc) -> anyhow::Result<()> {
    sync(office)?.with(0)?;
    sync(office)?.with(0)?;
    Ok(())
}

#[test]
fn nothing_to_say_is_said_in_one_question_and_one_answer() -> anyhow::Result<()> {
    let centre = Centre::plain()?;
    let office = office_of(5)?;
    let line = centre.line(Manner::default())?;
    join(&office, &centre, Some(&line))?;
    everything_said(&office)?;
    let before = line.carried();
    let sent = sync(&office)?.with(0)?;
    let carried = line.carried().since(&before);
    assert_eq!(sent["sealed"], 0);
    assert_eq!((carried.turns, carried.connections), (1, 1), "{carried:?}");
    seal_one(&office, "Baik")?;
    assert_eq!(unsent(&office)?, 1);

    let by_tls = Centre::start()?;
    let office = office_of(5)?;
    let line = by_tls.line(Manner::default())?;
    join(&office, &by_tls, Some(&line))?;
    everything_said(&office)?;
    let before = line.carried();
    sync(&office)?.with(0)?;
    let carried = line.carried().since(&before);
    let _said = writeln!(
        std::io::stderr(),
        "an empty sync behind the handshake of TLS: {} bytes up, {} down; handshake {}",
        carried.up_settled,
        carried.down_settled,
        carried.up + carried.down - carried.up_settled - carried.down_settled
    );
    Ok(())
}
