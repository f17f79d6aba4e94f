//! `kinerja`: the same use cases from a terminal, for the regency's IT staff and for scripts.
//!
//! With `--json` standard output is one JSON value with English keys, errors too. Exit status: 0 all
//! done, 1 nothing done, 2 usage, 3 done with rejections.

mod arguments;
mod outcome;
mod place;
mod verbs;

use arguments::Arguments;
use clap::Parser as _;
use clap::error::ErrorKind;
use outcome::{Failure, Outcome};
use std::process::ExitCode;

fn main() -> ExitCode {
    let as_json = std::env::args_os().any(|argument| argument == "--json");
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) if as_json && error.use_stderr() => {
            return Outcome::from(Failure::usage(error.to_string())).print(true);
        }
        Err(error) => {
            let status = match error.kind() {
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => ExitCode::SUCCESS,
                _ => ExitCode::from(2),
            };
            // A closed pipe is nobody's mistake.
            let _closed = error.print();
            return status;
        }
    };
    let as_json = arguments.json;
    verbs::run(arguments).unwrap_or_else(Outcome::from).print(as_json)
}
