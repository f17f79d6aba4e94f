//! A package on its way: chosen, checked, shown, published.

use super::names;
use crate::centre::acts::use_acts;
use crate::centre::carried::carry;
use crate::components::{Banner, BannerKind, Button, ButtonKind, Card, Icon, IconName, unique_id};
use crate::format;
use crate::language::use_language;
use api::central::rules::{CheckRules, CheckedRules, PublishRules, PublishedRules, RulesSummary};
use catalogue::{centre_rules as words, page_frame};
use domain::rules::PackageError;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::FileList;

/// What was chosen, and what the centre says to it.
#[derive(Clone, Debug, PartialEq)]
enum Chosen {
    Sound(String, RulesSummary),
    Refused(PackageError),
}

/// The place for a package.
#[component]
pub fn BringRules() -> impl IntoView {
    let language = use_language();
    let acts = use_acts();
    let chosen = RwSignal::new(None::<Chosen>);
    carry("rules", chosen);
    let input = NodeRef::<html::Input>::new();
    let over = RwSignal::new(false);
    let check = move |package: String| {
        let sent = package.clone();
        acts.run(CheckRules { package: sent }, move |checked| {
            chosen.set(Some(match checked {
                CheckedRules::Sound(summary) => Chosen::Sound(package, summary),
                CheckedRules::Refused(error) => Chosen::Refused(error),
            }));
        });
    };
    let take = move |files: Option<FileList>| {
        let Some(file) = files.and_then(|files| files.get(0)) else {
            return;
        };
        chosen.set(None);
        spawn_local(async move {
            let text = JsFuture::from(file.text()).await.ok();
            check(text.and_then(|it| it.as_string()).unwrap_or_default());
        });
    };
    let publish = move |package: String| {
        acts.run(PublishRules { package }, move |published| match published {
            PublishedRules::Done(version) => {
                chosen.set(None);
                acts.say(words::was_published(language, version));
            }
            PublishedRules::Again(version) => {
                chosen.set(None);
                acts.say(words::was_there(language, version));
            }
            PublishedRules::Refused(error) => chosen.set(Some(Chosen::Refused(error))),
        });
    };
    let shown = move || {
        chosen.get().map(|chosen| match chosen {
            Chosen::Refused(error) => {
                let text = words::refusal(language, &error);
                view! { <Banner kind=BannerKind::Attention text /> }.into_any()
            }
            Chosen::Sound(package, summary) => {
                let day = format::date(language, summary.valid_from);
                view! {
                    <h3>{words::checked(language, summary.version, day)}</h3>
                    <p>{words::changes(language)} ": " {names(language, &summary.files)}</p>
                    <p class="sub">{words::source(language)} ": " {summary.source}</p>
                    <div class="row-buttons">
                        <Button
                            kind=ButtonKind::Primary
                            busy=acts.is_busy()
                            on_press=move || publish(package.clone())
                        >
                            {words::publish(language)}
                        </Button>
                    </div>
                    <p class="sub">{words::publish_hint(language)}</p>
                }
                .into_any()
            }
        })
    };
    let id = unique_id("rules");
    view! {
        <Card title=words::bring(language)>
            <div class="card-body stack">
                <div
                    class="drop-zone"
                    class:over=move || over.get()
                    on:dragover=move |event| {
                        event.prevent_default();
                        over.set(true);
                    }
                    on:dragleave=move |_| over.set(false)
                    on:drop=move |event| {
                        event.prevent_default();
                        over.set(false);
                        take(event.data_transfer().and_then(|data| data.files()));
                    }
                >
                    <Icon name=IconName::FileIn />
                    <label for=id.clone()>{words::choose(language)}</label>
                    <p>
                        {words::drop_here(language)} " "
                        <input
                            type="file"
                            id=id
                            accept=".json,application/json"
                            node_ref=input
                            on:change=move |_| {
                                if let Some(input) = input.get_untracked() {
                                    take(input.files());
                                    // The same file can be chosen again after it was changed.
                                    input.set_value("");
                                }
                            }
                        />
                        <span class="btn small" aria-hidden="true">
                            {page_frame::drop_choose(language)}
                        </span>
                    </p>
                    <p class="sub">{words::choose_hint(language)}</p>
                </div>
                <div class="stack" role="status">{shown}</div>
            </div>
        </Card>
    }
}
