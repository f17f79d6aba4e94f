//! What was asked for on the command line.

use std::ffi::OsString;

use anyhow::{Result, bail};
use lexopt::{Arg, Parser, ValueExt};

use crate::{page::PageProfile, setup::Purpose, simulate::Simulation, test::Step};

/// The text of `cargo xtask help`.
pub const USAGE: &str = "\
cargo xtask VERB

  setup [page|loopback|run|test|office|bundle|windows]...
                         install what is missing (default: what `test` needs)
  run [--dev] [-- ARGS]  set up, build the page and the program, open the window;
                         without a display: serve it on 127.0.0.1 and print the address
  loopback [--dev] [-- ARGS]
                         serve on 127.0.0.1 in any case
  ui [--release|--dev]   build the page into ui/dist (--dev: quick to build, large)
  test [FILTER] [--only STEP]... [--office]
                         set up and check everything; FILTER picks tests by name,
                         STEP is one of the names in the closing table,
                         --office also reads the workbooks with LibreOffice
  bench [NAME] [--quick] measure
  simulate [--seeds N|--seed S]
                         simulate N short seeds of offices and a centre (default
                         100000), or tell the story of seed S
  bundle [--check]       make the installer (--check: install it and start it; Debian only)
  check-windows          compile the program and the terminal for Windows
  shots [-- ARGS]        pictures of every screen into target/shots";

/// One verb with its choices.
#[derive(Debug, PartialEq)]
pub enum Verb {
    /// Print the usage.
    Help,
    /// Install what these purposes need.
    Setup(Vec<Purpose>),
    /// Build the page.
    Ui(PageProfile),
    /// Open the window.
    Run(Start),
    /// Serve to a plain browser.
    Loopback(Start),
    /// Check everything.
    Test(TestChoice),
    /// Measure.
    Bench(BenchChoice),
    /// Simulate offices and a centre.
    Simulate(Simulation),
    /// Make the installer.
    Bundle(Proof),
    /// Compile for Windows.
    CheckWindows,
    /// Take pictures, with arguments for the program that takes them.
    Shots(Vec<OsString>),
}

/// How the program is started.
#[derive(Debug, PartialEq)]
pub struct Start {
    /// Which build of the page it shows.
    pub page: PageProfile,
    /// What it is started with.
    pub arguments: Vec<OsString>,
}

/// Which tests run.
#[derive(Debug, Default, PartialEq)]
pub struct TestChoice {
    /// Part of the names of the tests to run.
    pub filter: Option<String>,
    /// The steps to run; empty means all.
    pub only: Vec<Step>,
    /// Whether LibreOffice is installed and used.
    pub office: bool,
}

/// Which measurements run.
#[derive(Debug, Default, PartialEq)]
pub struct BenchChoice {
    /// One measurement by name.
    pub name: Option<String>,
    /// Fewer repetitions.
    pub quick: bool,
}

/// Whether an installer is tried out after it is made.
#[derive(Debug, PartialEq, Clone, Copy)]
pub enum Proof {
    /// It is left as it is.
    None,
    /// It is installed and started on this machine.
    InstallAndStart,
}

/// Reads the command line.
///
/// # Errors
/// When a verb, an option or a value is unknown.
pub fn parse(mut parser: Parser) -> Result<Verb> {
    let verb = match parser.next()? {
        None | Some(Arg::Long("help") | Arg::Short('h')) => return Ok(Verb::Help),
        Some(Arg::Value(verb)) => verb.string()?,
        Some(other) => return Err(other.unexpected().into()),
    };
    match verb.as_str() {
        "help" => Ok(Verb::Help),
        "setup" => purposes(parser).map(Verb::Setup),
        "ui" => start(parser, Extra::Refused).map(|start| Verb::Ui(start.page)),
        "run" => start(parser, Extra::Passed).map(Verb::Run),
        "loopback" => start(parser, Extra::Passed).map(Verb::Loopback),
        "test" => test(parser).map(Verb::Test),
        "bench" => bench(parser).map(Verb::Bench),
        "simulate" => simulate(parser).map(Verb::Simulate),
        "bundle" => bundle(parser).map(Verb::Bundle),
        "check-windows" => nothing_more(parser).map(|()| Verb::CheckWindows),
        "shots" => passed(parser).map(Verb::Shots),
        other => bail!("no such verb: {other}"),
    }
}

#[derive(Clone, Copy)]
enum Extra {
    Passed,
    Refused,
}

fn start(mut parser: Parser, extra: Extra) -> Result<Start> {
    let mut start = Start {
        page: PageProfile::Release,
        arguments: Vec::new(),
    };
    while let Some(argument) = parser.next()? {
        match (argument, extra) {
            (Arg::Long("release"), _) => start.page = PageProfile::Release,
            (Arg::Long("dev"), _) => start.page = PageProfile::Dev,
            (Arg::Value(value), Extra::Passed) => start.arguments.push(value),
            (other, _) => return Err(other.unexpected().into()),
        }
    }
    Ok(start)
}

fn purposes(mut parser: Parser) -> Result<Vec<Purpose>> {
    let mut purposes = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Value(name) => purposes.push(Purpose::named(&name.string()?)?),
            other => return Err(other.unexpected().into()),
        }
    }
    if purposes.is_empty() {
        purposes.push(Purpose::Test);
    }
    Ok(purposes)
}

fn test(mut parser: Parser) -> Result<TestChoice> {
    let mut choice = TestChoice::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("only") => choice.only.push(Step::named(&parser.value()?.string()?)?),
            Arg::Long("office") => choice.office = true,
            Arg::Value(filter) if choice.filter.is_none() => choice.filter = Some(filter.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(choice)
}

fn bench(mut parser: Parser) -> Result<BenchChoice> {
    let mut choice = BenchChoice::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("quick") => choice.quick = true,
            Arg::Value(name) if choice.name.is_none() => choice.name = Some(name.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(choice)
}

fn simulate(mut parser: Parser) -> Result<Simulation> {
    let mut simulation = Simulation::Seeds(100_000);
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("seeds") => simulation = Simulation::Seeds(parser.value()?.parse()?),
            Arg::Long("seed") => simulation = Simulation::Story(parser.value()?.parse()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(simulation)
}

fn bundle(mut parser: Parser) -> Result<Proof> {
    let mut proof = Proof::None;
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("check") => proof = Proof::InstallAndStart,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(proof)
}

fn passed(mut parser: Parser) -> Result<Vec<OsString>> {
    let mut arguments = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Value(value) => arguments.push(value),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(arguments)
}

fn nothing_more(mut parser: Parser) -> Result<()> {
    match parser.next()? {
        None => Ok(()),
        Some(other) => Err(other.unexpected().into()),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn read(line: &str) -> Result<Verb> {
        parse(Parser::from_args(line.split_whitespace()))
    }

    fn start(page: PageProfile, arguments: &[&str]) -> Start {
        Start {
            page,
            arguments: arguments.iter().map(OsString::from).collect(),
        }
    }

    #[rstest]
    #[case::nothing("", Verb::Help)]
    #[case::setup_is_for_the_tests("setup", Verb::Setup(vec![Purpose::Test]))]
    #[case::setup_for_two("setup run office", Verb::Setup(vec![Purpose::Run, Purpose::Office]))]
    #[case::page("ui", Verb::Ui(PageProfile::Release))]
    #[case::quick_page("ui --dev", Verb::Ui(PageProfile::Dev))]
    #[case::run("run", Verb::Run(start(PageProfile::Release, &[])))]
    #[case::passed_through("run --dev -- --data /tmp/x --dev",
        Verb::Run(start(PageProfile::Dev, &["--data", "/tmp/x", "--dev"])))]
    #[case::all_tests("test", Verb::Test(TestChoice::default()))]
    #[case::some_tests("test nip --only native --only clippy --office", Verb::Test(TestChoice {
        filter: Some("nip".into()), only: vec![Step::Native, Step::Clippy], office: true }))]
    #[case::bench("bench import --quick",
        Verb::Bench(BenchChoice { name: Some("import".into()), quick: true }))]
    #[case::simulate("simulate", Verb::Simulate(Simulation::Seeds(100_000)))]
    #[case::seeds("simulate --seeds 500", Verb::Simulate(Simulation::Seeds(500)))]
    #[case::story(
        "simulate --seed 2000017",
        Verb::Simulate(Simulation::Story(2_000_017))
    )]
    #[case::bundle("bundle --check", Verb::Bundle(Proof::InstallAndStart))]
    #[case::windows("check-windows", Verb::CheckWindows)]
    fn reads_a_verb_with_its_choices(#[case] line: &str, #[case] expected: Verb) {
        assert_eq!(read(line).unwrap(), expected);
    }

    #[rstest]
    #[case::verb("rnu")]
    #[case::purpose("setup everything")]
    #[case::step("test --only spelling")]
    #[case::option("ui --fast")]
    #[case::seed_without_number("simulate --seed")]
    #[case::second_filter("test a b")]
    #[case::arguments_for_the_page("ui -- --data x")]
    #[case::arguments_for_windows("check-windows now")]
    fn refuses_what_it_does_not_know(#[case] line: &str) {
        assert!(read(line).is_err());
    }
}
