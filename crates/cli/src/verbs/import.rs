//! `impor`: a list of employees.

mod answer;
mod unit;

use crate::arguments::Import;
use crate::input;
use crate::outcome::{Failure, Outcome};
use crate::place;
use answer::answer;
use api::import::{ApplyImport, ImportPreview};
use app::import::ReadList;
use app::{Office, Trouble};
use chrono::{Datelike as _, NaiveDate};

pub(super) fn run(office: &Office, arguments: &Import) -> Result<Outcome, Failure> {
    let name = arguments.file.file_name().unwrap_or_default();
    let list = office.read_list(&name.to_string_lossy(), input::list(&arguments.file)?)?;
    let unit = arguments.unit.as_deref();
    let is_only_shown = arguments.pratinjau || !list.has_people();
    if place::session(office)?.units.is_empty() {
        if is_only_shown {
            // A file of which nothing can go in must not leave an empty office behind.
            let folder = tempfile::tempdir().map_err(Trouble::from)?;
            return answer(&Shown::of(&place::scratch(&folder)?, &list, unit)?, None);
        }
        office.settle(&place::operator_name())?;
    }
    let shown = Shown::of(office, &list, unit)?;
    if is_only_shown {
        return answer(&shown, None);
    }
    let imported = office.ask(shown.application(office, arguments.sejak)?)?;
    answer(&shown, Some(imported.counts))
}

/// A list with what would happen to each row.
struct Shown {
    preview: ImportPreview,
    /// The unit that was made because neither the file nor the command line names one.
    made_up_unit: Option<&'static str>,
}

impl Shown {
    fn of(office: &Office, list: &ReadList, unit: Option<&str>) -> Result<Self, Failure> {
        let unit = match unit {
            Some(name) => Some(unit::named(office, name)?),
            None => None,
        };
        let (preview, made_up_unit) = match office.preview_list(list, unit) {
            Err(trouble) if unit::is_missing(&trouble) => {
                let unit = unit::made_up(office)?;
                (office.preview_list(list, Some(unit))?, Some(unit::NAME))
            }
            preview => (preview?, None),
        };
        Ok(Self {
            preview,
            made_up_unit,
        })
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
