//! The list on its way in. It is kept while the page lives: looking at a person and coming back
//! loses neither the file nor what was pasted.

use crate::backend::{Backend, use_backend};
use crate::browser;
use crate::effect::effect;
use crate::place::{Office, use_office};
use api::Refusal;
use api::import::{ApplyImport, ImportPreview, ImportSource, Imported, PreviewImport};
use catalogue::{Language, page_import_list as words};
use chrono::NaiveDate;
use domain::UnitId;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::{Arc, Mutex, PoisonError};

static KEPT: Mutex<Kept> = Mutex::new(Kept {
    practice: false,
    pasted: String::new(),
    source: None,
});

/// What outlives the screen.
struct Kept {
    practice: bool,
    pasted: String,
    source: Option<ImportSource>,
}

/// Where the import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A list is chosen.
    Choose,
    /// It was read; nothing has gone in.
    Check,
    /// It is in.
    Done,
}

/// The import. A copyable handle.
#[derive(Clone, Copy)]
pub struct Import {
    backend: Backend,
    office: Office,
    /// Where the list is.
    pub source: RwSignal<Option<ImportSource>>,
    /// What was pasted; it stays whatever happens.
    pub pasted: RwSignal<String>,
    /// The unit for rows that name none.
    pub unit: RwSignal<Option<UnitId>>,
    /// What would happen.
    pub preview: RwSignal<Option<Arc<ImportPreview>>>,
    /// From which day on.
    pub from: RwSignal<Option<NaiveDate>>,
    /// Whether the day is missing.
    pub from_missing: RwSignal<bool>,
    /// What went in.
    pub done: RwSignal<Option<Imported>>,
    /// Whether the program works on it.
    pub busy: RwSignal<bool>,
    /// Why it was refused.
    pub refusal: RwSignal<Option<Refusal>>,
}

impl Import {
    /// Opens with what was kept.
    pub fn open() -> Self {
        let office = use_office();
        let place = office.place_now();
        let import = Self {
            backend: use_backend(),
            office,
            source: RwSignal::new(None),
            pasted: RwSignal::new(String::new()),
            unit: RwSignal::new(place.as_ref().map(|place| place.unit)),
            preview: RwSignal::new(None),
            from: RwSignal::new(place.map(|place| place.period.first_day())),
            from_missing: RwSignal::new(false),
            done: RwSignal::new(None),
            busy: RwSignal::new(false),
            refusal: RwSignal::new(None),
        };
        let practice = import.practice();
        let (pasted, source) = {
            let kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
            // What belongs to the office stays out of practice, and the other way round.
            if kept.practice == practice {
                (kept.pasted.clone(), kept.source.clone())
            } else {
                (String::new(), None)
            }
        };
        import.pasted.set(pasted);
        if let Some(source) = source {
            import.read(source);
        }
        effect(move || {
            let (pasted, source) = (import.pasted.get(), import.source.get());
            // What is in is not offered again.
            let source = source.filter(|_| import.done.with(Option::is_none));
            *KEPT.lock().unwrap_or_else(PoisonError::into_inner) = Kept {
                practice,
                pasted,
                source,
            };
        });
        import
    }

    /// Where it stands.
    pub fn step(self) -> Step {
        if self.done.with(Option::is_some) {
            Step::Done
        } else if self.preview.with(Option::is_some) {
            Step::Check
        } else {
            Step::Choose
        }
    }

    /// The file's name, or that it was pasted.
    pub fn name(self, language: Language) -> String {
        self.preview.with(|preview| match preview {
            Some(preview) if !preview.file_name.is_empty() => preview.file_name.clone(),
            _ => words::pasted(language).to_owned(),
        })
    }

    /// Reads a list and shows what would happen.
    pub fn read(self, source: ImportSource) {
        // A list that came after the screen was left is read by nobody.
        if self.busy.try_get_untracked() != Some(false) {
            return;
        }
        self.source.set(Some(source.clone()));
        self.busy.set(true);
        self.refusal.set(None);
        let unit = self.unit.get_untracked();
        spawn_local(async move {
            let preview = self.backend.call(PreviewImport { source, unit }).await;
            self.busy.set(false);
            match preview {
                Ok(preview) => {
                    self.done.set(None);
                    self.preview.set(Some(Arc::new(preview)));
                    browser::after_paint(|| browser::focus("title"));
                }
                Err(refusal) => {
                    self.preview.set(None);
                    self.source.set(None);
                    self.refusal.set(Some(refusal));
                }
            }
        });
    }

    /// Reads the same list once more.
    pub fn read_again(self) {
        if let Some(source) = self.source.get_untracked() {
            self.read(source);
        }
    }

    /// Another list; what was pasted stays in its field.
    pub fn choose_another(self) {
        self.source.set(None);
        self.preview.set(None);
        self.done.set(None);
        self.refusal.set(None);
    }

    /// Lets the valid rows in.
    pub fn apply(self) {
        let from = self.from.get_untracked();
        self.from_missing.set(from.is_none());
        let token = self
            .preview
            .with_untracked(|it| it.as_ref().map(|it| it.token.clone()));
        let (Some(from), Some(token), false) = (from, token, self.busy.get_untracked()) else {
            return;
        };
        self.busy.set(true);
        self.refusal.set(None);
        spawn_local(async move {
            let applied = self
                .backend
                .call(ApplyImport {
                    token,
                    from,
                    newcomers_from: None,
                })
                .await;
            self.busy.set(false);
            match applied {
                Ok(imported) => {
                    // It is in: the text has done its work.
                    self.pasted.set(String::new());
                    self.done.set(Some(imported));
                    browser::after_paint(|| browser::focus("import-done"));
                }
                Err(refusal) => self.refusal.set(Some(refusal)),
            }
        });
    }

    /// The import was taken back: the same list can be looked at again.
    pub fn taken_back(self) {
        self.done.set(None);
        self.read_again();
    }

    /// The people who would be new or change.
    pub fn going_in(self) -> u32 {
        self.preview.with(|preview| {
            preview
                .as_ref()
                .map_or(0, |it| it.counts.new.saturating_add(it.counts.changed))
        })
    }

    fn practice(self) -> bool {
        self.office.with_session(|session| session.practice)
    }
}
