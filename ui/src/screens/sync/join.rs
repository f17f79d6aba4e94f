//! Joining a centre: by a code over the line, or by files on a stick.

use super::desk::Desk;
use super::join_offline::JoinOffline;
use crate::components::{
    Button, ButtonKind, Card, IconName, RefusalBanner, TextArea, forget_when_changed,
};
use api::error::SyncTrouble;
use api::sync::Join;
use api::{Command, ErrorCode, Refusal};
use catalogue::page_sync as words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The code and what was said about it. A copyable handle.
#[derive(Clone, Copy)]
pub struct JoinForm {
    /// The code, as it was pasted.
    pub code: RwSignal<String>,
    /// What is wrong with it.
    pub complaint: RwSignal<Option<String>>,
    /// What is wrong otherwise.
    pub refusal: RwSignal<Option<Refusal>>,
    desk: Desk,
}

impl JoinForm {
    /// The pasted code; complains when there is none.
    #[must_use]
    pub fn code_now(self) -> Option<String> {
        let code = self.code.get_untracked();
        self.refusal.set(None);
        if code.trim().is_empty() {
            self.complain(words::code_first(self.desk.language).to_owned());
            return None;
        }
        Some(code)
    }

    /// Shows a refusal where it belongs: beside the code, or below the buttons.
    pub fn refused(self, refusal: Refusal) {
        match refusal.code {
            ErrorCode::Cancelled => {}
            ErrorCode::Sync(trouble) if is_about_the_code(trouble) => {
                self.complain(refusal.code.sentence(self.desk.language));
            }
            _ => {
                self.refusal.try_set(Some(refusal));
            }
        }
    }

    fn complain(self, sentence: String) {
        self.complaint.try_set(Some(sentence));
        crate::browser::focus(CODE);
    }
}

/// The field with the code.
const CODE: &str = "sync-code";

const fn is_about_the_code(trouble: SyncTrouble) -> bool {
    use SyncTrouble as T;
    matches!(
        trouble,
        T::NoCode
            | T::NewerCode
            | T::MistypedCode
            | T::UnknownCode
            | T::UsedCode
            | T::ExpiredCode
            | T::WrongProof
    )
}

/// The card.
#[component]
pub fn JoinCard(desk: Desk) -> impl IntoView {
    let language = desk.language;
    let form = JoinForm {
        code: RwSignal::new(String::new()),
        complaint: RwSignal::new(None),
        refusal: RwSignal::new(None),
        desk,
    };
    forget_when_changed(form.complaint, move || form.code.track());
    let busy = RwSignal::new(false);
    let join = move || {
        let Some(code) = form.code_now() else {
            return;
        };
        busy.set(true);
        spawn_local(async move {
            let answer = desk.request(Join { code }.request()).await;
            busy.try_set(false);
            match answer {
                Ok(()) => greet(desk),
                Err(refusal) => form.refused(refusal),
            }
        });
    };
    view! {
        <Card title=words::join_title(language)>
            <div class="card-body stack">
                <p class="sync-lead">{words::join_what(language)}</p>
                <TextArea
                    label=words::join_code(language)
                    value=form.code
                    hint=words::join_code_hint(language)
                    error=form.complaint
                    id=CODE
                />
                <RefusalBanner refusal=form.refusal />
                <div class="row-buttons">
                    <Button kind=ButtonKind::Primary icon=IconName::Building busy on_press=join>
                        {words::join(language)}
                    </Button>
                    <span class="sub" role="status">
                        {move || busy.get().then(|| words::joining_now(language))}
                    </span>
                </div>
                <hr />
                <JoinOffline desk form />
            </div>
        </Card>
    }
}

/// Says which office this PC is now.
fn greet(desk: Desk) {
    let office = desk
        .view
        .try_with_untracked(|view| Some(view?.centre.as_ref()?.office_name.clone()))
        .flatten();
    if let Some(office) = office {
        desk.toasts.say(words::joined(desk.language, office));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(SyncTrouble::MistypedCode, true)]
    #[case(SyncTrouble::ExpiredCode, true)]
    #[case(SyncTrouble::Unreachable, false)]
    #[case(SyncTrouble::OtherDevice, false)]
    fn what_is_wrong_with_the_code_stands_beside_it(
        #[case] trouble: SyncTrouble,
        #[case] beside: bool,
    ) {
        assert_eq!(is_about_the_code(trouble), beside);
    }
}
