//! Pejabat penilai: who they are, and naming one for many at once.

use super::carry::carry_evaluations;
use crate::people::Person;
use crate::roster::{Asked, RosterRow, roster, user_key};
use crate::{Desk, Operation, Trouble, form};
use api::employees::{Appraiser, AppraiserSet, Appraisers, ListAppraisers, SetAppraiser};
use api::sheet::AppraiserChoice;
use chrono::NaiveDate;
use domain::{Assignment, AssignmentId, Document, PersonReference};
use std::collections::BTreeMap;
use store::Act;

/// Everybody who rates somebody in the unit and period. One human being is one line, whether the
/// list names that person or somebody typed the name.
pub(crate) fn list_appraisers(
    desk: &Desk<'_>,
    request: &ListAppraisers,
) -> Result<Appraisers, Trouble> {
    let choice = AppraiserChoice::Everybody;
    let asked = Asked::at(desk, Some(request.unit), request.period, &choice);
    let rows = desk.read(|view| roster(view, &asked))?;
    let me = desk.user.as_ref().map(user_key);
    let mut by_key: BTreeMap<String, Appraiser> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.exempt.is_none()) {
        let Some((reference, person)) = named(row) else {
            continue;
        };
        let key = person.key();
        let entry = by_key.entry(key.clone()).or_insert_with(|| Appraiser {
            me: me.as_ref() == Some(&key),
            key,
            name: person.name.clone(),
            person: reference.clone(),
            rows: 0,
        });
        entry.rows += 1;
        // The list knows better than what somebody typed.
        if matches!(reference, PersonReference::Employee(_)) {
            entry.person = reference.clone();
            entry.name.clone_from(&person.name);
        }
    }
    let mut appraisers: Vec<Appraiser> = by_key.into_values().collect();
    appraisers.sort_by_cached_key(|it| it.name.to_lowercase());
    Ok(Appraisers { appraisers })
}

fn named(row: &RosterRow) -> Option<(&PersonReference, &Person)> {
    row.appraiser.as_ref().zip(row.appraiser_person.as_ref())
}

/// Names appraiser and superior for many posts from a day on. Nobody is made to rate himself or
/// herself: that post is passed over, and posts that had ended before stay as they were.
pub(crate) fn set_appraiser(
    desk: &Desk<'_>,
    request: &SetAppraiser,
) -> Result<AppraiserSet, Trouble> {
    let named = Named {
        appraiser: form::person(request.appraiser.as_ref(), "appraiser")?,
        superior: form::person(request.appraiser_superior.as_ref(), "appraiser_superior")?,
        from: request.from,
    };
    let changed = desk.transact(Operation::SetAppraiser, |act| {
        let mut changed = 0;
        for id in &request.assignments {
            let Some(post) = act.assignment(*id)? else {
                continue;
            };
            if named.suits(act, &post)? {
                let new = AssignmentId(desk.new_id()?);
                named.put(act, post, new)?;
                changed += 1;
            }
        }
        Ok(changed)
    })?;
    Ok(AppraiserSet { changed })
}

struct Named {
    appraiser: Option<PersonReference>,
    superior: Option<PersonReference>,
    from: NaiveDate,
}

impl Named {
    fn suits(&self, act: &Act<'_>, post: &Assignment) -> Result<bool, Trouble> {
        let ended = post.to.is_some_and(|to| to < self.from);
        let same = post.appraiser == self.appraiser && post.appraiser_superior == self.superior;
        let oneself = match &self.appraiser {
            Some(PersonReference::Employee(id)) => *id == post.employee,
            Some(PersonReference::Typed(typed)) => {
                let nip = act.employee(post.employee)?.map(|it| it.nip);
                nip.is_some() && typed.nip == nip
            }
            None => false,
        };
        Ok(!ended && !same && !oneself)
    }

    fn put(&self, act: &mut Act<'_>, old: Assignment, id: AssignmentId) -> Result<(), Trouble> {
        let mut named = old.clone();
        named.appraiser.clone_from(&self.appraiser);
        named.appraiser_superior.clone_from(&self.superior);
        let last = self.from.pred_opt().filter(|_| self.from > old.from);
        let Some(last) = last else {
            return Ok(act.put(Document::Assignment(named))?);
        };
        named.id = id;
        named.from = self.from;
        let old = Assignment {
            to: Some(last),
            ..old
        };
        act.put(Document::Assignment(old.clone()))?;
        act.put(Document::Assignment(named.clone()))?;
        carry_evaluations(act, &old, &named)
    }
}
