//! Spans of posts.

use crate::pages::form::refused;
use api::ErrorCode;
use chrono::NaiveDate;
use domain::Assignment;
use domain::assignment::Tenure;

/// The post, ended on the day before; `None` when it had not begun then.
pub(super) fn ended_before(post: &Assignment, day: NaiveDate) -> Option<Assignment> {
    let last = day.pred_opt().filter(|last| *last >= post.from)?;
    Some(Assignment {
        to: Some(post.to.map_or(last, |to| to.min(last))),
        ..post.clone()
    })
}

/// Nobody holds two posts for good at once: refuses the day on which the spans meet.
pub(super) fn no_overlap(posts: &[Assignment], new: &Assignment) -> Result<(), ErrorCode> {
    if new.tenure != Tenure::Definitif {
        return Ok(());
    }
    let other = posts
        .iter()
        .find(|it| it.id != new.id && it.tenure == Tenure::Definitif && spans_meet(it, new));
    match other {
        Some(other) if other.from > new.from => Err(refused("to")),
        Some(_) => Err(refused("from")),
        None => Ok(()),
    }
}

fn spans_meet(one: &Assignment, other: &Assignment) -> bool {
    one.to.is_none_or(|to| to >= other.from) && other.to.is_none_or(|to| to >= one.from)
}
