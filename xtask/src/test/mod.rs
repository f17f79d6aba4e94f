//! `cargo xtask test`: everything that says whether this tree is good.
//!
//! One step after the other, all of them whatever fails in between; a table of them and the sum
//! of the tests at the end.

mod checks;
mod dependencies;
mod journeys;
mod report;
mod step;
mod suites;

use std::{process::ExitCode, time::Instant};

use anyhow::Result;

pub use journeys::on as on_display;
pub use step::Step;

use crate::{
    arguments::TestChoice,
    native::Executable,
    page::{self, PageProfile},
    setup::{self, Purpose},
    time::seconds,
    workspace::Workspace,
};
use report::{Outcome, Report};
use suites::Tally;

/// Sets up, checks everything that was chosen, and says at the end what failed.
///
/// # Errors
/// When the set-up fails; a step that fails is no error but ends in a failing exit code.
pub fn test(workspace: &Workspace, choice: &TestChoice) -> Result<ExitCode> {
    let purposes: &[Purpose] = if choice.office {
        &[Purpose::Test, Purpose::Office]
    } else {
        &[Purpose::Test]
    };
    let mut report = Report::default();
    let started = Instant::now();
    let prepared = setup::setup(workspace, purposes);
    report.add("setup", started.elapsed(), Outcome::of(&prepared));
    prepared?;

    let steps = step::chosen(choice);
    let mut run = Run {
        workspace,
        choice,
        built: Vec::new(),
        tally: Tally::default(),
    };
    for (position, step) in steps.iter().enumerate() {
        eprintln!(
            "\n== {}/{} {}: {}",
            position + 1,
            steps.len(),
            step.name(),
            step.title()
        );
        let started = Instant::now();
        let outcome = match run.perform(*step) {
            Ok(outcome) => outcome,
            Err(problem) => {
                eprintln!("{problem:#}");
                Outcome::Failed
            }
        };
        eprintln!(
            "== {}: {outcome}, {}",
            step.name(),
            seconds(started.elapsed())
        );
        report.add(step.name(), started.elapsed(), outcome);
    }

    eprintln!("\n{report}");
    run.tally.print(started.elapsed());
    let is_good = report.is_good() && run.tally.is_good();
    Ok(if is_good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// What one step leaves to the next.
struct Run<'a> {
    workspace: &'a Workspace,
    choice: &'a TestChoice,
    built: Vec<Executable>,
    tally: Tally,
}

impl<'a> Run<'a> {
    fn perform(&mut self, step: Step) -> Result<Outcome> {
        let workspace = self.workspace;
        let filter = self.filter();
        match step {
            Step::Format => checks::format(workspace)?,
            Step::Page => page::build(workspace, PageProfile::Release)?,
            Step::Clippy => checks::clippy(workspace)?,
            Step::PageClippy => checks::page_clippy(workspace)?,
            Step::Deny => return dependencies::check(workspace),
            Step::Build => self.built = suites::build(workspace)?,
            Step::Xtask => return self.cargo_tests(&["--package=xtask"]),
            Step::Native => {
                self.compile()?;
                return suites::native(&self.built, filter, &mut self.tally);
            }
            Step::Documentation => {
                return suites::documentation(workspace, filter, &mut self.tally);
            }
            Step::PageTests => return self.cargo_tests(&["--package=ui", "--lib"]),
            Step::Journeys => {
                self.compile()?;
                return journeys::run(workspace, &self.built, filter, &mut self.tally);
            }
        }
        Ok(Outcome::Passed)
    }

    fn cargo_tests(&mut self, selection: &[&str]) -> Result<Outcome> {
        suites::cargo(self.workspace, selection, self.filter(), &mut self.tally)
    }

    fn filter(&self) -> Option<&'a str> {
        self.choice.filter.as_deref()
    }

    /// Compiles the native packages unless the step that does so has done it.
    fn compile(&mut self) -> Result<()> {
        if self.built.is_empty() {
            self.built = suites::build(self.workspace)?;
        }
        Ok(())
    }
}
