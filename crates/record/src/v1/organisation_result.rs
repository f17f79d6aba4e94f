//! `org_result`, version 1.

use super::code::Code;
use super::packed::{Day, Id, PackedPeriod};
use super::person::Person;
use domain::{OrganisationPredikat, OrganisationResultId, UnitId};
use minicbor::{Decode, Encode};

#[derive(Encode, Decode)]
#[cbor(map)]
pub(crate) struct OrganisationResult {
    #[n(0)]
    id: Id,
    #[n(1)]
    unit: Id,
    #[n(2)]
    period: PackedPeriod,
    #[n(3)]
    predikat: Code<OrganisationPredikat>,
    #[n(4)]
    set_by: Option<Person>,
    #[n(5)]
    date: Option<Day>,
    #[cbor(n(6), skip_if = "String::is_empty")]
    document: String,
    #[cbor(n(7), skip_if = "String::is_empty")]
    pattern_reason: String,
}

impl From<&domain::OrganisationResult> for OrganisationResult {
    fn from(result: &domain::OrganisationResult) -> Self {
        Self {
            id: Id(result.id.0),
            unit: Id(result.unit.0),
            period: PackedPeriod(result.period),
            predikat: Code(result.predikat),
            set_by: result.set_by.as_ref().map(Person::from),
            date: result.date.map(Day),
            document: result.document.clone(),
            pattern_reason: result.pattern_reason.clone(),
        }
    }
}

impl From<OrganisationResult> for domain::OrganisationResult {
    fn from(result: OrganisationResult) -> Self {
        Self {
            id: OrganisationResultId(result.id.0),
            unit: UnitId(result.unit.0),
            period: result.period.0,
            predikat: result.predikat.0,
            set_by: result.set_by.map(Into::into),
            date: result.date.map(|day| day.0),
            document: result.document,
            pattern_reason: result.pattern_reason,
        }
    }
}
