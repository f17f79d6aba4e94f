//! Which program this is.

use crate::components::Card;
use crate::language::use_language;
use crate::place::use_office;
use catalogue::page_settings as words;
use leptos::prelude::*;

/// The version.
#[component]
pub fn AboutCard() -> impl IntoView {
    let language = use_language();
    let version = use_office().with_session(|session| session.version.clone());
    view! {
        <Card title=words::about(language)>
            <div class="card-body">
                <p class="sub">{words::version(language, version)}</p>
            </div>
        </Card>
    }
}
