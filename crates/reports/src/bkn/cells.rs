//! What stands in each cell.

use super::{BknAppraiser, BknRow, Workbook};
use chrono::{Datelike, NaiveDate};
use domain::assignment::Tenure;
use domain::rules::{BknSource, Bundle};
use domain::{Golongan, Nip, Period, Rhythm, calendar};
use std::borrow::Cow;

impl<'a> Workbook<'a> {
    /// The cells of one row, in the order of [`Self::columns`]. `number` counts rows from 1.
    #[must_use]
    pub fn cells<'r>(self, row: &'r BknRow, number: u32) -> Vec<Cow<'r, str>>
    where
        'a: 'r,
    {
        self.described()
            .iter()
            .map(|column| cell(self.rules, row, (column.source, number)))
            .collect()
    }
}

fn cell<'r>(
    rules: &'r Bundle,
    row: &'r BknRow,
    (source, number): (BknSource, u32),
) -> Cow<'r, str> {
    let words = &rules.siasn_words;
    let empty = || Cow::Borrowed(words.empty());
    let rating = |it| Cow::Borrowed(words.rating(it));
    match source {
        BknSource::RowNumber => number.to_string().into(),
        BknSource::Rhythm => words.rhythm(rhythm(row.period)).into(),
        BknSource::PnsId => text(row.pns_id.as_deref()),
        BknSource::Nip => row.nip.digits().into(),
        BknSource::Name => row.name.as_str().into(),
        BknSource::SpanFirstDay => date(row.from),
        BknSource::SpanLastDay => date(row.to),
        BknSource::UnitSiasnId => text(row.unit.siasn_id.as_deref()),
        BknSource::Unit => row.unit.name.as_str().into(),
        BknSource::UnitParent => row.unit.parent.as_str().into(),
        BknSource::Jabatan => row.jabatan.as_str().into(),
        BknSource::JabatanKind => rules.jabatan.bkn_word(row.jabatan_kind).into(),
        BknSource::Acting => acting(row.tenure).into(),
        BknSource::HasilKerja => row.outcome.hasil_kerja().map_or_else(empty, rating),
        BknSource::Perilaku => row.outcome.perilaku().map_or_else(empty, rating),
        BknSource::Predikat => row
            .outcome
            .predikat()
            .map_or_else(empty, |it| Cow::Borrowed(words.predikat(it))),
        BknSource::RatedOn => row.rated_on.map_or(Cow::Borrowed(""), date),
        BknSource::Year => row.period.year().to_string().into(),
        BknSource::Month => row.period.last_day().month().to_string().into(),
        BknSource::Golongan => golongan(row.golongan),
        BknSource::EmployeeKind => row.kind.abbreviation().into(),
        BknSource::UnknownHere => Cow::Borrowed(""),
        of_appraiser => match &row.appraiser {
            Some(appraiser) => appraiser_cell(appraiser, of_appraiser),
            None => Cow::Borrowed(""),
        },
    }
}

fn appraiser_cell(appraiser: &BknAppraiser, source: BknSource) -> Cow<'_, str> {
    match source {
        BknSource::AppraiserPnsId => text(appraiser.pns_id.as_deref()),
        BknSource::AppraiserNip => text(appraiser.nip.as_ref().map(Nip::digits)),
        BknSource::AppraiserName => appraiser.name.as_str().into(),
        BknSource::AppraiserUnitSiasnId => text(appraiser.unit.siasn_id.as_deref()),
        BknSource::AppraiserUnit => appraiser.unit.name.as_str().into(),
        BknSource::AppraiserJabatan => appraiser.jabatan.as_str().into(),
        BknSource::AppraiserGolongan => golongan(appraiser.golongan),
        _ => Cow::Borrowed(""),
    }
}

fn text(text: Option<&str>) -> Cow<'_, str> {
    Cow::Borrowed(text.unwrap_or_default())
}

/// `21-11-2026`, as text: a date cell would show differently on every PC.
fn date<'a>(date: NaiveDate) -> Cow<'a, str> {
    calendar::dashed(date).into()
}

fn golongan<'a>(golongan: Option<Golongan>) -> Cow<'a, str> {
    golongan.map_or(Cow::Borrowed(""), |it| it.to_string().into())
}

/// Readers of the workbook drop rows with 1, so that a person counts once.
const fn acting(tenure: Tenure) -> &'static str {
    match tenure {
        Tenure::Definitif => "0",
        Tenure::Plt | Tenure::Plh => "1",
    }
}

/// e-Kinerja knows two rhythms of periodic appraisal; a year is the last of its quarters.
const fn rhythm(period: Period) -> Rhythm {
    match period {
        Period::Month { .. } => Rhythm::Monthly,
        Period::Quarter { .. } | Period::Year { .. } => Rhythm::Quarterly,
    }
}
