//! The pages themselves: complete, without dead ends, in the words of the screens and the office.

mod labels;
mod rules;

use super::markup::{self, Block, Document, Span, Text};
use super::page::{HelpPage, address};
use crate::routes::{self, Screen};
use crate::screens::home;
use catalogue::Language;
use rstest::rstest;
use std::collections::BTreeSet;

/// Words that the office does not use; a person at the end of a long day should meet none.
const FORBIDDEN: [&str; 9] = [
    "sync", "upload", "record", "records", "invalid", "null", "error", "submit", "conflict",
];

/// Keys with a name; others are one sign, or F1 to F12.
const KEY_NAMES: [&str; 22] = [
    "Ctrl",
    "Shift",
    "Alt",
    "Enter",
    "Tab",
    "Esc",
    "Delete",
    "Backspace",
    "Home",
    "End",
    "PgUp",
    "PgDn",
    "Spasi",
    "Space",
    "panah",
    "arrow",
    "←",
    "→",
    "↑",
    "↓",
    "F2",
    "…",
];

/// One page in both languages.
macro_rules! source {
    ($file:literal) => {
        (
            include_str!(concat!("../../../../docs/bantuan/", $file)),
            include_str!(concat!("../../../../docs/bantuan/en/", $file)),
        )
    };
}

/// What is written on a page.
fn source(page: HelpPage, language: Language) -> &'static str {
    let (indonesian, english) = match page {
        HelpPage::Start => source!("mulai.md"),
        HelpPage::Employees => source!("pegawai.md"),
        HelpPage::Import => source!("impor.md"),
        HelpPage::Notes => source!("catatan.md"),
        HelpPage::Sheet => source!("penilaian.md"),
        HelpPage::Organisation => source!("kinerja-unit.md"),
        HelpPage::Reports => source!("laporan.md"),
        HelpPage::Sync => source!("sinkron.md"),
        HelpPage::Backups => source!("cadangan.md"),
        HelpPage::Settings => source!("pengaturan.md"),
        HelpPage::OneSheet => source!("satu-halaman.md"),
        HelpPage::Terminal => source!("terminal.md"),
    };
    match language {
        Language::Indonesian => indonesian,
        Language::English => english,
    }
}

fn document(page: HelpPage, language: Language) -> Document<'static> {
    markup::parse(source(page, language))
}

/// Every page in every language.
fn pages() -> impl Iterator<Item = (HelpPage, Language)> {
    HelpPage::ALL
        .into_iter()
        .flat_map(|page| Language::ALL.map(|language| (page, language)))
}

/// All text of a page, whatever it stands in.
fn texts(page: HelpPage, language: Language) -> Vec<Text<'static>> {
    let mut texts = Vec::new();
    for block in document(page, language).blocks {
        match block {
            Block::Heading(text) | Block::Subheading(text) | Block::Paragraph(text) => {
                texts.push(text);
            }
            Block::Bullets(items) | Block::Steps(items) => texts.extend(items),
            Block::Table { head, rows } => {
                texts.extend(head);
                texts.extend(rows.into_iter().flatten());
            }
            Block::Code(_) => {}
        }
    }
    texts
}

fn spans(page: HelpPage, language: Language) -> impl Iterator<Item = Span<'static>> {
    texts(page, language).into_iter().flatten()
}

fn keys(page: HelpPage, language: Language) -> BTreeSet<String> {
    let keys = spans(page, language).filter_map(|span| match span {
        Span::Keys(keys) => Some(keys.replace("Spasi", "Space").replace("panah", "arrow")),
        _ => None,
    });
    keys.collect()
}

/// Every address that F1 can be pressed on.
fn addresses() -> Vec<String> {
    let mut addresses: Vec<String> = Screen::ALL
        .into_iter()
        .map(|screen| screen.path().to_owned())
        .collect();
    addresses.extend([routes::IMPORT, routes::COPY_SHEET, routes::RECAP].map(str::to_owned));
    addresses.push(format!(
        "{}/0192f0a1-0000-7000-8000-000000000000",
        Screen::Employees.path()
    ));
    addresses
}

#[test]
fn f1_opens_the_page_of_its_own_screen() {
    for path in addresses() {
        let help = routes::help_for(&path);
        let page = help.strip_prefix("/bantuan/").and_then(HelpPage::from_slug);
        let about = page
            .and_then(HelpPage::screen)
            .unwrap_or_else(|| panic!("{path}: {help}"));
        assert_eq!(Screen::of(about), Screen::of(&path), "{path} opens {help}");
    }
    assert_eq!(
        routes::help_for(routes::IMPORT),
        routes::help(HelpPage::Import.slug())
    );
}

#[test]
fn each_page_that_is_about_a_screen_is_the_help_of_that_screen() {
    for page in HelpPage::ALL {
        if let Some(screen) = page.screen() {
            assert_eq!(routes::help_for(screen), routes::help(page.slug()));
        }
    }
}

#[test]
fn every_page_has_its_title_and_text_in_both_languages() {
    for (page, language) in pages() {
        let document = document(page, language);
        assert_eq!(document.title, page.title(language), "{page:?}");
        assert!(document.blocks.len() > 2, "{page:?} {language:?}");
        assert_eq!(HelpPage::from_slug(page.slug()), Some(page));
    }
}

#[test]
fn titles_are_told_apart() {
    for language in Language::ALL {
        let titles: BTreeSet<_> = HelpPage::ALL
            .iter()
            .map(|page| page.title(language))
            .collect();
        assert_eq!(titles.len(), HelpPage::ALL.len(), "{language:?}");
    }
}

#[test]
fn no_link_is_dead() {
    let mut known = addresses();
    known.push(home::CHECK.to_owned());
    known.extend(HelpPage::ALL.map(|page| routes::help(page.slug())));
    for (page, language) in pages() {
        for span in spans(page, language) {
            if let Span::Link { words, target } = span {
                let address = address(target);
                assert!(
                    known.contains(&address),
                    "{page:?} {language:?}: {words} → {target}"
                );
            }
        }
    }
}

#[test]
fn every_page_can_be_reached_from_the_first() {
    for language in Language::ALL {
        let mut reached = vec![HelpPage::Start];
        let mut at = 0;
        while let Some(page) = reached.get(at).copied() {
            at += 1;
            for span in spans(page, language) {
                let Span::Link { target, .. } = span else {
                    continue;
                };
                let next = target.strip_suffix(".md").and_then(HelpPage::from_slug);
                reached.extend(next.filter(|next| !reached.contains(next)));
            }
        }
        assert_eq!(
            reached.len(),
            HelpPage::ALL.len(),
            "{language:?}: {reached:?}"
        );
    }
}

#[test]
fn indonesian_pages_use_the_words_of_the_office() {
    for page in HelpPage::ALL {
        let source = source(page, Language::Indonesian).to_lowercase();
        for word in source.split(|sign: char| !sign.is_alphanumeric()) {
            assert!(!FORBIDDEN.contains(&word), "{page:?}: {word}");
        }
    }
}

#[test]
fn brackets_hold_keys() {
    for (page, language) in pages() {
        for span in spans(page, language) {
            let Span::Keys(keys) = span else { continue };
            for key in keys.split('+') {
                let is_key = KEY_NAMES.contains(&key)
                    || key.chars().count() == 1
                    || key
                        .strip_prefix('F')
                        .is_some_and(|number| number.parse::<u8>().is_ok());
                assert!(is_key, "{page:?} {language:?}: [{keys}]");
            }
        }
    }
}

#[test]
fn both_languages_name_the_same_keys() {
    for page in HelpPage::ALL {
        let [indonesian, english] = Language::ALL.map(|language| keys(page, language));
        assert_eq!(indonesian, english, "{page:?}");
    }
}

#[rstest]
#[case::rating(&["1", "2", "3", "B", "S", "A"])]
#[case::moving(&["Enter", "Shift+Enter", "Tab", "Shift+Tab", "↑", "↓", "←", "→"])]
#[case::editing(&["F2", "Esc", "Delete"])]
#[case::many_cells(&["Shift+arrow", "Ctrl+A", "Ctrl+D", "Ctrl+R", "Ctrl+C", "Ctrl+V"])]
#[case::elsewhere(&["Space", "Ctrl+Enter", "Ctrl+K", "Ctrl+J", "F1", "?", "Ctrl+Z", "Ctrl+Y"])]
fn the_sheets_key_table_is_complete(#[case] expected: &[&str]) {
    let written = keys(HelpPage::Sheet, Language::Indonesian);
    for key in expected {
        assert!(written.contains(*key), "{key}");
    }
}
