//! The rows of the list, and the keys that move among them.

use super::list::List;
use super::list_memory::Left;
use super::list_row::ListRow;
use super::selection::Selection;
use crate::browser;
use crate::components::Rows;
use crate::effect::effect;
use crate::language::use_language;
use crate::toast::use_toasts;
use catalogue::{Language, page_employees as words};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::KeyboardEvent;

/// Pixels of a row: name and unit in two lines.
pub const ROW: usize = 44;
/// Rows that PageDown jumps.
const PAGE: usize = 8;

/// The table.
#[component]
pub fn ListTable(
    /// The list.
    list: List,
) -> impl IntoView {
    let language = use_language();
    let toasts = use_toasts();
    let count = Signal::derive(move || list.count());
    let pressed = move |event: KeyboardEvent| {
        if focused_row().is_none() {
            return;
        }
        // The focus follows a frame later: keys that come faster go on from where they were.
        let from = list.at.get_untracked();
        let keys = Keys {
            key: &event.key(),
            control: event.ctrl_key() || event.meta_key(),
            shift: event.shift_key(),
        };
        let Some(wish) = wish(keys, from, untrack(|| list.count())) else {
            return;
        };
        event.prevent_default();
        let posts = untrack(|| list.posts());
        match wish {
            Wish::Go(to) => go_to(list, to),
            Wish::Extend(to) => {
                list.selection
                    .update(|selection| selection.extend(&posts, (from, to)));
                go_to(list, to);
            }
            Wish::Toggle => list
                .selection
                .update(|selection| selection.toggle(&posts, from)),
            Wish::All => list.selection.update(|selection| selection.all(&posts)),
            Wish::Clear => list.selection.update(Selection::clear),
            Wish::CopyNip => {
                if let Some(line) = untrack(|| list.line(from)) {
                    spawn_local(async move {
                        if browser::copy(line.nip.digits()).await {
                            toasts.say(words::nip_copied(language));
                        }
                    });
                }
            }
        }
    };
    view! {
        <div class="employees-table" on:keydown=pressed>
            <Rows
                attr:data-keep-scroll=""
                count
                height=ROW
                label=words::table(language)
                head=head(language, list)
                row=Callback::new(move |index| view! { <ListRow list index /> }.into_any())
            />
        </div>
    }
}

fn head(language: Language, list: List) -> AnyView {
    let posts = Memo::new(move |_| list.posts());
    let all = Memo::new(move |_| {
        posts.with(|posts| list.selection.with(|selection| selection.holds_all(posts)))
    });
    let some = move || !all.get() && list.selection.with(|selection| !selection.is_empty());
    view! {
        <thead>
            <tr>
                <th scope="col" class="employees-select">
                    <input
                        type="checkbox"
                        aria-label=words::select_all(language)
                        title=words::select_all(language)
                        prop:checked=move || all.get()
                        prop:indeterminate=some
                        on:change=move |_| {
                            if all.get_untracked() {
                                list.selection.update(Selection::clear);
                            } else {
                                posts.with_untracked(|posts| {
                                    list.selection.update(|selection| selection.all(posts));
                                });
                            }
                        }
                    />
                </th>
                <th scope="col">{words::column_name(language)}</th>
                <th scope="col">"NIP"</th>
                <th scope="col">{words::column_kind(language)}</th>
                <th scope="col">{words::column_jabatan(language)}</th>
                <th scope="col">{words::column_golongan(language)}</th>
                <th scope="col">{words::column_appraiser(language)}</th>
                <th scope="col">{words::column_status(language)}</th>
            </tr>
        </thead>
    }
    .into_any()
}

/// What a key in the list asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Go(usize),
    Extend(usize),
    Toggle,
    All,
    Clear,
    CopyNip,
}

/// A pressed key, without the browser.
#[derive(Clone, Copy, Debug)]
struct Keys<'a> {
    key: &'a str,
    control: bool,
    shift: bool,
}

fn wish(keys: Keys<'_>, from: usize, count: usize) -> Option<Wish> {
    let last = count.saturating_sub(1);
    let to = match keys.key {
        "ArrowDown" => Some(from + 1),
        "ArrowUp" => Some(from.saturating_sub(1)),
        "PageDown" => Some(from + PAGE),
        "PageUp" => Some(from.saturating_sub(PAGE)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    };
    if let Some(to) = to.map(|to| to.min(last)) {
        return Some(if keys.shift {
            Wish::Extend(to)
        } else {
            Wish::Go(to)
        });
    }
    match (keys.control, keys.key) {
        (false, " ") if keys.shift => Some(Wish::Extend(from)),
        (false, " ") => Some(Wish::Toggle),
        (false, "Escape") => Some(Wish::Clear),
        (true, "a" | "A") => Some(Wish::All),
        (true, "c" | "C") if browser::nothing_is_marked() => Some(Wish::CopyNip),
        _ => None,
    }
}

/// The row that holds the focus.
fn focused_row() -> Option<web_sys::Element> {
    browser::focused()?.closest("[data-row]").ok()?
}

/// Moves to a row: it may have to be scrolled to before it is drawn.
fn go_to(list: List, row: usize) {
    list.at.set(row);
    bring_into_sight(row);
    keep_in_sight(row);
    focus_when_drawn(list, row, 4);
}

fn bring_into_sight(row: usize) {
    if let Some(rows) = browser::first(".employees-card .rows") {
        rows.set_scroll_top(scrolled_to(row, (rows.scroll_top(), rows.client_height())));
    }
}

/// The bar of the selection may come and take the lowest row's place.
fn keep_in_sight(row: usize) {
    browser::after_paint(move || bring_into_sight(row));
}

/// The scroll position that shows a row below the head, as near as possible to the present one.
fn scrolled_to(row: usize, (top, height): (i32, i32)) -> i32 {
    const HEAD: i32 = 34;
    let size = i32::try_from(ROW).unwrap_or(0);
    let above = i32::try_from(row).unwrap_or(0).saturating_mul(size);
    let lowest = above + size + HEAD - height;
    top.clamp(lowest.min(above), above)
}

fn focus_when_drawn(list: List, row: usize, looks: u32) {
    browser::after_paint(move || {
        // A newer key, or another screen, has overtaken this one.
        if list.at.try_get_untracked() != Some(row) {
            return;
        }
        match browser::first(&format!(".employees-card [data-row=\"{row}\"] a")) {
            Some(link) => browser::focus_without_scrolling(&link),
            None if looks > 0 => focus_when_drawn(list, row, looks - 1),
            None => {}
        }
    });
}

/// Coming back from a person: the same row, at the same height of the screen.
pub fn return_to(list: List, left: Option<Left>) {
    let left = StoredValue::new(left);
    effect(move || {
        if !list.answer.with(|answer| answer.is_some()) {
            return;
        }
        let Some(left) = left.try_update_value(Option::take).flatten() else {
            return;
        };
        let row = list.answer.with(|answer| {
            answer?
                .lines
                .iter()
                .position(|line| line.employee == left.employee)
        });
        if let Some(row) = row {
            list.at.set(row);
            browser::after_paint(move || {
                if let Some(rows) = browser::first(".employees-card .rows") {
                    rows.set_scroll_top(left.scrolled);
                }
                focus_when_drawn(list, row, 10);
            });
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("ArrowDown", Some(Wish::Go(4)))]
    #[case("Shift+ArrowDown", Some(Wish::Extend(4)))]
    #[case("ArrowUp", Some(Wish::Go(2)))]
    #[case("PageDown", Some(Wish::Go(9)))]
    #[case("PageUp", Some(Wish::Go(0)))]
    #[case("Shift+End", Some(Wish::Extend(9)))]
    #[case("Home", Some(Wish::Go(0)))]
    #[case(" ", Some(Wish::Toggle))]
    #[case("Shift+ ", Some(Wish::Extend(3)))]
    #[case("Ctrl+a", Some(Wish::All))]
    #[case("Escape", Some(Wish::Clear))]
    #[case("a", None)]
    #[case("Enter", None)]
    fn keys_move_and_choose(#[case] keys: &str, #[case] expected: Option<Wish>) {
        let pressed = Keys {
            key: keys.rsplit('+').next().unwrap(),
            control: keys.contains("Ctrl+"),
            shift: keys.contains("Shift+"),
        };
        assert_eq!(wish(pressed, 3, 10), expected);
    }

    #[rstest]
    #[case(0, 500, 0)]
    #[case(5, 0, 0)]
    #[case(20, 0, 20 * 44 + 44 + 34 - 400)]
    fn a_row_is_brought_into_sight_and_no_further(
        #[case] row: usize,
        #[case] top: i32,
        #[case] expected: i32,
    ) {
        assert_eq!(scrolled_to(row, (top, 400)), expected);
    }
}
