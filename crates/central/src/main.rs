//! `kinerja-pusat`: the central office, from a terminal.
//!
//! With `--json` standard output is one JSON value with English keys, errors too. Exit status: 0
//! all done, 1 nothing done, 2 usage, 3 done with rejections. `serve` logs JSON lines on standard
//! error; `KINERJA_LOG` (`info`, `debug`, …) says how much.

mod terminal;

use std::process::ExitCode;

fn main() -> ExitCode {
    terminal::run()
}
