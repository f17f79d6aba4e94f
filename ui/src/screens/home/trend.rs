//! How complete the last periods were: six small bars, and the same in words.

use crate::components::Card;
use crate::format;
use crate::language::use_language;
use crate::query::Query;
use api::home::{Home, TrendPoint};
use catalogue::{Language, page_home as words, terms};
use domain::{Period, calendar};
use leptos::prelude::*;

/// Kelengkapan.
#[component]
pub fn Trend(home: Query<Home>) -> impl IntoView {
    let language = use_language();
    let points =
        Memo::new(move |_| home.with(|it| it.map(|it| it.trend.clone()).unwrap_or_default()));
    move || {
        // One bar is no trend.
        (points.with(Vec::len) > 1).then(|| {
            let bars: Vec<_> = points
                .get()
                .iter()
                .map(|point| bar(language, point))
                .collect();
            view! {
                <Card title=words::trend(language) sub=words::trend_sub(language)>
                    <ol class="home-trend">{bars}</ol>
                </Card>
            }
        })
    }
}

fn bar(language: Language, point: &TrendPoint) -> AnyView {
    let period = format::period(language, point.period);
    let words = words::trend_point(language, period, point.complete, point.total);
    let title = words.clone();
    let height = format!("{}%", share(point));
    view! {
        <li title=title>
            <span class="visually-hidden">{words}</span>
            <span class="home-trend-share" aria-hidden="true">{terms::percent(language, share(point))}</span>
            <span class="home-trend-bar" aria-hidden="true"><i style:height=height /></span>
            <span class="home-trend-name" aria-hidden="true">{short(language, point.period)}</span>
        </li>
    }
    .into_any()
}

/// Whole percent, rounded down, so that only all is 100.
fn share(point: &TrendPoint) -> u32 {
    (point.complete.min(point.total) * 100)
        .checked_div(point.total)
        .unwrap_or(0)
}

/// `Okt`, `TW IV`.
fn short(language: Language, period: Period) -> String {
    match period {
        Period::Month { month, .. } => {
            let name = format::period(language, period);
            match language {
                Language::Indonesian => calendar::MONTHS_SHORT
                    .get((month as usize).wrapping_sub(1))
                    .map_or(name, |month| (*month).to_owned()),
                Language::English => name.chars().take(3).collect(),
            }
        }
        Period::Quarter { quarter, .. } => format!("TW {}", domain::period::roman(quarter)),
        Period::Year { year } => year.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(17, 25, 68)]
    #[case(999, 1000, 99)]
    #[case(0, 0, 0)]
    fn only_all_is_a_hundred(#[case] complete: u32, #[case] total: u32, #[case] expected: u32) {
        let period = Period::month(2026, 10).unwrap();
        assert_eq!(
            share(&TrendPoint {
                period,
                complete,
                total
            }),
            expected
        );
    }

    #[rstest]
    #[case(Language::Indonesian, "2026-10", "Okt")]
    #[case(Language::English, "2026-10", "Oct")]
    #[case(Language::Indonesian, "2026-TW4", "TW IV")]
    fn periods_are_short_below_a_bar(
        #[case] language: Language,
        #[case] period: &str,
        #[case] expected: &str,
    ) {
        assert_eq!(short(language, period.parse().unwrap()), expected);
    }
}
