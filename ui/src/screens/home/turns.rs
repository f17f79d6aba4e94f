//! Whose turn it is.

use crate::components::Card;
use crate::language::use_language;
use crate::query::Query;
use api::home::Home;
use catalogue::{Language, page_home as words, terms};
use leptos::prelude::*;

/// Giliran siapa.
#[component]
pub fn TurnsCard(home: Query<Home>) -> impl IntoView {
    let language = use_language();
    view! {
        <Card title=words::turns(language)>
            <div class="card-body">
                {move || home.with(|home| home.map(|home| {
                    let turns = home.turns;
                    let others = (turns.others > 0)
                        .then(|| fact(words::turn_others(language).to_owned(), turns.others));
                    view! {
                        {fact(words::turn_you(language).to_owned(), turns.you)}
                        {others}
                        {fact(exempt(language, home), turns.exempt)}
                    }
                }))}
            </div>
        </Card>
    }
}

fn fact(label: String, count: u32) -> AnyView {
    view! { <div class="fact"><span>{label}</span><b>{count}</b></div> }.into_any()
}

/// `Dikecualikan (2 cuti besar, 1 pensiun)`.
fn exempt(language: Language, home: &Home) -> String {
    if home.exempt.is_empty() {
        return words::turn_exempt_none(language).to_owned();
    }
    let kinds: Vec<String> = home
        .exempt
        .iter()
        .map(|(kind, count)| {
            format!(
                "{count} {}",
                terms::exception(language, *kind).to_lowercase()
            )
        })
        .collect();
    words::turn_exempt(language, kinds.join(", "))
}
