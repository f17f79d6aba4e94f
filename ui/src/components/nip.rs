//! A NIP: typed and checked at once with the very rules of the program, and copied without spaces.

use super::{Icon, IconName, TextField};
use crate::browser;
use crate::format;
use crate::language::use_language;
use crate::toast::use_toasts;
use catalogue::{Language, common, page_frame as words};
use domain::Nip;
use domain::nip::{NipError, Sex};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A field for a NIP. While it is right, it is shown grouped and the line below says what the
/// digits mean.
#[component]
pub fn NipField(
    /// The label; "NIP" when empty.
    #[prop(optional, into)]
    label: Option<String>,
    /// The text.
    value: RwSignal<String>,
    /// What the program said about it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The element's id, when something else names it.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    let language = use_language();
    let complaint = Memo::new(move |_| value.with(|text| complaint(language, text)));
    let reading = Signal::derive(move || {
        value.with(|text| match Nip::parse(text) {
            Ok(nip) => meaning(language, &nip),
            Err(_) => words::nip_hint(language).to_owned(),
        })
    });
    let error = Signal::derive(move || complaint.get().or_else(|| error.get()));
    let label = label.unwrap_or_else(|| words::nip(language).to_owned());
    let grouped = move |text: String| {
        if let Ok(nip) = Nip::parse(&text) {
            value.set(nip.grouped());
        }
    };
    match id {
        Some(id) => view! { <TextField label value hint=reading error id on_commit=grouped input_mode="numeric" /> }.into_any(),
        None => view! { <TextField label value hint=reading error on_commit=grouped input_mode="numeric" /> }.into_any(),
    }
}

/// A NIP for reading, with a button that copies it without spaces.
#[component]
pub fn CopyNip(
    /// The number.
    nip: Nip,
) -> impl IntoView {
    let language = use_language();
    let toasts = use_toasts();
    let grouped = nip.grouped();
    let copy = move |_| {
        let digits = nip.digits().to_owned();
        spawn_local(async move {
            if browser::copy(&digits).await {
                toasts.say(common::copied(language));
            }
        });
    };
    view! {
        <span class="nip">
            {grouped}
            <button
                type="button"
                class="btn small quiet icon-only"
                aria-label=common::copy(language)
                title=common::copy(language)
                on:click=copy
            >
                <Icon name=IconName::Copy />
            </button>
        </span>
    }
}

/// What is wrong with the text so far. While digits are still being typed, nothing is: eighteen
/// is a length that one arrives at.
fn complaint(language: Language, text: &str) -> Option<String> {
    let reasons = Nip::parse(text).err()?;
    let still_typing = reasons == [NipError::Empty] || reasons == [NipError::Length];
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if still_typing && digits < 18 {
        return None;
    }
    let sentences: Vec<&str> = reasons
        .iter()
        .map(|reason| catalogue::nip::reason(language, *reason))
        .collect();
    Some(sentences.join(" "))
}

fn meaning(language: Language, nip: &Nip) -> String {
    let sex = match nip.sex() {
        Sex::Male => words::male(language),
        Sex::Female => words::female(language),
    };
    let born = format::date(language, nip.birth_date());
    words::nip_read(language, nip.kind().abbreviation(), born, sex)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("")]
    #[case("19850914 2009")]
    #[case("19850914 200903 1 004")]
    fn nobody_is_scolded_while_typing(#[case] text: &str) {
        assert_eq!(complaint(Language::Indonesian, text), None);
    }

    #[rstest]
    #[case("1,98509E+17", "Excel merusak NIP ini")]
    #[case("19850914 200903 3 004", "Angka 15")]
    #[case("198509142009031004 5", "18 angka")]
    #[case("NIP 1985", "hanya boleh berisi angka")]
    fn a_wrong_number_is_explained(#[case] text: &str, #[case] says: &str) {
        let sentence = complaint(Language::Indonesian, text).unwrap();
        assert!(sentence.contains(says), "{sentence}");
    }

    #[test]
    fn a_right_number_is_read_back() {
        let nip = Nip::parse("198509142009031004").unwrap();
        assert_eq!(
            meaning(Language::Indonesian, &nip),
            "PNS, lahir 14 Sep 1985, laki-laki"
        );
    }
}
