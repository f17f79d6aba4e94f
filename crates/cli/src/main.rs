//! `kinerja`: the same use cases from a terminal, for the regency's IT staff and for scripts.
//!
//! With `--json` standard output is one JSON value with English keys, errors too. Exit status: 0 all
//! done, 1 nothing done, 2 usage, 3 done with rejections. `KINERJA_LOG` (`error`, `debug`, …) says on
//! standard error what went wrong behind a sentence.

mod arguments;
mod input;
mod outcome;
mod place;
mod verbs;

use api::ErrorCode;
use arguments::Arguments;
use clap::Parser as _;
use outcome::Outcome;
use std::panic::catch_unwind;
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

fn main() -> ExitCode {
    log();
    match Arguments::try_parse() {
        Ok(arguments) => {
            let as_json = arguments.json;
            catch_unwind(|| verbs::run(arguments))
                .unwrap_or_else(|_| Err(ErrorCode::Internal.into()))
                .unwrap_or_else(Outcome::from)
                .print(as_json)
        }
        Err(error) if is_json_wanted() => Outcome::from(error).print(true),
        Err(error) => {
            // A closed pipe is nobody's mistake.
            let _closed = error.print();
            ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
        }
    }
}

/// Whether a command line that was not understood asks for JSON.
fn is_json_wanted() -> bool {
    std::env::args_os().any(|argument| argument == "--json")
}

/// The chain of causes goes to standard error, and only for those who ask. So do panics: a
/// library that gives up over a broken file or a full disk is caught, and told in a sentence.
fn log() {
    let filter = EnvFilter::try_from_env("KINERJA_LOG").unwrap_or_else(|_| EnvFilter::new("off"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    std::panic::set_hook(Box::new(
        |panic| tracing::error!(%panic, "something gave up"),
    ));
}
