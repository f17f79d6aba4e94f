//! What the pattern says, as JSON and as lines.

use super::LANGUAGE;
use catalogue::terminal;
use domain::pattern::{Advice, AdviceResult};
use serde_json::{Value, json};

/// `{"result":"ok|warn","reasons":[…]}`.
pub(super) fn value(advice: &Advice) -> Value {
    let result = match advice.result {
        AdviceResult::Ok => "ok",
        AdviceResult::Warn => "warn",
    };
    json!({ "result": result, "reasons": reasons(advice) })
}

/// The reasons, or that the pattern fits.
pub(super) fn lines(advice: &Advice) -> Vec<String> {
    let reasons = reasons(advice);
    if reasons.is_empty() {
        vec![terminal::pattern_fits(LANGUAGE).to_owned()]
    } else {
        reasons
    }
}

fn reasons(advice: &Advice) -> Vec<String> {
    catalogue::pattern::reasons(LANGUAGE, &advice.reasons)
}
