//! `sinkron`: sends and fetches once.

use super::{LANGUAGE, status};
use crate::outcome::{Failure, Outcome, Status};
use app::Office;
use catalogue::terminal;
use serde_json::json;

pub(super) fn run(office: &Office) -> Result<Outcome, Failure> {
    let report = office.send_now()?;
    let is_done = report.is_done && report.was_reached;
    let status = match (is_done, report.held, report.sent) {
        (true, 0, _) => Status::Done,
        (false, _, 0) => Status::Nothing,
        _ => Status::WithRejections,
    };
    // Where everything was sent before, the sentence of the screen says only that.
    let is_cut_off = status == Status::Nothing && report.is_done;
    let sentence = if is_cut_off {
        terminal::nothing_fetched(LANGUAGE).to_owned()
    } else {
        status::sentence(office, LANGUAGE)?
    };
    let mut value = json!({
        "sealed": report.sealed,
        "sent": report.sent,
        "accepted": report.accepted,
        "held": report.held,
        "bytes_up": report.bytes_up,
        "bytes_down": report.bytes_down,
        "receipt": report.receipt,
    });
    if status == Status::Nothing {
        let code = if is_cut_off {
            "not_reached"
        } else {
            "not_sent"
        };
        value["error"] = json!({ "code": code, "message": sentence });
    }
    Outcome::new(status, value, vec![sentence])
}
