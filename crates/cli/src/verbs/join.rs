//! `gabung`: joins the centre of a code.

use super::LANGUAGE;
use crate::arguments::Join;
use crate::outcome::{Failure, Outcome, Status};
use api::sync::Join as JoinCentre;
use app::Office;
use catalogue::terminal;
use serde_json::json;

pub(super) fn run(office: &Office, arguments: &Join) -> Result<Outcome, Failure> {
    let code = arguments.code.join(" ");
    let code = match &arguments.server {
        Some(server) => app::sending::code_with_server(&code, server)?,
        None => code,
    };
    let screen = office.ask(JoinCentre { code })?;
    let name = screen.centre.map(|it| it.office_name).unwrap_or_default();
    Outcome::new(
        Status::Done,
        json!({ "office": name }),
        vec![terminal::joined(LANGUAGE, name)],
    )
}
