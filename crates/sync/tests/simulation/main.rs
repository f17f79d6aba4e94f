//! Weeks of offices and a centre, simulated: each seed draws people, faults and disasters; then
//! the faults stop and everything must come together.
//!
//! `SEED=123 cargo test -p sync --test simulation one_seed -- --nocapture` tells the story of a
//! seed; `SEEDS=100000` runs that many short ones.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may break off, and says what it measured"
)]

mod acts;
mod centre;
mod happen;
mod heal;
mod invariants;
mod pc;
mod people;
mod random;
mod real;
mod seeds;
mod sticks;
mod toy;
mod world;

use rstest::rstest;
use seeds::{LONG_ACTS, REAL_ACTS, SHORT_ACTS, number_of_seeds, run_seeds, story_of};
use sync::{Mutant, Mutation};
use toy::Ciphers;
use world::{Clocks, Run, World};

fn short(seed: u64) -> Run {
    Run {
        seed,
        mutation: Mutation::default(),
        acts: SHORT_ACTS,
        ciphers: Ciphers::Toy,
        clocks: Clocks::Wrong,
    }
}

#[test]
fn short_weeks_come_together() {
    run_seeds("short", 0..number_of_seeds("SEEDS", 10_000), short);
}

#[test]
fn long_years_come_together() {
    let run = |seed| Run {
        acts: LONG_ACTS,
        ..short(seed)
    };
    run_seeds(
        "long",
        1_000_000..1_000_000 + number_of_seeds("LONG_SEEDS", 40),
        run,
    );
}

/// Years with the compressor, the envelope and the signatures that ship.
#[test]
fn long_years_with_what_ships_come_together() {
    let run = |seed| Run {
        acts: REAL_ACTS,
        ciphers: Ciphers::Real,
        ..short(seed)
    };
    run_seeds(
        "real",
        2_000_000..2_000_000 + number_of_seeds("REAL_SEEDS", 100),
        run,
    );
}

/// Tells one seed's story, when one is named.
#[test]
fn one_seed() {
    let Ok(seed) = std::env::var("SEED") else {
        return;
    };
    let seed = seed.parse().expect("SEED is a number");
    let run = match seed {
        0..1_000_000 => short(seed),
        1_000_000..2_000_000 => Run {
            acts: LONG_ACTS,
            ..short(seed)
        },
        _ => Run {
            acts: REAL_ACTS,
            ciphers: Ciphers::Real,
            ..short(seed)
        },
    };
    println!("{}", story_of(run));
}

/// I22: the same seed gives the same trace.
#[test]
fn the_same_seed_gives_the_same_trace() {
    for seed in 0..200 {
        let (first, second) = (
            World::new(short(seed), false),
            World::new(short(seed), true),
        );
        let first = first.live().expect("the seed holds");
        let second = second.live().expect("the seed holds");
        assert_eq!(first, second, "seed {seed}");
    }
}

/// I11: clocks that are ten years off change no outcome and no document.
#[test]
fn wrong_clocks_change_nothing() {
    for seed in 0..200 {
        let wrong = World::new(short(seed), false).live().expect("it holds");
        let right = Run {
            clocks: Clocks::Right,
            ..short(seed)
        };
        let right = World::new(right, false).live().expect("it holds");
        assert_eq!(wrong.result, right.result, "seed {seed}");
    }
}

/// Each bug of another program, put back, breaks the invariant that it should within so many
/// seeds; without it these seeds hold, as the first test shows.
#[rstest]
#[case(Mutant::HoleAccepted, &["I4"])]
#[case(Mutant::LastOfPageLost, &["I6", "I15"])]
#[case(Mutant::AcknowledgedSentAgain, &["I14"])]
#[case(Mutant::CursorWithoutReceipt, &["I1"])]
#[case(Mutant::PullOverwritesDraft, &["I8"])]
#[case(Mutant::RebuiltAfterDrop, &["byte-identical"])]
#[case(Mutant::DuplicateTakenIn, &["I3"])]
#[case(Mutant::HeldForEver, &["I20"])]
#[case(Mutant::TotalDeadline, &["I12", "convergence"])]
#[case(Mutant::PoisonBlocks, &["I12", "convergence"])]
#[case(Mutant::ClockGates, &["I12", "convergence"])]
#[case(Mutant::FromZeroAfterDrop, &["I13"])]
#[case(Mutant::StaleLock, &["I12", "convergence"])]
#[case(Mutant::AbsenceIsDeletion, &["I2", "I12", "convergence"])]
#[case(Mutant::IncarnationKept, &["I5"])]
#[case(Mutant::ForkDropped, &["I1", "I2", "I4", "I5"])]
#[case(Mutant::CompleteWithoutReceipt, &["honest report"])]
#[case(Mutant::RevokedApplied, &["I18"])]
#[case(Mutant::UnsignedBelieved, &["I1", "I12", "convergence"])]
#[case(Mutant::FinalEdited, &["I10"])]
fn a_mutant_is_caught(#[case] mutant: Mutant, #[case] expected: &[&str]) {
    let caught = (0..400).find_map(|seed| {
        let run = Run {
            mutation: Mutation::with(mutant),
            ..short(seed)
        };
        World::new(run, false).live().err()
    });
    let failure = caught.expect("no seed catches it");
    println!(
        "{mutant:?}: seed {}, {}: {:.120}",
        failure.seed, failure.violation.number, failure.violation.what
    );
    assert!(expected.contains(&failure.violation.number), "{failure:?}");
}

/// The table above has every mutant.
#[test]
fn no_mutant_is_forgotten() {
    let table = include_str!("main.rs");
    for mutant in Mutant::ALL {
        let case = format!("#[case(Mutant::{mutant:?},");
        assert!(table.contains(&case), "{mutant:?}");
    }
}
