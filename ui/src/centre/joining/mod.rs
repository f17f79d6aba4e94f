//! Kode Gabung & Komputer.

mod codes;
mod devices;

use crate::components::PageHead;
use crate::language::use_language;
use catalogue::{centre_access as words, centre_frame};
use codes::{Codes, NewCode};
use devices::Devices;
use leptos::prelude::*;

/// A new code, the codes, and the computers.
#[component]
pub fn JoiningScreen() -> impl IntoView {
    let language = use_language();
    view! {
        <PageHead title=centre_frame::joining(language) sub=words::joining_sub(language) />
        <div class="two">
            <Codes />
            <NewCode />
        </div>
        <Devices />
    }
}
