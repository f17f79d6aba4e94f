//! The first step: a file, or cells pasted from Excel.

use super::state::Import;
use crate::backend::use_backend;
use crate::browser;
use crate::components::{
    Button, ButtonKind, Card, ChoiceField, DropZone, IconName, Keys, TextArea,
};
use crate::language::use_language;
use crate::place::use_office;
use crate::toast::use_toasts;
use api::import::{ImportSource, SaveTemplate, UploadToken};
use catalogue::page_import_list as words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The two ways in, and an empty list to fill in.
#[component]
pub fn ChooseSource(
    /// The import.
    import: Import,
) -> impl IntoView {
    let language = use_language();
    view! {
        <Reading import />
        <div class="import-ways">
            <Card title=words::file_title(language)>
                <div class="card-body stack">
                    <DropZone
                        label=words::file_label(language)
                        accept=".xlsx,.xls,.ods,.csv,.txt"
                        hint=words::file_hint(language)
                        on_file=move |token: UploadToken, _name: String| {
                            import.read(ImportSource::Upload(token));
                        }
                    />
                    <UnitForRows import />
                    <Template />
                </div>
            </Card>
            <Card title=words::paste_title(language)>
                <div class="card-body stack"><Paste import /></div>
            </Card>
        </div>
    }
}

/// A sentence while the list is read; its place is always there.
#[component]
fn Reading(import: Import) -> impl IntoView {
    let language = use_language();
    view! {
        <p class="visually-hidden" role="status">
            {move || if import.busy.get() { words::reading(language) } else { "" }}
        </p>
    }
}

#[component]
fn Paste(import: Import) -> impl IntoView {
    let language = use_language();
    let is_empty = Memo::new(move |_| import.pasted.with(|text| text.trim().is_empty()));
    let read = move || {
        if !is_empty.get_untracked() {
            import.read(ImportSource::Text(import.pasted.get_untracked()));
        }
    };
    view! {
        <div
            class="import-paste"
            on:keydown=move |event| {
                if event.key() == "Enter" && event.ctrl_key() {
                    event.prevent_default();
                    read();
                }
            }
            // The cells are in the field after the browser has put them there.
            on:paste=move |_| browser::after_paint(move || {
                if import.pasted.try_with_untracked(|text| is_table(text)) == Some(true) {
                    read();
                }
            })
        >
            <TextArea
                label=words::paste_label(language)
                value=import.pasted
                hint=words::paste_hint(language)
                lines=9
            />
        </div>
        <div class="row-buttons">
            <Button kind=ButtonKind::Primary disabled=is_empty busy=import.busy on_press=read>
                {words::paste_read(language)}
            </Button>
            <Keys of="Ctrl+Enter" />
        </div>
    }
}

/// The unit for rows that name none; without a choice there is nothing to ask.
#[component]
fn UnitForRows(import: Import) -> impl IntoView {
    let language = use_language();
    let units: Vec<_> = use_office().with_session(|session| {
        session
            .units
            .iter()
            .map(|unit| (Some(unit.id), unit.name.clone()))
            .collect()
    });
    (units.len() > 1).then(|| {
        view! { <ChoiceField label=words::unit(language) options=units value=import.unit /> }
    })
}

#[component]
fn Template() -> impl IntoView {
    let language = use_language();
    let backend = use_backend();
    let toasts = use_toasts();
    let busy = RwSignal::new(false);
    let save = move || {
        busy.set(true);
        spawn_local(async move {
            let saved = backend.call(SaveTemplate {}).await;
            busy.set(false);
            match saved {
                Ok(saved) => toasts.say(words::saved(language, saved.file_name, saved.folder)),
                Err(refusal) => toasts.refused(language, &refusal),
            }
        });
    };
    view! {
        <div class="import-template">
            <p class="sub">{words::template_text(language)}</p>
            <Button kind=ButtonKind::Small icon=IconName::FileOut busy on_press=save>
                {words::template(language)}
            </Button>
        </div>
    }
}

/// Whether a text looks like copied cells: then it is checked without another press.
fn is_table(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.next().is_some_and(|line| line.contains('\t')) && lines.next().is_some()
}

#[cfg(test)]
mod tests {
    use super::is_table;
    use rstest::rstest;

    #[rstest]
    #[case("Nama\tNIP\nSuharto\t197008171992031009", true)]
    #[case("Nama\tNIP", false)]
    #[case("Suharto\nSuharti", false)]
    #[case("", false)]
    fn copied_cells_are_known_by_their_tabs(#[case] text: &str, #[case] expected: bool) {
        assert_eq!(is_table(text), expected);
    }
}
