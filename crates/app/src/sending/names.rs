//! What people call receipts, packets and documents.

use crate::{Desk, Trouble};
use catalogue::{Language, sync as words, terms};
use chrono::Datelike as _;
use domain::{Document, DocumentId, Employee, EmployeeId, Kind, Timestamp, Zone};
use store::{StoreError, View};

/// `2026-W43-0117`: the week of the centre's time, and the receipt's number on this PC.
pub(crate) fn receipt(zone: Zone, (number, at): (u64, Timestamp)) -> String {
    let week = zone.day(at).iso_week();
    format!("{}-W{:02}-{number:04}", week.year(), week.week())
}

/// The newest receipt's name and the centre's time in it.
pub(crate) fn newest_receipt(desk: &Desk<'_>) -> Result<Option<(String, Timestamp)>, Trouble> {
    let receipts = desk.read(|view| view.receipts(1))?;
    Ok(receipts.first().map(|it| {
        let name = receipt(desk.zone, (it.number, it.server_time));
        (name, it.server_time)
    }))
}

/// `PKT-0043`.
pub(crate) fn packet(number: u64) -> String {
    format!("PKT-{number:04}")
}

/// What people call a document of this PC; `None` when it is not here.
pub(crate) fn title(
    view: &View<'_>,
    language: Language,
    (kind, id): (Kind, DocumentId),
) -> Result<Option<String>, StoreError> {
    Ok(match view.document(kind, id)? {
        Some(document) => Some(title_of(view, language, &document)?),
        None => None,
    })
}

/// What people call a document.
pub(crate) fn title_of(
    view: &View<'_>,
    language: Language,
    document: &Document,
) -> Result<String, StoreError> {
    let name = |id: EmployeeId| -> Result<String, StoreError> {
        Ok(view
            .employee(id)?
            .map_or_else(String::new, |it: Employee| it.name))
    };
    Ok(match document {
        Document::Unit(unit) => words::title_unit(language, &unit.name),
        Document::Employee(employee) => words::title_employee(language, &employee.name),
        Document::Assignment(it) => words::title_assignment(language, name(it.employee)?),
        Document::Exception(it) => words::title_exception(language, name(it.employee)?),
        Document::Signatory(_) => words::title_signatory(language).to_owned(),
        Document::OrganisationResult(it) => {
            words::title_organisation(language, terms::period(language, it.period))
        }
        Document::Evaluation(it) => {
            let period = terms::period(language, it.period);
            words::title_evaluation(language, name(it.employee)?, period)
        }
        Document::Note(it) => words::title_note(language, name(it.employee)?),
        Document::Evidence(it) => words::title_evidence(language, &it.name),
        Document::User(user) => user.name.clone(),
    })
}
