//! The second step: what would happen to each row, and what is still to be said about it.

use super::missing::MissingPeople;
use super::problems::SaveProblems;
use super::state::Import;
use super::summary::Summary;
use super::verdicts::Verdicts;
use crate::components::{Banner, BannerKind, Button, ButtonKind, IconName};
use crate::format;
use crate::language::use_language;
use catalogue::{Language, page_import_list as words};
use leptos::prelude::*;

/// The buttons beside the heading.
#[component]
pub fn PreviewActions(
    /// The import.
    import: Import,
) -> impl IntoView {
    let language = use_language();
    let count = Memo::new(move |_| import.going_in());
    let nothing = Memo::new(move |_| count.get() == 0);
    view! {
        <Button
            kind=ButtonKind::Quiet
            icon=IconName::FileIn
            on_press=move || import.choose_another()
        >
            {words::other_file(language)}
        </Button>
        <Button
            kind=ButtonKind::Primary
            icon=IconName::Check
            disabled=nothing
            busy=import.busy
            on_press=move || import.apply()
            attr:id="apply-import"
        >
            {move || match count.get() {
                1 => words::apply_one(language).to_owned(),
                count => words::apply(language, format::number(language, u64::from(count))),
            }}
        </Button>
    }
}

/// The preview. Built anew for every list that is read.
#[component]
pub fn Preview(
    /// The import.
    import: Import,
) -> impl IntoView {
    let language = use_language();
    move || {
        import.preview.get().map(|preview| {
            let notice = notice(language, &preview.counts);
            let rejected = preview.counts.rejected;
            let problems = (rejected > 0).then(|| {
                let token = preview.token.clone();
                let count = format::number(language, u64::from(rejected));
                view! { <SaveProblems token text=words::problems_text(language, count) /> }
            });
            view! {
                {notice.map(|text| view! { <Banner kind=BannerKind::Info text=text /> })}
                <Summary import preview=preview.clone() />
                {problems}
                <Verdicts preview=preview.clone() />
                <MissingPeople preview />
            }
            .into_any()
        })
    }
}

/// Why nothing goes in, when nothing does.
fn notice(language: Language, counts: &api::import::ImportCounts) -> Option<&'static str> {
    match (counts.new + counts.changed, counts.same) {
        (0, 0) => Some(words::apply_nothing_valid(language)),
        (0, _) if counts.rejected == 0 => Some(words::apply_nothing(language)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use api::import::ImportCounts;
    use rstest::rstest;

    #[rstest]
    #[case(ImportCounts { new: 1, ..ImportCounts::default() }, false)]
    #[case(ImportCounts { same: 3, ..ImportCounts::default() }, true)]
    #[case(ImportCounts { same: 3, rejected: 1, ..ImportCounts::default() }, false)]
    #[case(ImportCounts { rejected: 2, ..ImportCounts::default() }, true)]
    fn it_is_said_why_nothing_goes_in(#[case] counts: ImportCounts, #[case] said: bool) {
        assert_eq!(notice(Language::Indonesian, &counts).is_some(), said);
    }
}
