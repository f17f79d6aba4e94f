//! `ekspor`: the workbook for BKN, over all units.

use super::LANGUAGE;
use super::taken::{self, is_taken};
use crate::arguments::{Export, Form};
use crate::outcome::{Failure, Outcome, Status};
use crate::place;
use app::Office;
use catalogue::terminal;
use serde_json::{Value, json};

pub(super) fn run(office: &Office, arguments: &Export) -> Result<Outcome, Failure> {
    if !arguments.ganti && is_taken(&arguments.ke) {
        return Err(taken::refused(&arguments.ke));
    }
    let units = place::session(office)?.units;
    let unit = match units.as_slice() {
        [only] => Some(only.id),
        _ => None,
    };
    let form = match arguments.bentuk {
        Form::Lengkap => api::reports::Form::Full,
        Form::Ringkas => api::reports::Form::Short,
        Form::Rekap => api::reports::Form::Recap,
    };
    let request = api::reports::Export {
        unit,
        period: arguments.periode,
        form,
    };
    let written = office.export_to(&request, &arguments.ke)?;
    let file = arguments.ke.display();
    let mut lines = vec![terminal::exported(LANGUAGE, file, written.rows)];
    let mut left_out: Vec<Value> = Vec::new();
    for (person, reason) in &written.left_out {
        let nip = person.nip.digits();
        lines.push(terminal::left_out(LANGUAGE, nip, &person.name, reason));
        left_out.push(json!({ "nip": nip, "reason": reason }));
    }
    // The workbook is written in any case; rows that could not go in are rejections.
    let status = Status::of(true, !left_out.is_empty());
    let value = json!({ "file": arguments.ke, "rows": written.rows, "left_out": left_out });
    Outcome::new(status, value, lines)
}
