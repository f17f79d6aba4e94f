//! What protects the key on this PC, said plainly.

use crate::components::{Card, LinkButton, QueryView};
use crate::language::use_language;
use crate::query::use_query;
use crate::routes::Screen;
use api::backup::{ListBackups, Protection};
use catalogue::page_settings as words;
use leptos::prelude::*;

/// One paragraph and the way to the backups.
#[component]
pub fn ProtectionCard() -> impl IntoView {
    let language = use_language();
    let backups = use_query(|| Some(ListBackups {}));
    view! {
        <Card title=words::protection(language)>
            <div class="card-body stack">
                <QueryView
                    query=backups
                    show=move || {
                        backups
                            .get()
                            .map(|it| {
                                let text = match it.protection {
                                    Protection::KeyStore => words::protection_key_store(language),
                                    Protection::File => words::protection_file(language),
                                };
                                view! {
                                    <p>{text}</p>
                                    <p class="sub">{words::data_folder(language, it.data_folder)}</p>
                                }
                            })
                    }
                />
                <div class="row-buttons">
                    <LinkButton href=Screen::Backups.path()>
                        {Screen::Backups.title(language)}
                    </LinkButton>
                </div>
            </div>
        </Card>
    }
}
