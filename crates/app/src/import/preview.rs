//! Reading a list and saying what would happen to each row.

use super::answer;
use super::plan::{Order, Plan};
use crate::office::State;
use crate::uploads::Upload;
use crate::{Desk, Office, Trouble};
use ::reports::import::{Parsed, ReadError, Source, read, rows};
use api::error::{ErrorCode, ImportTrouble};
use api::import::{ImportPreview, ImportSource, PreviewImport};
use domain::UnitId;
use domain::rules::{Bundle, bundle};
use std::sync::Arc;

/// A list that was read: what stands in its rows, before anybody is asked who is known.
#[derive(Clone, Debug)]
pub struct ReadList {
    file_name: String,
    parsed: Arc<Parsed>,
}

impl ReadList {
    /// Whether anybody in it can be let in.
    #[must_use]
    pub fn has_people(&self) -> bool {
        self.parsed.accepted().next().is_some()
    }

    fn of(file_name: &str, source: Source<'_>, rules: &Bundle) -> Result<Self, Trouble> {
        let sheet = read(source, &rules.import_columns)
            .map_err(|error| ErrorCode::ImportUnreadable(trouble(&error)))?;
        Ok(Self {
            file_name: file_name.to_owned(),
            parsed: Arc::new(rows(&sheet, rules)),
        })
    }
}

impl Office {
    /// Reads a file by the rules of today. Its name is only shown again: what it is shows in its
    /// content. No place has to be open for it.
    ///
    /// # Errors
    /// [`ErrorCode::ImportUnreadable`].
    pub fn read_list(&self, file_name: &str, bytes: Vec<u8>) -> Result<ReadList, Trouble> {
        let rules = match &*self.state() {
            State::Open(place) => Desk::new(self, place)?.rules_today().clone(),
            State::Empty | State::Locked(_) => bundle().clone(),
        };
        let name = file_name;
        ReadList::of(name, Source::File { name, bytes }, &rules)
    }

    /// Says what would happen to each row of a list, and keeps it until it is let in. `unit` is
    /// that of the rows that name none.
    ///
    /// # Errors
    /// [`ErrorCode::Field`] with `unit` when rows name no unit and none is given.
    pub fn preview_list(
        &self,
        list: &ReadList,
        unit: Option<UnitId>,
    ) -> Result<ImportPreview, Trouble> {
        self.with_desk(|desk| preview(desk, list.clone(), unit))
    }
}

/// A list that was previewed, kept until it is let in.
pub(super) struct Previewed {
    pub(super) parsed: Arc<Parsed>,
    pub(super) unit: Option<UnitId>,
}

/// Reads a file or pasted text. Nothing is written.
pub(crate) fn preview_import(
    desk: &Desk<'_>,
    request: &PreviewImport,
) -> Result<ImportPreview, Trouble> {
    let rules = desk.rules_today();
    let list = match &request.source {
        ImportSource::Upload(token) => {
            let upload = desk.office.uploads().get::<Upload>(token)?;
            let (name, bytes) = (upload.name.as_str(), upload.bytes.clone());
            ReadList::of(name, Source::File { name, bytes }, rules)?
        }
        ImportSource::Text(text) => ReadList::of("", Source::Text(text), rules)?,
    };
    preview(desk, list, request.unit)
}

fn preview(
    desk: &Desk<'_>,
    list: ReadList,
    unit: Option<UnitId>,
) -> Result<ImportPreview, Trouble> {
    let ReadList { file_name, parsed } = list;
    // Differences do not depend on the day from which they hold.
    let order = Order {
        desk,
        parsed: &parsed,
        unit,
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
        token: desk
            .office
            .uploads()
            .keep(desk.host(), Previewed { parsed, unit })?,
    })
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
