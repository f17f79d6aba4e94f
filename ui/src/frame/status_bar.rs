//! The truth about the data, always in sight.

use super::centre_part::CentrePart;
use super::{use_openings, use_status};
use crate::components::Keys;
use crate::format;
use crate::language::use_language;
use crate::routes;
use crate::tags::use_tags;
use api::Tag;
use api::session::Status;
use catalogue::{Language, common, page_frame as words};
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;
use std::cell::Cell;
use std::time::Duration;

/// How often the program is asked how far sending got, while something is moving.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// So many times less often otherwise: whether another window, the terminal or the sending wrote.
const AT_REST: u32 = 4;

/// The bar at the bottom.
#[component]
pub fn StatusBar() -> impl IntoView {
    let language = use_language();
    let tags = use_tags();
    let openings = use_openings();
    let path = use_location().pathname;
    let status = use_status();
    let is_moving = move || {
        status.with_untracked(|status| status.is_some_and(|status| status.sync.is_running()))
    };
    look_regularly(is_moving, move || status.again());
    Effect::new(move |seen: Option<Option<Seen>>| {
        let seen = seen.flatten();
        let versions = status.with(|it| it.map(|it| (it.data_version, it.sync_version)));
        let Some((version, sync_version)) = versions else {
            return seen;
        };
        let now = Seen {
            version,
            sync_version,
            own_writes: tags.own_writes_now(),
        };
        if seen.is_some_and(|before| before.somebody_else_wrote(now)) {
            tags.bump(&Tag::ALL);
        } else if seen.is_some_and(|before| before.sync_version != sync_version) {
            tags.bump(&[Tag::Sync]);
        }
        Some(now)
    });
    let shown = Memo::new(move |_| status.get());
    let answers = Memo::new(move |_| status.refusal().is_none());
    view! {
        <footer class="status" aria-label=words::status_bar(language)>
            <span role="status">
                <i
                    class="dot"
                    class:attention=move || !answers.get()
                    aria-hidden="true"
                ></i>
                {move || {
                    let status = shown.get();
                    if answers.get() {
                        status.map(|status| saved(language, &status)).unwrap_or_default()
                    } else {
                        words::saved_unknown(language).to_owned()
                    }
                }}
            </span>
            <span class="sep" aria-hidden="true"></span>
            <CentrePart status=shown />
            {move || {
                shown.with(|status| deadline(language, status.as_ref())).map(|(text, late)| {
                    view! {
                        <span class="sep" aria-hidden="true"></span>
                        <span class:late=late>{text}</span>
                    }
                })
            }}
            <span class="push">
                <button
                    type="button"
                    class="bar-button"
                    aria-keyshortcuts="Control+J"
                    on:click=move |_| openings.quick_note.update(|open| *open = !*open)
                >
                    {words::quick_note(language)} " " <Keys of="Ctrl+J" />
                </button>
                <A
                    href=move || routes::help_for(&path.get())
                    attr:class="bar-button"
                    attr:aria-keyshortcuts="F1"
                >
                    {common::help(language)} " " <Keys of="F1" />
                </A>
            </span>
        </footer>
    }
}

/// What the last status said, and how much the page had written until then.
#[derive(Clone, Copy, Debug)]
struct Seen {
    version: u64,
    sync_version: u64,
    own_writes: u32,
}

impl Seen {
    /// The commit counter moved without a write of this page in between.
    const fn somebody_else_wrote(self, now: Self) -> bool {
        self.version != now.version && self.own_writes == now.own_writes
    }
}

fn look_regularly(is_moving: impl Fn() -> bool + 'static, look: impl Fn() + 'static) {
    let turn = Cell::new(0_u32);
    let timer = set_interval_with_handle(
        move || {
            turn.set(turn.get().wrapping_add(1));
            let is_due = turn.get().is_multiple_of(AT_REST) || is_moving();
            if is_due && crate::browser::is_in_sight() {
                look();
            }
        },
        LOOK_EVERY,
    );
    if let Ok(timer) = timer {
        on_cleanup(move || timer.clear());
    }
}

fn saved(language: Language, status: &Status) -> String {
    status.saved_at.map_or_else(
        || words::saved_nothing(language).to_owned(),
        |at| words::saved_at(language, format::clock(language, status.zone.local(at))),
    )
}

/// The sentence, and whether the day has passed.
fn deadline(language: Language, status: Option<&Status>) -> Option<(String, bool)> {
    let days = status?.days_left?;
    Some((
        words::deadline(language, format::days_left(language, days)),
        days < 0,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(7, 7, 0, false)]
    #[case(7, 8, 0, true)]
    #[case(7, 8, 1, false)]
    fn only_a_foreign_write_makes_everything_stale(
        #[case] before: u64,
        #[case] after: u64,
        #[case] writes: u32,
        #[case] expected: bool,
    ) {
        let seen = Seen {
            version: before,
            sync_version: 1,
            own_writes: 3,
        };
        let now = Seen {
            version: after,
            sync_version: 2,
            own_writes: 3 + writes,
        };
        assert_eq!(seen.somebody_else_wrote(now), expected);
    }
}
