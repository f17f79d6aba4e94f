//! Rekap unit, for the screen and for paper.

use super::Scope;
use super::lines::each_line;
use super::signature::signature;
use crate::{Desk, Trouble};
use ::reports::recap;
use api::error::ErrorCode;
use api::reports::{GetRecap, Recap, RecapLine};
use catalogue::{Language, recap as words};

/// Counts of the unit. People are counted whatever their NIP: this goes to no other system. The
/// paper is signed and wholly Indonesian, whatever the screen's language.
pub(crate) fn get_recap(desk: &Desk<'_>, request: &GetRecap) -> Result<Recap, Trouble> {
    let scope = Scope {
        unit: Some(request.unit),
        period: request.period,
    };
    desk.read(|view| {
        let unit = view.unit(request.unit)?.ok_or(ErrorCode::NotFound)?;
        let mut rows = Vec::new();
        each_line(desk, view, scope, |line| {
            rows.push(line.bkn);
            Ok(())
        })?;
        let recap = recap::of(&rows);
        let (pns, pppk) = recap.total();
        let line = |label: &str, pns, pppk| RecapLine {
            label: label.to_owned(),
            pns,
            pppk,
        };
        let mut lines: Vec<RecapLine> = recap
            .lines
            .iter()
            .map(|it| line(it.group.label(Language::Indonesian), it.pns, it.pppk))
            .collect();
        lines.push(line(words::total(Language::Indonesian), pns, pppk));
        Ok::<_, Trouble>(Recap {
            signature: signature(desk, view, &unit)?,
            lines,
            organisation: view
                .organisation_result(unit.id, request.period)?
                .map(|result| result.predikat),
            rules_version: desk.rules.at(request.period).version,
            unit: unit.name,
            instansi: unit.instansi,
        })
    })
}
