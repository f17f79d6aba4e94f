//! A file from the centre, and what it brought about.

use super::desk::Desk;
use crate::components::{
    Banner, BannerKind, Button, ButtonKind, DropZone, IconName, RefusalBanner,
};
use crate::format;
use api::Refusal;
use api::import::UploadToken;
use api::reports::{OpenSaved, OpenWhat, Saved};
use api::sync::{ReadStick, StickRead};
use catalogue::{Language, page_sync as words};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A place for the centre's answer: choose it, or drop it.
#[component]
pub fn AnswerZone(desk: Desk) -> impl IntoView {
    let language = desk.language;
    let refusal = RwSignal::new(None::<Refusal>);
    let read = move |upload: UploadToken, _name: String| {
        refusal.set(None);
        spawn_local(async move {
            match desk.backend.call(ReadStick { upload }).await {
                // The card with this place gives way to the joined office's.
                Ok(StickRead::Joined(office)) => {
                    desk.outcome.try_set(None);
                    desk.toasts.say(words::joined(language, office));
                }
                Ok(StickRead::Answer { received, news }) => {
                    desk.tell(answer(language, received, news), None);
                }
                Err(refused) => {
                    refusal.try_set(Some(refused));
                }
            }
        });
    };
    view! {
        <div class="sync-answer">
            <DropZone
                label=words::answer_file(language)
                accept=".kinerja"
                on_file=read
                hint=words::answer_hint(language)
            />
            <RefusalBanner refusal />
        </div>
    }
}

/// What the last file brought about; with the way to a file that was written.
#[component]
pub fn OutcomeBanner(desk: Desk) -> impl IntoView {
    move || {
        desk.outcome.get().map(|outcome| {
            let folder = outcome.saved.map(|saved| open_folder(desk, saved));
            view! {
                <Banner kind=BannerKind::Good text=outcome.text>{folder}</Banner>
            }
        })
    }
}

fn open_folder(desk: Desk, saved: Saved) -> AnyView {
    let open = move || {
        let token = saved.token.clone();
        spawn_local(async move {
            let what = OpenWhat::Folder;
            if let Err(refusal) = desk.backend.call(OpenSaved { token, what }).await {
                desk.toasts.refused(desk.language, &refusal);
            }
        });
    };
    view! {
        <Button kind=ButtonKind::Small icon=IconName::Folder on_press=open>
            {words::open_folder(desk.language)}
        </Button>
    }
    .into_any()
}

fn answer(language: Language, received: u64, news: u64) -> String {
    let (documents, pieces) = (
        format::number(language, received),
        format::number(language, news),
    );
    match (received, news) {
        (0, 0) => words::answered_nothing(language).to_owned(),
        (_, 0) => words::answered(language, documents),
        (0, _) => words::answered_only_news(language, pieces),
        (_, _) => words::answered_news(language, documents, pieces),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(0, 0, "sudah pernah dibaca")]
    #[case(72, 0, "sudah menerima 72 data.")]
    #[case(72, 3, "72 data, dan mengirim 3 kabar")]
    #[case(0, 3, "Tidak ada tanda terima baru")]
    fn an_answer_says_what_it_brought(
        #[case] received: u64,
        #[case] news: u64,
        #[case] expected: &str,
    ) {
        let sentence = answer(Language::Indonesian, received, news);
        assert!(sentence.contains(expected), "{sentence}");
    }
}
