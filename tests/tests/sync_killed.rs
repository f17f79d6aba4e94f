//! `kill -9` of the office's program and of the centre while they talk over a slow line: nothing is
//! lost, nothing is there twice, and both are sound, each time.

use journeys::desk::Pc;
use journeys::network::centre::Centre;
use journeys::network::postgres::Cluster;
use journeys::network::random::Random;
use journeys::network::sending::{
    assert_arrived, begin_sync, join, office_of, records, seal_one, sync,
};
use journeys::network::{Manner, Proxy};
use std::time::{Duration, Instant};

/// How often it is looked whether the program has ended by itself.
const LOOK: Duration = Duration::from_millis(100);
const SEED: u64 = 20_261_028;

struct Killing {
    office: Pc,
    centre: Centre,
    line: Proxy,
    random: Random,
}

#[test]
fn nothing_is_lost_on_a_file() -> anyhow::Result<()> {
    Killing::of(Centre::start()?, SEED)?.rounds(20)
}

#[test]
fn nothing_is_lost_on_postgresql() -> anyhow::Result<()> {
    let cluster = Cluster::start()?;
    let centre = Centre::on(cluster.database("pusat")?)?;
    Killing::of(centre, SEED + 1)?.rounds(8)
}

impl Killing {
    fn of(centre: Centre, seed: u64) -> anyhow::Result<Self> {
        let office = office_of(150)?;
        let line = centre.line(Manner {
            bits_per_second: Some(64_000),
            round_trip: Duration::from_millis(200),
            drops: None,
        })?;
        join(&office, &centre, Some(&line))?;
        Ok(Self {
            office,
            centre,
            line,
            random: Random::of(seed),
        })
    }

    fn rounds(mut self, rounds: u32) -> anyhow::Result<()> {
        let mut killed = 0;
        for round in 0..rounds {
            killed += u32::from(self.round(round)?);
            records(&self.office)?;
        }
        assert!(
            killed >= rounds / 3,
            "{killed} of {rounds} were killed in the middle"
        );
        sync(&self.office)?.with(0)?;
        assert_arrived(&self.office, &self.centre)?;
        self.centre.verify()?;
        Ok(())
    }

    /// Seals something, sends it, and kills somebody at a drawn place of the conversation; says
    /// whether somebody was killed in the middle.
    fn round(&mut self, round: u32) -> anyhow::Result<bool> {
        let predikat = ["Baik", "Istimewa", "Kurang"][round as usize % 3];
        seal_one(&self.office, predikat)?;
        // The first rounds have the whole list to send, the later ones little.
        let most = if round < 6 { 4_000 } else { 1_200 };
        let (is_up, enough) = (self.random.below(2) == 0, self.random.below(most));
        let begun = self.line.carried();
        let mut program = begin_sync(&self.office)?;
        let mut reached = false;
        while !reached && program.try_wait()?.is_none() {
            reached = self.line.wait(LOOK, |now| {
                let now = now.since(&begun);
                let moved = if is_up { now.up } else { now.down };
                moved >= enough
            });
        }
        let until = Instant::now() + Duration::from_micros(self.random.below(20_000));
        while Instant::now() < until {
            std::hint::spin_loop();
        }
        let is_running = program.try_wait()?.is_none();
        match self.random.below(3) {
            0 => self.centre.kill()?,
            1 => program.kill()?,
            _ => {
                self.centre.kill()?;
                program.kill()?;
            }
        }
        if self.centre.is_dead() {
            self.centre.serve()?;
        }
        // Who was not killed goes on by itself as soon as the centre is back.
        program.wait()?;
        Ok(reached && is_running)
    }
}
