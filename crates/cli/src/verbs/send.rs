//! `sinkron`: sends and fetches once.

use super::{LANGUAGE, status};
use crate::outcome::{Failure, Outcome, Status};
use app::Office;
use serde_json::json;

pub(super) fn run(office: &Office) -> Result<Outcome, Failure> {
    let report = office.send_now()?;
    let status = match (report.is_done, report.held, report.sent) {
        (true, 0, _) => Status::Done,
        (false, _, 0) => Status::Nothing,
        _ => Status::WithRejections,
    };
    let sentence = status::sentence(office, LANGUAGE)?;
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
        value["error"] = json!({ "code": "not_sent", "message": sentence });
    }
    Outcome::new(status, value, vec![sentence])
}
