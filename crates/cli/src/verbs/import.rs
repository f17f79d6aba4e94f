//! `impor`: a list of employees.

mod answer;
mod unit;

use crate::arguments::Import;
use crate::input;
use crate::outcome::{Failure, Outcome};
use crate::place;
use answer::answer;
use api::import::{ApplyImport, ImportPreview, ImportSource, PreviewImport};
use app::{Office, Trouble};
use chrono::{Datelike as _, NaiveDate};

pub(super) fn run(office: &Office, arguments: &Import) -> Result<Outcome, Failure> {
    let bytes = input::list(&arguments.file)?;
    if place::session(office)?.units.is_empty() {
        // What is in the file is seen in a scratch place first: a file of which nothing can go in
        // must not leave an empty office behind.
        let folder = tempfile::tempdir().map_err(Trouble::from)?;
        let seen = List::of(&place::scratch(&folder)?, arguments, bytes.clone())?;
        if arguments.pratinjau || !seen.has_people() {
            return answer(&seen, None);
        }
        office.settle(&place::operator_name())?;
    }
    if arguments.pratinjau {
        return answer(&List::of(office, arguments, bytes)?, None);
    }
    let list = List::of(office, arguments, bytes)?;
    let imported = office.ask(list.application(office, arguments.sejak)?)?;
    answer(&list, Some(imported.counts))
}

/// A list that was read, with what would happen to each row.
struct List {
    preview: ImportPreview,
    /// The unit that was made because neither the file nor the command line names one.
    made_up_unit: Option<String>,
}

impl List {
    fn of(office: &Office, arguments: &Import, bytes: Vec<u8>) -> Result<Self, Failure> {
        let name = arguments.file.file_name().unwrap_or_default();
        let upload = office.upload(&name.to_string_lossy(), bytes)?;
        let source = ImportSource::Upload(upload);
        let unit = match &arguments.unit {
            Some(name) => Some(unit::named(office, name)?),
            None => None,
        };
        let asked = office.ask(PreviewImport {
            source: source.clone(),
            unit,
        });
        match asked {
            Ok(preview) => Ok(Self {
                preview,
                made_up_unit: None,
            }),
            Err(refusal) if unit::is_missing(&refusal) => {
                let unit = unit::made_up(office)?;
                let preview = office.ask(PreviewImport {
                    source,
                    unit: Some(unit),
                })?;
                Ok(Self {
                    preview,
                    made_up_unit: Some(unit::NAME.to_owned()),
                })
            }
            Err(refusal) => Err(refusal.into()),
        }
    }

    fn has_people(&self) -> bool {
        let counts = self.preview.counts;
        counts.new + counts.changed + counts.same > 0
    }

    /// Without `--sejak`, changes hold from this month on, so that months that are over keep what
    /// was valid in them; people who are listed for the first time were there all this year.
    fn application(
        &self,
        office: &Office,
        since: Option<NaiveDate>,
    ) -> Result<ApplyImport, Failure> {
        let today = place::session(office)?.today;
        let token = self.preview.token.clone();
        Ok(match since {
            Some(day) => ApplyImport {
                token,
                from: day,
                newcomers_from: None,
            },
            None => ApplyImport {
                token,
                from: today.with_day(1).unwrap_or(today),
                newcomers_from: NaiveDate::from_ymd_opt(today.year(), 1, 1),
            },
        })
    }
}
