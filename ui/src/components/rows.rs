//! Long lists: only the rows in sight are in the document.

use crate::effect::effect;
use leptos::html;
use leptos::prelude::*;

/// Which rows are drawn, and the room above and below them in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// The first row drawn.
    pub first: usize,
    /// One after the last row drawn.
    pub end: usize,
    /// Room above.
    pub above: usize,
    /// Room below.
    pub below: usize,
}

/// Rows drawn beyond each edge, so that scrolling shows no gap and Tab finds its neighbour.
const MARGIN: usize = 12;

/// The window over `count` rows of `row` pixels, scrolled to `top` in a view of `height` pixels.
#[must_use]
pub fn window_of(count: usize, row: usize, top: usize, height: usize) -> Window {
    let row = row.max(1);
    let in_view = height.div_ceil(row) + 1;
    let first = (top / row)
        .min(count.saturating_sub(in_view))
        .saturating_sub(MARGIN);
    let end = (top / row + in_view + MARGIN).max(first).min(count);
    Window {
        first,
        end,
        above: first * row,
        below: (count - end) * row,
    }
}

/// A scrolling table body of rows of equal height. `row(index)` draws one row (a `<tr>`); `head`
/// is the `<thead>`. Give every row `style:height` and `aria-rowindex` (index + 2).
#[component]
pub fn Rows(
    /// How many rows there are.
    #[prop(into)]
    count: Signal<usize>,
    /// Pixels of a row.
    #[prop(default = 44)]
    height: usize,
    /// What the table holds, for screen readers.
    #[prop(into)]
    label: String,
    /// The head.
    head: AnyView,
    /// Draws one row.
    row: Callback<usize, AnyView>,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let top = RwSignal::new(0_usize);
    let room = RwSignal::new(800_usize);
    let look = move || {
        if let Some(view) = node.get_untracked() {
            top.set(usize::try_from(view.scroll_top()).unwrap_or(0));
            room.set(
                usize::try_from(view.client_height())
                    .unwrap_or(800)
                    .max(200),
            );
        }
    };
    effect(move || {
        count.track();
        if node.get().is_some() {
            look();
        }
    });
    let printing = printing();
    let window = Memo::new(move |_| {
        let count = count.get();
        if printing.get() {
            return Window {
                end: count,
                ..Window::default()
            };
        }
        window_of(count, height, top.get(), room.get())
    });
    let filler = |pixels: usize| {
        view! { <tr class="filler" aria-hidden="true"><td style:height=format!("{pixels}px") /></tr> }
    };
    view! {
        <div class="rows" data-keep-scroll="" node_ref=node on:scroll=move |_| look()>
            <table
                class="table"
                aria-label=label
                aria-rowcount=move || (count.get() + 1).to_string()
            >
                {head}
                <tbody>
                    {move || filler(window.get().above)}
                    <For
                        each=move || { let window = window.get(); window.first..window.end }
                        key=|index| *index
                        children=move |index| row.run(index)
                    />
                    {move || filler(window.get().below)}
                </tbody>
            </table>
        </div>
    }
}

/// Paper does not scroll: while the browser prints, every row is in the document.
fn printing() -> RwSignal<bool> {
    let printing = RwSignal::new(false);
    for (event, is_printing) in [("beforeprint", true), ("afterprint", false)] {
        let listener = window_event_listener_untyped(event, move |_| printing.set(is_printing));
        on_cleanup(move || listener.remove());
    }
    printing
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(0, 0)]
    #[case(5, 0)]
    #[case(1000, 0)]
    #[case(1000, 20_000)]
    #[case(1000, 44_000)]
    #[case(10, 99_999)]
    fn the_rows_and_the_room_make_the_whole_height(#[case] count: usize, #[case] top: usize) {
        let window = window_of(count, 44, top, 600);
        let drawn = window.end - window.first;
        assert_eq!(window.above + drawn * 44 + window.below, count * 44);
        assert!(drawn <= 600 / 44 + 3 + 2 * MARGIN);
    }

    #[rstest]
    #[case(0)]
    #[case(20_000)]
    #[case(43_400)]
    fn whatever_is_in_sight_is_drawn(#[case] top: usize) {
        let window = window_of(1000, 44, top, 600);
        assert!(window.first * 44 <= top && top + 600 <= window.end * 44);
    }
}
