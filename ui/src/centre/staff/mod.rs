//! Petugas: who may sign in.

mod add;
mod link;
mod list;

use crate::centre::carried::carry;
use crate::components::PageHead;
use crate::language::use_language;
use add::AddStaffForm;
use api::central::staff::StaffLink;
use catalogue::{centre_access as words, centre_frame};
use leptos::prelude::*;
use link::LinkShown;
use list::StaffTable;

/// Everybody, and a form for one more.
#[component]
pub fn StaffScreen() -> impl IntoView {
    let language = use_language();
    let link = RwSignal::new(None::<StaffLink>);
    // It is shown only once.
    carry("staff.link", link);
    view! {
        <PageHead title=centre_frame::staff(language) sub=words::staff_sub(language) />
        {move || link.get().map(|it| view! { <LinkShown link=it /> })}
        <div class="two">
            <StaffTable link />
            <AddStaffForm link />
        </div>
    }
}
