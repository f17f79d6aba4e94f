//! The missing list for others: as a message, and on paper.

use super::CHECK;
use crate::browser;
use crate::components::{Button, ButtonKind, IconName, LinkButton};
use crate::language::use_language;
use crate::query::Query;
use crate::toast::use_toasts;
use api::home::Home;
use catalogue::page_home as words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The buttons below the list. Where the browser does not let the page copy, the text appears to
/// be copied by hand.
#[component]
pub fn Reminder(home: Query<Home>) -> impl IntoView {
    let language = use_language();
    let toasts = use_toasts();
    let by_hand = RwSignal::new(false);
    let text = Memo::new(move |_| {
        home.with(|home| home.map(|it| it.reminder_text.clone()).unwrap_or_default())
    });
    let is_missing = move || {
        home.with(|home| {
            home.is_some_and(|home| !home.missing.is_empty() || !home.returned.is_empty())
        })
    };
    let copy = move || {
        let text = text.get_untracked();
        spawn_local(async move {
            if browser::copy(&text).await {
                toasts.say(words::copied_reminder(language));
                by_hand.try_set(false);
            } else {
                by_hand.try_set(true);
            }
        });
    };
    move || {
        is_missing().then(|| {
            view! {
                <footer class="home-foot no-print">
                    <Button kind=ButtonKind::SmallQuiet icon=IconName::Message on_press=copy>
                        {words::copy_reminder(language)}
                    </Button>
                    <Button kind=ButtonKind::SmallQuiet icon=IconName::Print on_press=browser::print>
                        {words::print_list(language)}
                    </Button>
                    <span class="push">
                        <LinkButton href=CHECK kind=ButtonKind::Small icon=IconName::Send>
                            {words::check(language)}
                        </LinkButton>
                    </span>
                </footer>
                {move || by_hand.get().then(|| view! {
                    <div class="home-by-hand">
                        <label for="home-reminder">{words::copy_by_hand(language)}</label>
                        <textarea class="input" id="home-reminder" rows="8" readonly>
                            {text.get()}
                        </textarea>
                    </div>
                })}
            }
        })
    }
}
