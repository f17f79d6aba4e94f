//! `kill -9` at random moments of writing: every acknowledged write is there, and everything is
//! sound, each time.

use journeys::desk::Pc;
use journeys::terminal::kinerja;
use std::collections::HashMap;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How often. Ten more are killed in the window.
const KILLS: u32 = 190;

#[test]
fn nothing_acknowledged_is_lost_when_the_writer_is_killed() {
    let pc = Pc::new().expect("a PC");
    let laid =
        kinerja(&pc, &["latihan", "--pegawai", "25", "--periode", "2026-10"]).expect("latihan");
    assert_eq!(laid.status, 0, "{laid:?}");

    let mut acknowledged: HashMap<String, u32> = HashMap::new();
    let mut next = 1;
    let mut killed_in_the_middle = 0;
    for round in 0..KILLS {
        let mut child = Command::new(env!("CARGO_BIN_EXE_journeys-writer"))
            .arg(next.to_string())
            .envs(pc.environment())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the writer starts");
        let mut lines = BufReader::new(child.stdout.take().expect("output")).lines();
        // The moment: after a few acknowledgements, and then some part of a commit later. The
        // parts go through all microseconds of a commit in steps that never meet again.
        for line in lines.by_ref().take(1 + (round as usize * 7) % 5) {
            note(&mut acknowledged, &mut next, &line.expect("a line"));
        }
        let until = Instant::now() + Duration::from_micros(u64::from(round) * 137 % 4_000);
        while Instant::now() < until {
            std::hint::spin_loop();
        }
        child.kill().expect("kill -9");
        let status = child.wait().expect("gone");
        killed_in_the_middle += u32::from(!status.success());
        // What it said before it died counts, too.
        for line in lines.map_while(Result::ok) {
            note(&mut acknowledged, &mut next, &line);
        }
        check(&pc, &acknowledged).expect("what is there");
    }
    assert_eq!(
        killed_in_the_middle, KILLS,
        "every writer was killed, none had ended"
    );
}

/// `periksa` passes, and each row holds its last acknowledged value or a later one.
fn check(pc: &Pc, acknowledged: &HashMap<String, u32>) -> anyhow::Result<()> {
    let verified = kinerja(pc, &["periksa"])?;
    assert_eq!(verified.status, 0, "{verified:?}");
    assert_eq!(verified.value["ok"], true, "{verified:?}");
    let there = journeys::stored::attainments(pc)?;
    for (row, value) in acknowledged {
        let stored = there.get(row).copied().unwrap_or_default();
        assert!(
            stored >= *value,
            "row {row}: {value} was acknowledged, {stored} is there"
        );
    }
    Ok(())
}

fn note(acknowledged: &mut HashMap<String, u32>, next: &mut u32, line: &str) {
    // A line that was cut off by the kill says nothing.
    let Some((row, value)) = line.split_once(' ') else {
        return;
    };
    let Ok(value) = value.parse::<u32>() else {
        return;
    };
    acknowledged.insert(row.to_owned(), value);
    *next = (*next).max(value + 1);
}
