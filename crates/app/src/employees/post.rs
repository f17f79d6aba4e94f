//! A post as a form gives it, checked and made an assignment.

use crate::{Trouble, form};
use api::employees::Post;
use domain::assignment::Tenure;
use domain::{Assignment, AssignmentId, Document, EmployeeId};
use store::{Act, View};

/// Checks a post and gives it its identity. The first field that is wrong is refused.
pub(super) fn assignment(
    view: &View<'_>,
    employee: EmployeeId,
    id: AssignmentId,
    post: &Post,
) -> Result<Assignment, Trouble> {
    if view.unit(post.unit)?.is_none() {
        return Err(form::refused("unit"));
    }
    form::span(post.from, post.to)?;
    Ok(Assignment {
        id,
        employee,
        unit: post.unit,
        jabatan: form::required(&post.jabatan, "jabatan")?,
        jabatan_kind: post.jabatan_kind,
        jenjang: post.jenjang,
        golongan: post.golongan,
        appraiser: form::person(post.appraiser.as_ref(), "appraiser")?,
        appraiser_superior: form::person(post.appraiser_superior.as_ref(), "appraiser_superior")?,
        from: post.from,
        to: post.to,
        tenure: post.tenure,
    })
}

/// Nobody holds two posts for good at once: refuses the day on which the spans meet.
pub(super) fn no_overlap(posts: &[Assignment], new: &Assignment) -> Result<(), Trouble> {
    if new.tenure != Tenure::Definitif {
        return Ok(());
    }
    let other = posts
        .iter()
        .find(|it| it.id != new.id && it.tenure == Tenure::Definitif && spans_meet(it, new));
    match other {
        Some(other) if other.from > new.from => Err(form::refused("to")),
        Some(_) => Err(form::refused("from")),
        None => Ok(()),
    }
}

/// The employee's golongan is that of the newest post held for good.
pub(super) fn follow_golongan(act: &mut Act<'_>, post: &Assignment) -> Result<(), Trouble> {
    let posts = act.assignments_of(post.employee)?;
    let is_newest = post.tenure == Tenure::Definitif
        && !posts
            .iter()
            .any(|it| it.tenure == Tenure::Definitif && it.from > post.from);
    let Some(mut employee) = act.employee(post.employee)? else {
        return Ok(());
    };
    if is_newest && post.golongan.is_some() && employee.golongan != post.golongan {
        employee.golongan = post.golongan;
        employee.golongan_since = Some(post.from);
        act.put(Document::Employee(employee))?;
    }
    Ok(())
}

fn spans_meet(one: &Assignment, other: &Assignment) -> bool {
    one.to.is_none_or(|to| to >= other.from) && other.to.is_none_or(|to| to >= one.from)
}
