//! Every rule that was checked, with how many people it still stops.

use crate::components::{Card, Icon, IconName};
use crate::language::use_language;
use crate::query::Query;
use api::home::FinishPreview;
use catalogue::{Language, page_home as words};
use domain::missing::MissingCode;
use leptos::prelude::*;

/// The checklist.
#[component]
pub fn CheckList(preview: Query<FinishPreview>) -> impl IntoView {
    let language = use_language();
    view! {
        <Card title=words::check_list(language)>
            <ul class="home-checks">
                {move || preview.with(|preview| preview.map(|preview| {
                    MissingCode::ALL
                        .into_iter()
                        .filter_map(|code| Some((code, rule(language, code)?)))
                        .map(|(code, rule)| check(language, rule, count(preview, code)))
                        .collect::<Vec<_>>()
                }))}
            </ul>
        </Card>
    }
}

/// People whom a rule stops.
fn count(preview: &FinishPreview, code: MissingCode) -> usize {
    preview
        .blocked
        .iter()
        .filter(|blocked| blocked.codes.contains(&code))
        .count()
}

/// The rule behind a code; `None` for what only advises.
const fn rule(language: Language, code: MissingCode) -> Option<&'static str> {
    match code {
        MissingCode::KurangHasil => Some(words::check_hasil(language)),
        MissingCode::KurangPerilaku => Some(words::check_perilaku(language)),
        MissingCode::KurangBukti => Some(words::check_bukti(language)),
        MissingCode::KurangAlasan => Some(words::check_alasan(language)),
        MissingCode::PenilaiDiri => Some(words::check_oneself(language)),
        MissingCode::KurangPenilai | MissingCode::BelumDitinjau => None,
    }
}

fn check(language: Language, rule: &'static str, open: usize) -> AnyView {
    if open == 0 {
        return view! {
            <li class="good">
                <Icon name=IconName::Check />
                <span>{rule}</span>
                <span class="sub push">{words::check_good(language)}</span>
            </li>
        }
        .into_any();
    }
    view! {
        <li class="open">
            <Icon name=IconName::Flag />
            <span>{rule}</span>
            <b class="push">{words::check_open(language, open)}</b>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_that_stops_is_on_the_checklist() {
        for code in MissingCode::ALL {
            assert_eq!(
                rule(Language::Indonesian, code).is_some(),
                code.blocks(),
                "{code:?}"
            );
        }
    }
}
