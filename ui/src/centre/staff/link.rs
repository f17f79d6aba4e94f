//! A link for choosing a password, shown once.

use crate::browser;
use crate::centre::access::use_access;
use crate::centre::acts::use_acts;
use crate::components::{Button, ButtonKind, IconName};
use crate::format;
use crate::language::use_language;
use api::central::staff::StaffLink;
use catalogue::{centre_access as words, common};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The link, to be copied.
#[component]
pub fn LinkShown(
    /// The link.
    link: StaffLink,
) -> impl IntoView {
    let language = use_language();
    let access = use_access();
    let acts = use_acts();
    let until = format::moment(language, access.local(link.expires_at));
    let origin = web_sys::window()
        .and_then(|window| window.location().origin().ok())
        .unwrap_or_default();
    let whole = format!("{origin}{}", link.path);
    let text = StoredValue::new(whole.clone());
    let copy = move || {
        spawn_local(async move {
            if browser::copy(&text.get_value()).await {
                acts.say(common::copied(language));
            }
        });
    };
    view! {
        <section class="card" role="status">
            <div class="card-body stack centre-made">
                <h2>{words::link_title(language, link.name)}</h2>
                <code class="centre-code" id="staff-link" translate="no">{whole}</code>
                <p class="sub">{words::link_text(language, until)}</p>
                <div class="row-buttons">
                    <Button kind=ButtonKind::Small icon=IconName::Copy on_press=copy>
                        {words::copy_link(language)}
                    </Button>
                </div>
            </div>
        </section>
    }
}
