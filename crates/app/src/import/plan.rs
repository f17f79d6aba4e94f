//! What an import would do: decided once, shown by the preview, written by the import.

use super::capaian::Attained;
use super::change::Telling;
use super::difference::Differences;
use super::head::name_heads;
use super::identity::{Identities, Identity};
use super::known::Known;
use super::missing::missing;
use super::person;
use super::post::{self, Said};
use super::rater::{Rater, Raters};
use super::units::Units;
use crate::{Desk, Trouble};
use ::reports::import::{Entry, ImportField, Parsed};
use api::import::MissingFromFile;
use catalogue::import_verdict as words;
use chrono::NaiveDate;
use domain::{Assignment, AssignmentId, Capaian, Employee, PersonReference};
use std::collections::BTreeSet;
use store::View;

/// What is planned, and on what.
pub(super) struct Order<'a> {
    pub(super) desk: &'a Desk<'a>,
    pub(super) parsed: &'a Parsed,
    /// For rows that name no unit.
    pub(super) unit: Option<domain::UnitId>,
    /// First day of what has no TMT.
    pub(super) from: NaiveDate,
    /// The same for people who are listed for the first time.
    pub(super) newcomers_from: NaiveDate,
}

/// What an import would do.
pub(super) struct Plan {
    /// One for each accepted row, in the order of the file.
    pub(super) rows: Vec<PlannedRow>,
    pub(super) units: Units,
    pub(super) missing: Vec<MissingFromFile>,
}

/// What would happen to the person of a row.
pub(super) struct PlannedRow {
    pub(super) row: u32,
    pub(super) outcome: Outcome,
    pub(super) person: Employee,
    /// The posts of this row: the old one first, then what followed it.
    pub(super) posts: Vec<Assignment>,
    pub(super) attained: Option<Attained>,
    pub(super) warnings: Vec<String>,
}

pub(super) enum Outcome {
    New,
    Changed(Differences),
    Same,
}

impl Plan {
    pub(super) fn make(view: &View<'_>, order: &Order<'_>) -> Result<Self, Trouble> {
        let known = Known::read(view, order.desk.today())?;
        let identities = Identities::find(order.desk, order.parsed, &known)?;
        let raters = Raters::new(&known, &identities, order.parsed);
        let mut units = Units::new(&known, order.unit)?;
        let mut rows = Vec::with_capacity(order.parsed.rows.len());
        for (row, entry) in order.parsed.accepted() {
            let Some(identity) = identities.of_row(row.row) else {
                continue;
            };
            let unit = units.named(order.desk, entry)?;
            let planner = Planner {
                view,
                order,
                known: &known,
                raters: &raters,
                units: &units,
            };
            rows.push(planner.row(row.row, identity, (entry, unit))?);
        }
        let posts: Vec<&Assignment> = rows.iter().filter_map(|row| row.posts.last()).collect();
        let rules = &order.desk.rules_today().jabatan;
        name_heads(rules, &mut units, &posts, |head| match head {
            PersonReference::Typed(typed) => raters.with_nip(typed.nip.as_ref()?),
            PersonReference::Employee(id) => Some(*id),
        });
        let in_scope: BTreeSet<_> = posts.iter().map(|post| post.unit).collect();
        let lists = (&known, &identities, order.parsed);
        let missing = missing(view, lists, &in_scope, order.desk.today())?;
        Ok(Self {
            rows,
            units,
            missing,
        })
    }
}

struct Planner<'a> {
    view: &'a View<'a>,
    order: &'a Order<'a>,
    known: &'a Known,
    raters: &'a Raters<'a>,
    units: &'a Units,
}

impl Planner<'_> {
    fn row(
        &self,
        row: u32,
        identity: &Identity,
        (entry, unit): (&Entry, Option<domain::UnitId>),
    ) -> Result<PlannedRow, Trouble> {
        let from = if identity.is_new {
            self.order.newcomers_from
        } else {
            self.order.from
        };
        let said = Said {
            rules: &self.order.desk.rules_today().jabatan,
            entry,
            unit,
            appraiser: self.raters.find(entry.appraiser.as_ref(), identity.id),
            superior: self
                .raters
                .find(entry.appraiser_superior.as_ref(), identity.id),
            from,
        };
        let warnings = self.warnings(identity, &said);
        let mut differences = Differences::default();
        let (person, before) = match self.known.employee(identity.id) {
            Some(here) => (
                person::merged(here, entry, self.order.parsed, &mut differences),
                self.view.assignments_of(identity.id)?,
            ),
            None => (person::new(identity.id, entry), Vec::new()),
        };
        let posts = self.posts(&person, &before, said, &mut differences)?;
        let attained = self.attained(&before, &posts, entry, &mut differences)?;
        let outcome = match (identity.is_new, differences.is_empty()) {
            (true, _) => Outcome::New,
            (false, true) => Outcome::Same,
            (false, false) => Outcome::Changed(differences),
        };
        Ok(PlannedRow {
            row,
            outcome,
            person,
            posts,
            attained,
            warnings,
        })
    }

    fn posts(
        &self,
        person: &Employee,
        before: &[Assignment],
        said: Said<'_>,
        differences: &mut Differences,
    ) -> Result<Vec<Assignment>, Trouble> {
        let desk = self.order.desk;
        let today = desk.today();
        let mut telling = Telling {
            units: self.units,
            raters: self.raters,
            differences,
        };
        if let Some(old) = post::meant(before, said.entry, self.order.parsed, today) {
            return post::followed(desk, old, &said, &mut telling);
        }
        let unit = match said.unit {
            Some(unit) => unit,
            None => self.units.fallback()?,
        };
        telling
            .differences
            .add(ImportField::Jabatan, "", &said.entry.jabatan);
        let id = AssignmentId(desk.new_id()?);
        Ok(vec![post::begun(id, person.id, unit, (said, before))])
    }

    fn attained(
        &self,
        before: &[Assignment],
        posts: &[Assignment],
        entry: &Entry,
        differences: &mut Differences,
    ) -> Result<Option<Attained>, Trouble> {
        let Some(capaian) = entry.capaian else {
            return Ok(None);
        };
        let unit_of = |post: &Assignment| self.units.get(post.unit).cloned();
        let Some(attained) = Attained::of(posts, capaian, (self.order.from, unit_of)) else {
            return Ok(None);
        };
        let mut here = attained.before(self.view, before)?;
        let taken = (&mut here, Some(capaian));
        differences.value(ImportField::Capaian, taken, Capaian::plain);
        Ok(Some(attained))
    }

    fn warnings(&self, identity: &Identity, said: &Said<'_>) -> Vec<String> {
        let language = self.order.desk.language;
        let mut warnings = Vec::new();
        if identity.has_namesake {
            warnings.push(words::namesake(language).to_owned());
        }
        if self.known.is_gone(identity.id) {
            warnings.push(words::has_left(language).to_owned());
        }
        if matches!(said.appraiser, Rater::Oneself) {
            warnings.push(words::rates_oneself(language).to_owned());
        }
        warnings
    }
}
