//! Lembar salin: e-Kinerja BKN takes no upload, so people retype.

use super::Scope;
use super::lines::each_line;
use crate::{Desk, Trouble};
use ::reports::copy_sheet;
use api::reports::{CopyCard, CopySheet, GetCopySheet};

/// One card per row of the workbook, in its order.
pub(crate) fn get_copy_sheet(
    desk: &Desk<'_>,
    request: &GetCopySheet,
) -> Result<CopySheet, Trouble> {
    let scope = Scope {
        unit: Some(request.unit),
        period: request.period,
    };
    let words = &desk.rules.at(request.period).siasn_words;
    desk.read(|view| {
        let mut people = Vec::new();
        each_line(desk, view, scope, |line| {
            let person = copy_sheet::person(words, &line.bkn, line.evaluation.as_ref());
            let values = person.values.into_iter();
            people.push(CopyCard {
                assignment: line.row.assignment.id,
                name: person.name,
                nip: line.bkn.nip.digits().to_owned(),
                jabatan: person.jabatan,
                exempt: line.row.exempt,
                values: values
                    .map(|it| (it.field.label(desk.language), it.text))
                    .collect(),
            });
            Ok(())
        })?;
        Ok::<_, Trouble>(CopySheet { people })
    })
}
