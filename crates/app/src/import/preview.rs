//! Reading a list and saying what would happen to each row.

use super::answer;
use super::plan::{Order, Plan};
use crate::uploads::Upload;
use crate::{Desk, Trouble};
use ::reports::import::{Parsed, ReadError, Source, read, rows};
use api::error::{ErrorCode, ImportTrouble};
use api::import::{ImportPreview, ImportSource, PreviewImport};
use domain::UnitId;

/// A list that was read, kept until it is let in.
pub(super) struct Previewed {
    pub(super) parsed: Parsed,
    pub(super) unit: Option<UnitId>,
}

/// Reads a file or pasted text. Nothing is written.
pub(crate) fn preview_import(
    desk: &Desk<'_>,
    request: &PreviewImport,
) -> Result<ImportPreview, Trouble> {
    let (file_name, parsed) = parse(desk, &request.source)?;
    // Differences do not depend on the day from which they hold.
    let order = Order {
        desk,
        parsed: &parsed,
        unit: request.unit,
        from: desk.today(),
        newcomers_from: desk.today(),
    };
    let plan = desk.read(|view| Plan::make(view, &order))?;
    let columns = parsed
        .mapping
        .iter()
        .map(|it| {
            let meaning = catalogue::import::field(desk.language, it.field);
            (it.header.clone(), meaning.to_owned())
        })
        .collect();
    Ok(ImportPreview {
        file_name,
        header_row: parsed.header_row,
        columns,
        dropped: parsed.dropped.clone(),
        ignored: parsed.ignored.clone(),
        rows: answer::rows(&parsed, &plan, desk.language),
        counts: answer::counts(&parsed, &plan),
        new_units: plan.units.new_names(),
        missing: plan.missing,
        token: desk.office.uploads().keep(
            desk.host(),
            Previewed {
                parsed,
                unit: request.unit,
            },
        )?,
    })
}

fn parse(desk: &Desk<'_>, source: &ImportSource) -> Result<(String, Parsed), Trouble> {
    let (name, sheet) = match source {
        ImportSource::Upload(token) => {
            let upload = desk.office.uploads().get::<Upload>(token)?;
            let source = Source::File {
                name: &upload.name,
                bytes: upload.bytes.clone(),
            };
            (upload.name.clone(), read(source))
        }
        ImportSource::Text(text) => (String::new(), read(Source::Text(text))),
    };
    let sheet = sheet.map_err(|error| ErrorCode::ImportUnreadable(trouble(&error)))?;
    Ok((name, rows(&sheet)))
}

const fn trouble(error: &ReadError) -> ImportTrouble {
    match error {
        ReadError::Empty => ImportTrouble::Empty,
        ReadError::TooLarge { .. } => ImportTrouble::TooLarge,
        ReadError::PasswordProtected => ImportTrouble::PasswordProtected,
        ReadError::NotASpreadsheet => ImportTrouble::NotASpreadsheet,
        ReadError::Damaged => ImportTrouble::Damaged,
        ReadError::NoHeader => ImportTrouble::NoHeader,
    }
}
