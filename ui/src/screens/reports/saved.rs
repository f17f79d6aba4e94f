//! A file was written: open it, or its folder.

use crate::backend::use_backend;
use crate::components::{Banner, BannerKind, Button, ButtonKind, IconName};
use crate::language::use_language;
use crate::toast::use_toasts;
use api::reports::{OpenSaved, OpenWhat, Saved};
use catalogue::page_reports as words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Where the file is, with two buttons. Shows nothing until there is one.
#[component]
pub fn SavedBanner(
    /// The file.
    saved: RwSignal<Option<Saved>>,
) -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let toasts = use_toasts();
    let open = move |token: String, what: OpenWhat| {
        spawn_local(async move {
            if let Err(refusal) = backend.call(OpenSaved { token, what }).await {
                toasts.refused(language, &refusal);
            }
        });
    };
    move || {
        saved.get().map(|file| {
            let (first, second) = (file.token.clone(), file.token.clone());
            view! {
                <div class="reports-saved" role="status">
                    <Banner
                        kind=BannerKind::Good
                        text=words::saved(language, &file.file_name, &file.folder)
                    >
                        <Button
                            kind=ButtonKind::Small
                            icon=IconName::File
                            on_press=move || open(first.clone(), OpenWhat::File)
                        >
                            {words::open_file(language)}
                        </Button>
                        <Button
                            kind=ButtonKind::Small
                            icon=IconName::Folder
                            on_press=move || open(second.clone(), OpenWhat::Folder)
                        >
                            {words::open_folder(language)}
                        </Button>
                    </Banner>
                </div>
            }
        })
    }
}
