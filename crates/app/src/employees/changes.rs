//! Jejak perubahan of one person: the acts of the journal, newest first.

use crate::Trouble;
use api::employees::ChangeLine;
use domain::{EmployeeId, Kind, UserId};
use std::collections::{BTreeMap, HashMap};
use store::View;
use uuid::Uuid;

/// Older acts are in the journal; a screen shows these.
const SHOWN: usize = 100;

/// Acts that changed the person, a post or an exception.
pub(super) fn changes(view: &View<'_>, id: EmployeeId) -> Result<Vec<ChangeLine>, Trouble> {
    let mut acts = BTreeMap::new();
    for (kind, id) in documents(view, id)? {
        for act in view.acts_of(kind, id)? {
            acts.insert(act.seq, act);
        }
    }
    let mut names: HashMap<UserId, String> = HashMap::new();
    for user in view.users()? {
        names.insert(user.id, user.name);
    }
    Ok(acts
        .into_values()
        .rev()
        .take(SHOWN)
        .map(|act| ChangeLine {
            at: act.at,
            actor: names.get(&act.actor).cloned().unwrap_or_default(),
            act: act.op,
        })
        .collect())
}

fn documents(view: &View<'_>, id: EmployeeId) -> Result<Vec<(Kind, Uuid)>, Trouble> {
    let mut documents = vec![(Kind::Employee, id.0)];
    documents.extend(
        view.assignments_of(id)?
            .into_iter()
            .map(|it| (Kind::Assignment, it.id.0)),
    );
    documents.extend(
        view.exceptions_of(id)?
            .into_iter()
            .map(|it| (Kind::Exception, it.id.0)),
    );
    Ok(documents)
}
