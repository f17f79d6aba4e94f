//! How many got which predikat, as bars with their numbers.

use crate::format;
use crate::language::use_language;
use api::central::results::Counts;
use catalogue::centre_arrivals as words;
use domain::Predikat;
use leptos::prelude::*;

/// A bar for each predikat, best first, with its number and share.
pub fn distribution(counts: &Counts) -> AnyView {
    let language = use_language();
    let all = counts.rated().max(1);
    let lines: Vec<_> = Predikat::ALL
        .into_iter()
        .map(|predikat| {
            let count = counts.predikat[Counts::place(predikat)];
            let tenths = u64::from(count) * 1000 / u64::from(all);
            let share = format!("{},{}", tenths / 10, tenths % 10);
            view! {
                <div class="centre-bar">
                    <dt>{predikat.name()}</dt>
                    <dd>
                        <span class="centre-track" aria-hidden="true">
                            <i class=tone(predikat) style:width=format!("{}%", tenths / 10) />
                        </span>
                        <b>{format::number(language, count.into())}</b>
                        <span class="sub">
                            {catalogue::terms::percent(language, share)}
                        </span>
                    </dd>
                </div>
            }
            .into_any()
        })
        .collect();
    view! { <dl class="centre-bars">{lines}</dl> }.into_any()
}

/// One line of tones, for a row of a table. The numbers stand beside it.
pub fn strip(counts: &Counts) -> AnyView {
    let language = use_language();
    let all = counts.rated();
    if all == 0 {
        return view! { <span class="sub">{words::nothing(language)}</span> }.into_any();
    }
    let words: Vec<String> = Predikat::ALL
        .into_iter()
        .map(|it| format!("{} {}", it.name(), counts.predikat[Counts::place(it)]))
        .collect();
    let parts: Vec<_> = Predikat::ALL
        .into_iter()
        .filter_map(|predikat| {
            let count = counts.predikat[Counts::place(predikat)];
            let width = u64::from(count) * 1000 / u64::from(all);
            (count > 0).then(|| {
                let width = format!("{}.{}%", width / 10, width % 10);
                view! { <i class=tone(predikat) style:width=width /> }.into_any()
            })
        })
        .collect();
    let about = words.join(", ");
    view! {
        <span class="centre-strip" role="img" aria-label=about.clone() title=about>{parts}</span>
    }
    .into_any()
}

const fn tone(predikat: Predikat) -> &'static str {
    match predikat {
        Predikat::SangatBaik => "tone best",
        Predikat::Baik => "tone good",
        Predikat::ButuhPerbaikan => "tone middle",
        Predikat::Kurang => "tone bad",
        Predikat::SangatKurang => "tone worst",
    }
}
