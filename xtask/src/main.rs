//! `cargo xtask VERB`: everything that is done to this project besides writing it.
//!
//! One module per verb. Progress goes to standard error; standard output belongs to the programs
//! that are started.

mod arguments;
mod bench;
mod bundle;
mod display;
mod native;
mod page;
mod process;
mod run;
mod setup;
mod shots;
mod simulate;
mod test;
mod time;
mod windows;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;

use arguments::{USAGE, Verb};
use setup::Purpose;
use workspace::Workspace;

fn main() -> ExitCode {
    let verb = match arguments::parse(lexopt::Parser::from_env()) {
        Ok(verb) => verb,
        Err(problem) => {
            eprintln!("{problem:#}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match perform(verb) {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("\nfailed: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(verb: Verb) -> Result<ExitCode> {
    let workspace = Workspace::here()?;
    match verb {
        Verb::Help => eprintln!("{USAGE}"),
        Verb::Setup(purposes) => setup::setup(&workspace, &purposes)?,
        Verb::Ui(profile) => {
            setup::setup(&workspace, &[Purpose::Page])?;
            page::build(&workspace, profile)?;
        }
        Verb::Run(start) => return run::run(&workspace, &start),
        Verb::Loopback(start) => return run::loopback(&workspace, &start),
        Verb::Test(choice) => return test::test(&workspace, &choice),
        Verb::Bench(choice) => return bench::bench(&workspace, &choice),
        Verb::Simulate(what) => simulate::simulate(&workspace, what)?,
        Verb::Bundle(proof) => bundle::bundle(&workspace, proof)?,
        Verb::CheckWindows => windows::check(&workspace)?,
        Verb::Shots(arguments) => return shots::shots(&workspace, &arguments),
    }
    Ok(ExitCode::SUCCESS)
}
