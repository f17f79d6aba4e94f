//! Rows that cannot go in yet: saved as a workbook to correct.

use crate::backend::use_backend;
use crate::components::{Banner, BannerKind, Button, ButtonKind, IconName};
use crate::language::use_language;
use crate::toast::use_toasts;
use api::import::{SaveProblemRows, UploadToken};
use api::reports::{OpenSaved, OpenWhat, Saved};
use catalogue::page_import_list as words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The sentence, the button, and the file once it is saved.
#[component]
pub fn SaveProblems(
    /// The preview.
    token: UploadToken,
    /// What it is about.
    text: String,
) -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let toasts = use_toasts();
    let saved = RwSignal::new(None::<Saved>);
    let busy = RwSignal::new(false);
    let token = StoredValue::new(token);
    let save = move || {
        busy.set(true);
        spawn_local(async move {
            let answer = backend
                .call(SaveProblemRows {
                    token: token.get_value(),
                })
                .await;
            busy.set(false);
            match answer {
                Ok(file) => saved.set(Some(file)),
                Err(refusal) => toasts.refused(language, &refusal),
            }
        });
    };
    let open = move |what: OpenWhat| {
        let Some(file) = saved.get_untracked() else {
            return;
        };
        spawn_local(async move {
            if let Err(refusal) = backend
                .call(OpenSaved {
                    token: file.token,
                    what,
                })
                .await
            {
                toasts.refused(language, &refusal);
            }
        });
    };
    move || match saved.get() {
        None => view! {
            <Banner kind=BannerKind::Attention text=text.clone()>
                <Button kind=ButtonKind::Small icon=IconName::FileOut busy on_press=save>
                    {words::problems_save(language)}
                </Button>
            </Banner>
        }
        .into_any(),
        Some(file) => view! {
            <Banner kind=BannerKind::Good text=words::saved(language, file.file_name, file.folder)>
                <Button kind=ButtonKind::Small on_press=move || open(OpenWhat::File)>
                    {words::open_file(language)}
                </Button>
                <Button kind=ButtonKind::SmallQuiet on_press=move || open(OpenWhat::Folder)>
                    {words::open_folder(language)}
                </Button>
            </Banner>
        }
        .into_any(),
    }
}
