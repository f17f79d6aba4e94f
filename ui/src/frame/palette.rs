//! Ctrl+K: people, screens and commands by name.

use super::use_openings;
use crate::components::{Icon, IconName};
use crate::effect::effect;
use crate::language::use_language;
use crate::query::use_query;
use crate::routes::{self, Screen};
use crate::toast::use_undo;
use api::employees::{FoundPerson, Search};
use catalogue::{Language, page_frame as words};
use leptos::html;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// So many people are offered at once.
const OFFERED: u32 = 8;

/// What a line does.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Target {
    Address(String),
    QuickNote,
    KeyMap,
    Undo,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    icon: IconName,
    title: String,
    about: String,
    target: Target,
}

/// The palette: a native dialog with one field and a list.
#[component]
pub fn Palette(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let language = use_language();
    let openings = use_openings();
    let undo = use_undo();
    let navigate = StoredValue::new_local(use_navigate());
    let text = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let found = use_query(move || {
        let query = text.get();
        (open.get() && !query.trim().is_empty()).then_some(Search {
            query,
            limit: OFFERED,
        })
    });
    let lines = Memo::new(move |_| {
        let query = text.get();
        let people = found.get().map(|found| found.people).unwrap_or_default();
        lines(language, &query, people)
    });
    let node = NodeRef::<html::Dialog>::new();
    effect(move || {
        let wanted = open.get();
        let Some(dialog) = node.get() else {
            return;
        };
        if wanted && !dialog.open() {
            text.set(String::new());
            at.set(0);
            let _detached = dialog.show_modal();
            crate::browser::focus("palette-input");
        } else if !wanted && dialog.open() {
            dialog.close();
        }
    });
    let go = move |line: Line| {
        open.set(false);
        match line.target {
            Target::Address(address) => {
                navigate.with_value(|navigate| navigate(&address, NavigateOptions::default()));
            }
            Target::QuickNote => openings.quick_note.set(true),
            Target::KeyMap => openings.key_map.set(true),
            Target::Undo => undo.undo(),
        }
    };
    let key = move |event: web_sys::KeyboardEvent| {
        let last = lines.with_untracked(Vec::len).saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" => at.update(|at| *at = (*at + 1).min(last)),
            "ArrowUp" => at.update(|at| *at = at.saturating_sub(1)),
            "Enter" => {
                let line = lines.with_untracked(|lines| lines.get(at.get_untracked()).cloned());
                if let Some(line) = line {
                    go(line);
                }
            }
            _ => return,
        }
        event.prevent_default();
        crate::browser::reveal(&option_id(at.get_untracked()));
    };
    let go = Callback::new(go);
    view! {
        <dialog
            class="palette"
            node_ref=node
            aria-label=words::search_all(language)
            on:close=move |_| open.set(false)
            on:click=move |event| {
                // Only the backdrop is the dialog itself.
                let on_backdrop = node.get_untracked().is_some_and(|dialog| {
                    let dialog: &web_sys::EventTarget = dialog.as_ref();
                    event.target().as_ref() == Some(dialog)
                });
                if on_backdrop {
                    open.set(false);
                }
            }
        >
            <div class="palette-field">
                <Icon name=IconName::Search />
                <input
                    id="palette-input"
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=words::search_all(language)
                    aria-label=words::search_all(language)
                    aria-autocomplete="list"
                    aria-expanded="true"
                    aria-controls="palette-list"
                    aria-activedescendant=move || option_id(at.get())
                    prop:value=move || text.get()
                    on:input=move |event| {
                        text.set(event_target_value(&event));
                        at.set(0);
                    }
                    on:keydown=key
                />
            </div>
            <div
                class="palette-list"
                id="palette-list"
                role="listbox"
                aria-label=words::search_all(language)
            >
                {move || options(lines.get(), at, go)}
            </div>
            <p class="sub palette-nothing" role="status">
                {move || {
                    lines.with(Vec::is_empty).then(|| words::search_nothing(language))
                }}
            </p>
        </dialog>
    }
}

fn options(lines: Vec<Line>, at: RwSignal<usize>, go: Callback<Line>) -> Vec<AnyView> {
    lines
        .into_iter()
        .enumerate()
        .map(|(index, line)| {
            let chosen = line.clone();
            view! {
                <div
                    class="option"
                    role="option"
                    id=option_id(index)
                    aria-selected=move || if at.get() == index { "true" } else { "false" }
                    on:click=move |_| go.run(chosen.clone())
                >
                    <Icon name=line.icon />
                    <b>{line.title}</b>
                    <small>{line.about}</small>
                </div>
            }
            .into_any()
        })
        .collect()
}

fn option_id(index: usize) -> String {
    format!("palette-{index}")
}

/// People first, as soon as something is typed; screens and commands whose name has the words.
fn lines(language: Language, query: &str, people: Vec<FoundPerson>) -> Vec<Line> {
    let query = query.trim().to_lowercase();
    let mut lines = Vec::new();
    if !query.is_empty() {
        lines.extend(people.into_iter().map(person));
    }
    lines.extend(
        fixed(language)
            .into_iter()
            .filter(|line| query.is_empty() || line.title.to_lowercase().contains(&query)),
    );
    lines
}

fn person(person: FoundPerson) -> Line {
    Line {
        icon: IconName::Person,
        about: format!("{} · {}", person.nip.grouped(), person.jabatan),
        target: Target::Address(routes::employee(person.employee)),
        title: person.name,
    }
}

fn fixed(language: Language) -> Vec<Line> {
    let mut lines: Vec<Line> = Screen::ALL
        .into_iter()
        .enumerate()
        .map(|(index, screen)| Line {
            icon: screen.icon(),
            title: screen.title(language).to_owned(),
            about: format!("Alt+{}", index + 1),
            target: Target::Address(screen.path().to_owned()),
        })
        .collect();
    let mut more = |icon, title: &str, about: &str, target| {
        lines.push(Line {
            icon,
            title: title.to_owned(),
            about: about.to_owned(),
            target,
        });
    };
    let address = |address: &str| Target::Address(address.to_owned());
    more(
        IconName::FileIn,
        words::open_import(language),
        "",
        address(routes::IMPORT),
    );
    more(
        IconName::Copy,
        words::open_copy_sheet(language),
        "",
        address(routes::COPY_SHEET),
    );
    more(
        IconName::Chart,
        words::open_recap(language),
        "",
        address(routes::RECAP),
    );
    more(
        IconName::Pencil,
        words::quick_note(language),
        "Ctrl+J",
        Target::QuickNote,
    );
    more(
        IconName::Undo,
        words::key_undo(language),
        "Ctrl+Z",
        Target::Undo,
    );
    more(
        IconName::Info,
        words::keys_title(language),
        "?",
        Target::KeyMap,
    );
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::Indonesian;
    use domain::{EmployeeId, Nip};

    fn andi() -> FoundPerson {
        FoundPerson {
            employee: EmployeeId::from_bytes([7; 16]),
            name: "Andi Mappanyukki, S.E.".into(),
            nip: Nip::parse("198509142009031004").unwrap(),
            jabatan: "Analis".into(),
            unit: "Dinas".into(),
        }
    }

    #[test]
    fn before_anything_is_typed_there_are_screens_and_no_people() {
        let lines = lines(Indonesian, "", vec![andi()]);
        assert_eq!(lines[0].title, "Beranda");
        assert!(lines.iter().all(|line| line.icon != IconName::Person));
    }

    #[test]
    fn people_stand_before_screens() {
        let lines = lines(Indonesian, "an", vec![andi()]);
        assert_eq!(lines[0].title, "Andi Mappanyukki, S.E.");
        assert!(lines.iter().any(|line| line.title == "Laporan"));
    }

    #[test]
    fn a_word_of_a_screen_finds_it_whatever_the_case() {
        let lines = lines(Indonesian, "CADANG", Vec::new());
        let targets: Vec<_> = lines.into_iter().map(|line| line.target).collect();
        let expected = ["/sinkron", "/cadangan"].map(|path| Target::Address(path.into()));
        assert_eq!(targets, expected);
    }
}
