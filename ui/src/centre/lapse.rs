//! What stands above a screen whose session is over, or whose centre does not answer.

use super::access::use_access;
use super::sign_in::SignInForm;
use crate::backend::use_backend;
use crate::browser;
use crate::components::{Banner, BannerKind, Button, ButtonKind, Dialog};
use crate::effect::effect;
use crate::language::use_language;
use api::central::session::StaffSession;
use catalogue::centre_frame as words;
use leptos::prelude::*;

/// The sentence while something is amiss. What stands on the screen stays there.
#[component]
pub fn Lapse(
    /// Somebody came in.
    entered: Callback<StaffSession>,
) -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let access = use_access();
    let over = Memo::new(move |_| access.is_over());
    let open = RwSignal::new(false);
    effect(move || {
        let is_over = over.get();
        open.set(is_over);
        if is_over {
            browser::after_paint(|| {
                if let Some(field) = browser::first("dialog[open] input[type=password]") {
                    let _detached = field.focus();
                }
            });
        }
    });
    view! {
        {move || backend.is_away().then(|| view! {
            <Banner kind=BannerKind::Attention text=words::away_text(language) />
        })}
        {move || over.get().then(|| view! {
            <Banner kind=BannerKind::Attention text=words::session_over_text(language)>
                <Button kind=ButtonKind::SmallPrimary on_press=move || open.set(true)>
                    {words::sign_in_again(language)}
                </Button>
            </Banner>
        })}
        <Dialog open title=words::session_over(language)>
            <div class="stack">
                <p>{words::session_over_text(language)}</p>
                <SignInForm account=access.account() entered />
            </div>
        </Dialog>
    }
}
