//! What a correction is built upon, and how it goes out.

use crate::Trouble;
use crate::database::Sql;
use crate::files::hexadecimal;
use crate::pages::answer::PageTrouble;
use crate::pages::desk::Desk;
use crate::pages::people::{body, one};
use domain::{Assignment, Document, Employee, EmployeeId, Kind, UserId};
use record::{Folded, Revision};
use sync::message::OfficeId;

/// Documents to publish together, each upon the revision that it corrects.
pub(super) type Changes = Vec<(Document, Option<Revision>)>;

/// A revision, as the page carries it.
pub(in crate::pages) fn revision(folded: &Folded) -> String {
    folded
        .revision()
        .map_or_else(String::new, |it| hexadecimal(&it.0))
}

/// A post with the document that it was read from.
pub(super) struct Post {
    pub(super) folded: Folded,
    pub(super) assignment: Assignment,
}

/// A person with everything that a correction of him or her may touch.
pub(super) struct Known {
    pub(super) folded: Folded,
    pub(super) employee: Employee,
    /// Newest first.
    pub(super) posts: Vec<Post>,
}

impl Known {
    pub(super) async fn read(
        sql: &mut dyn Sql,
        (office, id): (OfficeId, EmployeeId),
    ) -> Result<Self, Trouble> {
        let found = one(sql, office, (Kind::Employee, id.0)).await?;
        let folded = found.ok_or(Trouble::NotFound("employee"))?;
        let Some(Document::Employee(employee)) = body(&folded) else {
            return Err(Trouble::NotFound("employee"));
        };
        let documents = crate::pages::people::post_documents(sql, office, id.as_bytes()).await?;
        let posts = documents
            .into_iter()
            .filter_map(|folded| match body(&folded)? {
                Document::Assignment(assignment) => Some(Post { folded, assignment }),
                _ => None,
            })
            .collect();
        Ok(Self {
            folded,
            employee,
            posts,
        })
    }

    /// The changed post, upon what is known of it.
    pub(super) fn upon(&self, assignment: Assignment) -> (Document, Option<Revision>) {
        let known = self
            .posts
            .iter()
            .find(|post| post.assignment.id == assignment.id);
        let base = known.and_then(|post| post.folded.revision());
        (Document::Assignment(assignment), base)
    }
}

/// Seals documents in the centre's own stream; they go down with the office's feed.
pub(in crate::pages) async fn publish(
    desk: &Desk,
    office: OfficeId,
    documents: &[(Document, Option<Revision>)],
) -> Result<(), PageTrouble> {
    let actor = desk.actor().id.unwrap_or(UserId::from_bytes([0; 16]));
    desk.centre().revise(office, documents, actor).await?;
    Ok(())
}
