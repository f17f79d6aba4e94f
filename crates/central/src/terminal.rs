//! The command line.

mod arguments;
mod care;
mod export;
mod lives;
mod offices;
mod outcome;
mod pages;
mod place;
mod rules;
mod serve;
mod stick;

use arguments::{Arguments, Verb};
use clap::Parser as _;
use outcome::{Failure, Outcome};
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

/// Does what the command line says.
pub(crate) fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) if std::env::args_os().any(|argument| argument == "--json") => {
            return Outcome::from(error).print(true);
        }
        Err(error) => {
            // A closed pipe is nobody's mistake.
            let _closed = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    log(&arguments.verb);
    let as_json = arguments.json;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build();
    let result = match runtime {
        Ok(runtime) => runtime.block_on(carry_out(arguments)),
        Err(error) => Err(Failure::nothing("internal", error.to_string())),
    };
    result.unwrap_or_else(Outcome::from).print(as_json)
}

async fn carry_out(arguments: Arguments) -> Result<Outcome, Failure> {
    let Arguments { place, json, verb } = arguments;
    match verb {
        Verb::Serve(serving) => serve::run(&place, (serving, json)).await,
        Verb::Admin(admin) => pages::admin(&place, &admin).await,
        Verb::Enrol(office) => offices::enrol(&place, &office).await,
        Verb::Offices => offices::list(&place).await,
        Verb::Revoke(device) => offices::revoke(&place, &device).await,
        Verb::ImportUsb(stick) => stick::import(&place, &stick).await,
        Verb::ExportBkn(export) => export::run(&place, &export).await,
        Verb::Rules(rules) => rules::run(&place, &rules).await,
        Verb::Verify => care::verify(&place).await,
        Verb::Backup(backup) => lives::backup(&place, &backup).await,
        Verb::Restore(backup) => lives::restore(&place, &backup).await,
        Verb::Doctor => care::doctor(&place).await,
    }
}

/// `serve` tells what it does; the other verbs answer for themselves and log only when asked.
fn log(verb: &Verb) {
    let usual = match verb {
        Verb::Serve(_) => "info",
        _ => "off",
    };
    let filter = EnvFilter::try_from_env("KINERJA_LOG").unwrap_or_else(|_| EnvFilter::new(usual));
    tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
}
