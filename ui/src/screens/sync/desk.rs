//! What the parts of the screen share: the answer, what is under way, and what was said last.

use super::act::Act;
use crate::backend::{Backend, use_backend};
use crate::browser;
use crate::language::use_language;
use crate::place::{Office, use_office};
use crate::query::Query;
use crate::toast::{Toasts, use_toasts};
use api::reports::Saved;
use api::sync::{PauseSync, ResumeSync, SyncNow, SyncView, WriteStick};
use api::{Command, OfficeRequest, Refusal};
use catalogue::{Language, page_sync as words};
use domain::DocumentId;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Where the receipts stand.
pub const RECEIPTS: &str = "sync-receipts";
/// Where the decisions stand.
pub const DECISIONS: &str = "sync-decisions";
/// Where the stand is of what needs correction.
pub const TROUBLES: &str = "sync-troubles";

/// What a file out or in brought about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// In words.
    pub text: String,
    /// The file, when one was written.
    pub saved: Option<Saved>,
}

/// The screen. A copyable handle.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What the program said last.
    pub view: Query<SyncView>,
    /// The button whose work is under way.
    pub busy: RwSignal<Option<Act>>,
    /// What the last file brought about.
    pub outcome: RwSignal<Option<Outcome>>,
    /// The decision whose versions are shown side by side.
    pub opened: RwSignal<Option<DocumentId>>,
    /// The language.
    pub language: Language,
    /// The place, for today's date.
    pub office: Office,
    /// The way to the program.
    pub backend: Backend,
    /// Short messages.
    pub toasts: Toasts,
}

impl Desk {
    /// Opens the screen.
    pub fn open(view: Query<SyncView>) -> Self {
        Self {
            view,
            busy: RwSignal::new(None),
            outcome: RwSignal::new(None),
            opened: RwSignal::new(None),
            language: use_language(),
            office: use_office(),
            backend: use_backend(),
            toasts: use_toasts(),
        }
    }

    /// A button was pressed.
    pub fn press(self, act: Act) {
        match act {
            Act::Sync | Act::GoOn | Act::TryNow | Act::FetchNews => {
                self.ask(act, SyncNow {}.request());
            }
            Act::Pause => self.ask(act, PauseSync {}.request()),
            Act::Resume => self.ask(act, ResumeSync {}.request()),
            Act::ToStick => self.write_stick(),
            Act::SeeReceipts => browser::focus(RECEIPTS),
            Act::OpenTroubles => browser::focus(TROUBLES),
            Act::Decide => self.open_first_decision(),
            Act::FetchReceipt => choose_answer(),
            // A link; see the large card.
            Act::OpenBackups => {}
        }
    }

    /// Writes a packet to where the program's own dialog says.
    pub fn write_stick(self) {
        self.busy.set(Some(Act::ToStick));
        spawn_local(async move {
            let answer = self.backend.call(WriteStick {}).await;
            self.over();
            match answer {
                Ok(written) => {
                    let packet = &written.packet;
                    let documents = crate::format::number(self.language, packet.documents);
                    let text = words::written(self.language, &packet.name, documents);
                    self.tell(text, Some(written.saved));
                }
                Err(refusal) => self.toasts.refused(self.language, &refusal),
            }
        });
    }

    /// Sends what answers with the whole screen; what it refuses is said below.
    fn ask(self, act: Act, request: OfficeRequest) {
        self.busy.set(Some(act));
        spawn_local(async move {
            let answer = self.request(request).await;
            self.over();
            if let Err(refusal) = answer {
                self.toasts.refused(self.language, &refusal);
            }
        });
    }

    /// Sends what answers with the whole screen, and shows it.
    ///
    /// # Errors
    /// The refusal.
    pub async fn request(self, request: OfficeRequest) -> Result<(), Refusal> {
        let view: SyncView = self.backend.ask(request).await?.0.read()?;
        // The person may have gone to another screen meanwhile.
        self.view.try_set(view);
        Ok(())
    }

    /// Says what a file brought about.
    pub fn tell(self, text: String, saved: Option<Saved>) {
        self.outcome.try_set(Some(Outcome { text, saved }));
    }

    fn over(self) {
        self.busy.try_set(None);
    }

    fn open_first_decision(self) {
        let first = self
            .view
            .with_untracked(|view| view?.decisions.first().map(|it| it.id));
        self.opened.set(first);
        browser::after_paint(|| browser::focus(DECISIONS));
    }
}

/// Opens the file dialog of the place for answers, and brings it into sight.
fn choose_answer() {
    if let Some(input) = browser::first(".sync-answer input[type=file]") {
        let _detached = input.focus();
        input.click();
    }
}
