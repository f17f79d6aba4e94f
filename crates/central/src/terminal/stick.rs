//! `import-usb`.

use super::arguments::{Stick, WhereData};
use super::outcome::{Failure, Outcome, Status};
use super::place;
use central::{Content, Trouble};
use serde_json::json;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;
use sync::limits::MAX_PACKET_BYTES;
use uuid::Uuid;

/// Takes a file from a stick in and writes the answer beside it.
pub(super) async fn import(place: &WhereData, stick: &Stick) -> Result<Outcome, Failure> {
    let size = fs::metadata(&stick.file).map_err(Trouble::from)?.len();
    if size > MAX_PACKET_BYTES as u64 {
        return Err(Trouble::WrongFile("larger than a packet may be").into());
    }
    let file = fs::read(&stick.file).map_err(Trouble::from)?;
    let centre = place::open(place).await?;
    let imported = centre.import(&file).await?;
    write_durably(&stick.answer, &imported.answer).map_err(Trouble::from)?;
    Ok(outcome(&imported.content, &stick.answer))
}

fn outcome(content: &Content, answer: &Path) -> Outcome {
    let refused: Vec<String> = content.refused.iter().map(ToString::to_string).collect();
    let value = json!({
        "office_id": content.office.map(|office| Uuid::from_bytes(office.0)),
        "batches": content.batches,
        "accepted": content.accepted,
        "held": content.held,
        "refused": refused,
        "not_enrolled": content.not_enrolled.map(|refusal| refusal.to_string()),
        "answer": answer,
    });
    let mut lines = vec![format!(
        "{} rekaman diterima dari {} kiriman, {} menunggu. Jawaban: {}",
        content.accepted,
        content.batches,
        content.held,
        answer.display()
    )];
    lines.extend(
        refused
            .iter()
            .map(|why| format!("Satu kiriman ditolak: {why}.")),
    );
    if let Some(refusal) = content.not_enrolled {
        lines.push(format!("Permintaan gabung ditolak: {refusal}."));
    }
    let is_rejected = !content.refused.is_empty() || content.not_enrolled.is_some();
    let status = match (content.accepted > 0, is_rejected) {
        (_, false) => Status::Done,
        (true, true) => Status::WithRejections,
        (false, true) => Status::Nothing,
    };
    Outcome {
        status,
        value,
        lines,
    }
}

/// Writes under a temporary name, reads it back, and renames: the file is whole or not there. One
/// that is there already is never replaced.
fn write_durably(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    let mut file = tempfile::Builder::new()
        .prefix(".kinerja-")
        .tempfile_in(folder.unwrap_or(Path::new(".")))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    if fs::read(file.path())? != bytes {
        return Err(io::Error::other("the stick gave back other bytes"));
    }
    file.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}
