//! How much of something is done.

use leptos::prelude::*;

/// A bar with a name for screen readers; the words beside it say the numbers.
#[component]
pub fn Progress(
    /// So many are done.
    #[prop(into)]
    done: Signal<u32>,
    /// Of so many.
    #[prop(into)]
    total: Signal<u32>,
    /// Of what.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let percent = move || percent(done.get(), total.get());
    view! {
        <div
            class="progress"
            role="progressbar"
            aria-label=label
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=move || percent().to_string()
        >
            <i style:width=move || format!("{}%", percent()) />
        </div>
    }
}

/// Whole percent, rounded down, so that only all is 100.
fn percent(done: u32, total: u32) -> u64 {
    (u64::from(done.min(total)) * 100)
        .checked_div(u64::from(total))
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::percent;
    use rstest::rstest;

    #[rstest]
    #[case(17, 25, 68)]
    #[case(999, 1000, 99)]
    #[case(25, 25, 100)]
    #[case(30, 25, 100)]
    #[case(0, 0, 0)]
    fn only_all_is_a_hundred(#[case] done: u32, #[case] total: u32, #[case] expected: u64) {
        assert_eq!(percent(done, total), expected);
    }
}
