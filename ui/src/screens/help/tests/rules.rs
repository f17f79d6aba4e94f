//! What pages say of the rules is what the rules say.

use super::{document, source};
use crate::screens::help::markup::{Block, Span, Text};
use crate::screens::help::page::HelpPage;
use catalogue::{Language, pattern, terms};
use domain::rules::bundle;
use domain::{OrganisationPredikat, Predikat, Rating};

/// The rows of a page's first table, as plain text.
fn first_table(page: HelpPage, language: Language) -> Vec<Vec<String>> {
    let rows = document(page, language)
        .blocks
        .into_iter()
        .find_map(|block| match block {
            Block::Table { rows, .. } => Some(rows),
            _ => None,
        });
    let rows = rows.unwrap_or_else(|| panic!("{page:?} {language:?} has no table"));
    rows.into_iter()
        .map(|row| row.into_iter().map(plain).collect())
        .collect()
}

fn plain(text: Text<'_>) -> String {
    let words = text.into_iter().map(|span| match span {
        Span::Plain(words) | Span::Bold(words) | Span::Code(words) | Span::Keys(words) => words,
        Span::Link { words, .. } => words,
    });
    words.collect()
}

#[test]
fn the_matrix_is_the_one_of_the_rules() {
    for language in Language::ALL {
        let expected: Vec<Vec<String>> = Rating::ALL
            .into_iter()
            .rev()
            .map(|hasil| {
                Rating::ALL
                    .map(|perilaku| Predikat::of(hasil, perilaku).name().to_owned())
                    .into()
            })
            .collect();
        let written = first_table(HelpPage::Sheet, language);
        let written: Vec<_> = written.iter().map(|row| row[1..].to_vec()).collect();
        assert_eq!(written, expected, "{language:?}");
    }
}

#[test]
fn the_pattern_is_the_one_of_the_rules() {
    for language in Language::ALL {
        let expected: Vec<Vec<String>> = OrganisationPredikat::ALL
            .into_iter()
            .map(|organisation| {
                let limits = bundle().distribution.limits(organisation);
                vec![
                    organisation.name().to_owned(),
                    pattern::limits(language, limits),
                ]
            })
            .collect();
        assert_eq!(
            first_table(HelpPage::Organisation, language),
            expected,
            "{language:?}"
        );
    }
}

#[test]
fn the_threshold_of_bulk_is_the_one_of_the_rules() {
    let number = bundle().thresholds.bulk_capaian().plain();
    for page in [HelpPage::Sheet, HelpPage::Settings] {
        for language in Language::ALL {
            let threshold = terms::percent(language, &number);
            assert!(
                source(page, language).contains(&threshold),
                "{page:?} {language:?}"
            );
        }
    }
}
