//! `cargo xtask simulate`: many seeds of offices and a centre, or the story of one.

use anyhow::Result;

use crate::{process, time::timed, workspace::Workspace};

/// What is simulated.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub enum Simulation {
    /// So many short seeds, one long one for every 250 of them, and one with the real ciphers for
    /// every 100.
    Seeds(u64),
    /// One seed, told line by line.
    Story(u64),
}

/// Runs the simulation of the crate `sync`, in release: the numbers are large.
///
/// # Errors
/// When a seed breaks an invariant; its number stands in the output and tells its story.
pub fn simulate(workspace: &Workspace, simulation: Simulation) -> Result<()> {
    timed("simulation", || {
        let mut command = process::cargo();
        command.args(["test", "--release", "--package=sync", "--test=simulation"]);
        command.args(["--", "--nocapture", "--test-threads=1"]);
        match simulation {
            Simulation::Seeds(seeds) => command
                .arg("come_together")
                .env("SEEDS", seeds.to_string())
                .env("LONG_SEEDS", seeds.div_ceil(250).to_string())
                .env("REAL_SEEDS", seeds.div_ceil(100).to_string()),
            Simulation::Story(seed) => command.arg("one_seed").env("SEED", seed.to_string()),
        };
        process::run(command.current_dir(workspace.root()))
    })
}
