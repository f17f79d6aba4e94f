//! `usb tulis`, `usb baca`: packets for a stick, and what comes back.

use super::LANGUAGE;
use crate::arguments::Stick;
use crate::outcome::{Failure, Outcome, Status};
use api::sync::StickRead;
use app::Office;
use catalogue::terminal;
use serde_json::json;
use std::path::Path;

pub(super) fn run(office: &Office, stick: &Stick) -> Result<Outcome, Failure> {
    match stick {
        Stick::Tulis { file } => write(office, file),
        Stick::Baca { file } => read(office, file),
        Stick::Minta { code, file } => request(office, &code.join(" "), file),
    }
}

fn write(office: &Office, file: &Path) -> Result<Outcome, Failure> {
    let packet = office.with_desk(|desk| desk.write_packet(file))?;
    Outcome::new(
        Status::Done,
        json!({
            "packet": packet.name,
            "file": file,
            "bytes": packet.size,
            "documents": packet.documents,
        }),
        vec![terminal::packet_written(
            LANGUAGE,
            packet.name,
            file.display(),
            packet.documents,
        )],
    )
}

fn read(office: &Office, file: &Path) -> Result<Outcome, Failure> {
    if !file.is_file() {
        return Err(Failure::unreadable(file));
    }
    match office.with_desk(|desk| desk.read_packet(file))? {
        StickRead::Joined(name) => Outcome::new(
            Status::Done,
            json!({ "office": name }),
            vec![terminal::joined(LANGUAGE, name)],
        ),
        StickRead::Answer { received, news } => Outcome::new(
            Status::Done,
            json!({ "received": received, "news": news }),
            vec![terminal::answer_read(LANGUAGE, received, news)],
        ),
    }
}

fn request(office: &Office, code: &str, file: &Path) -> Result<Outcome, Failure> {
    office.with_desk(|desk| desk.write_join_request(code, file))?;
    Outcome::new(
        Status::Done,
        json!({ "file": file }),
        vec![terminal::request_written(LANGUAGE, file.display())],
    )
}
