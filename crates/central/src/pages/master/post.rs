//! Posts: a typing error, a promotion, a second post, an end – as an office does it itself.

mod span;

use super::change::{Changes, Known, publish, revision};
use super::sheet::get;
use crate::centre::random;
use crate::pages::answer::PageTrouble;
use crate::pages::desk::Desk;
use crate::pages::form::{person, refused, required, span as checked};
use crate::pages::people::{office_of, unit_names};
use crate::{Trouble, pages::calendar::today};
use api::ErrorCode;
use api::central::audit::Act;
use api::central::master::{GetPerson, PersonSheet};
use api::central::posts::SavePost;
use api::employees::{Post, PostChange};
use domain::assignment::Tenure;
use domain::{Assignment, AssignmentId, Document, Employee, UnitId};
use span::{ended_before, no_overlap};
use std::collections::HashSet;

/// Adds, corrects, changes or ends a post.
pub(in crate::pages) async fn save(
    desk: &Desk,
    request: SavePost,
) -> Result<PersonSheet, PageTrouble> {
    let (office, id) = (office_of(request.office), request.employee);
    let (known, units) = desk
        .database()
        .read(move |sql| {
            Box::pin(async move {
                let known = Known::read(sql, (office, id)).await?;
                let units: HashSet<_> = unit_names(sql, office).await?.into_keys().collect();
                Ok::<_, Trouble>((known, units))
            })
        })
        .await?;
    let asked = Asked {
        known: &known,
        units: &units,
        revision: &request.revision,
        fresh: new_id(desk)?,
    };
    let changed = asked.changed(&request.change)?;
    let main = changed.last().cloned();
    let is_new = |post: &Assignment| known.posts.iter().all(|it| it.assignment != *post);
    let new = changed.into_iter().filter(is_new);
    let mut changes: Changes = new.map(|post| known.upon(post)).collect();
    let Some(main) = main.filter(|_| !changes.is_empty()) else {
        return again(desk, &request).await;
    };
    if let Some(employee) = following(&known, &main) {
        changes.push((Document::Employee(employee), known.folded.revision()));
    }
    let about = format!("{} · {}", known.employee.full_name(), main.jabatan);
    desk.note(Act::PostCorrected, about).await?;
    publish(desk, office, &changes).await?;
    again(desk, &request).await
}

async fn again(desk: &Desk, request: &SavePost) -> Result<PersonSheet, PageTrouble> {
    let request = GetPerson {
        office: request.office,
        employee: request.employee,
    };
    get(desk, request).await
}

/// What the running post becomes with the person's new golongan: it ends and goes on with the new
/// one from the TMT, or has had it from its first day.
pub(super) fn with_golongan(
    desk: &Desk,
    known: &Known,
    after: &Employee,
) -> Result<Changes, PageTrouble> {
    let day = today(desk.now());
    let running = known.posts.iter().map(|post| &post.assignment).find(|it| {
        it.tenure == Tenure::Definitif && it.from <= day && it.to.is_none_or(|to| to >= day)
    });
    let Some(running) = running.filter(|it| it.golongan.is_some()) else {
        return Ok(Vec::new());
    };
    let next = Assignment {
        golongan: after.golongan,
        ..running.clone()
    };
    let since = after.golongan_since.filter(|since| *since > running.from);
    let Some(since) = since else {
        return Ok(vec![known.upon(next)]);
    };
    let next = Assignment {
        id: new_id(desk)?,
        from: since,
        ..next
    };
    checked(next.from, next.to).map_err(|_| refused("golongan_since"))?;
    let old = ended_before(running, since).ok_or_else(|| refused("golongan_since"))?;
    Ok(vec![known.upon(old), known.upon(next)])
}

fn new_id(desk: &Desk) -> Result<AssignmentId, Trouble> {
    let milliseconds = u64::try_from(desk.now().0 / 1000).unwrap_or(0);
    let id = uuid::Builder::from_unix_timestamp_millis(milliseconds, &random()?);
    Ok(AssignmentId(id.into_uuid()))
}

/// A change on its way.
struct Asked<'k> {
    known: &'k Known,
    units: &'k HashSet<UnitId>,
    /// The revision of the post that was looked at.
    revision: &'k str,
    /// The id of a post that begins.
    fresh: AssignmentId,
}

impl Asked<'_> {
    /// The posts as they are then; of two, the second follows the first.
    fn changed(&self, change: &PostChange) -> Result<Vec<Assignment>, ErrorCode> {
        let posts: Vec<Assignment> = self
            .known
            .posts
            .iter()
            .map(|post| post.assignment.clone())
            .collect();
        match change {
            PostChange::Correct(id, post) => {
                let new = self.assignment(self.held(*id)?.id, post)?;
                no_overlap(&posts, &new)?;
                Ok(vec![new])
            }
            PostChange::AddBeside(post) => {
                let new = self.assignment(self.fresh, post)?;
                no_overlap(&posts, &new)?;
                Ok(vec![new])
            }
            PostChange::ChangeFrom(id, post) => {
                let old = self.held(*id)?;
                let new = self.assignment(self.fresh, post)?;
                let old = ended_before(old, new.from).ok_or_else(|| refused("from"))?;
                let mut posts = posts;
                posts.retain(|it| it.id != old.id);
                posts.push(old.clone());
                no_overlap(&posts, &new)?;
                Ok(vec![old, new])
            }
            PostChange::End(id, day) => {
                let ended = Assignment {
                    to: Some(*day),
                    ..self.held(*id)?.clone()
                };
                checked(ended.from, ended.to)?;
                no_overlap(&posts, &ended)?;
                Ok(vec![ended])
            }
        }
    }

    fn held(&self, id: AssignmentId) -> Result<&Assignment, ErrorCode> {
        let mut posts = self.known.posts.iter();
        let post = posts
            .find(|it| it.assignment.id == id)
            .ok_or(ErrorCode::NotFound)?;
        if revision(&post.folded) != self.revision {
            return Err(ErrorCode::Stale);
        }
        Ok(&post.assignment)
    }

    fn assignment(&self, id: AssignmentId, post: &Post) -> Result<Assignment, ErrorCode> {
        if !self.units.contains(&post.unit) {
            return Err(refused("unit"));
        }
        checked(post.from, post.to)?;
        Ok(Assignment {
            id,
            employee: self.known.employee.id,
            unit: post.unit,
            jabatan: required(&post.jabatan, "jabatan")?,
            jabatan_kind: post.jabatan_kind,
            jenjang: post.jenjang,
            golongan: post.golongan,
            appraiser: person(post.appraiser.as_ref(), "appraiser")?,
            appraiser_superior: person(post.appraiser_superior.as_ref(), "appraiser_superior")?,
            from: post.from,
            to: post.to,
            tenure: post.tenure,
        })
    }
}

/// The person with the golongan of the newest post held for good, when it is another.
fn following(known: &Known, post: &Assignment) -> Option<Employee> {
    let is_newest = post.tenure == Tenure::Definitif
        && !known
            .posts
            .iter()
            .any(|it| it.assignment.tenure == Tenure::Definitif && it.assignment.from > post.from);
    let differs = post.golongan.is_some() && known.employee.golongan != post.golongan;
    (is_newest && differs).then(|| Employee {
        golongan: post.golongan,
        golongan_since: Some(post.from),
        ..known.employee.clone()
    })
}
