//! Pages call things what the screens call them.

use super::{pages, spans};
use crate::screens::help::markup::Span;
use catalogue::Language;
use rstest::rstest;

/// What is bold is what something on a screen is called; a label that changes there must change
/// here too.
#[test]
fn bold_words_stand_on_the_screens() {
    for (page, language) in pages() {
        let labels: Vec<&str> = catalogue::MODULES
            .iter()
            .flat_map(|(_, entries)| entries.iter())
            .map(|entry| match language {
                Language::Indonesian => entry.indonesian,
                Language::English => entry.english,
            })
            .collect();
        for span in spans(page, language) {
            if let Span::Bold(words) = span {
                let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                let is_label = labels.iter().any(|label| fits(label, &words));
                assert!(
                    is_label,
                    "{page:?} {language:?}: **{words}** stands on no screen"
                );
            }
        }
    }
}

/// Whether a text is a message with its places filled in.
fn fits(template: &str, text: &str) -> bool {
    let fixed: Vec<&str> = template
        .split('{')
        .map(|part| part.split_once('}').map_or(part, |(_, after)| after))
        .collect();
    let [first, middle @ .., last] = &fixed[..] else {
        return template == text;
    };
    let letters = |part: &&str| part.chars().filter(|sign| sign.is_alphabetic()).count();
    // A message of hardly anything but places would fit everything.
    if fixed.iter().map(letters).sum::<usize>() < 4 {
        return false;
    }
    let Some(mut left) = text
        .strip_prefix(first)
        .and_then(|text| text.strip_suffix(last))
    else {
        return false;
    };
    for part in middle {
        match left.split_once(part) {
            Some((filled, after)) if !filled.is_empty() => left = after,
            _ => return false,
        }
    }
    !left.is_empty()
}

#[rstest]
#[case("Simpan", "Simpan", true)]
#[case("Simpan", "Simpan…", false)]
#[case("Masukkan {count} pegawai", "Masukkan 25 pegawai", true)]
#[case("Masukkan {count} pegawai", "Masukkan pegawai", false)]
#[case("Catat {kind} {name}", "Catat Mutasi Rina", true)]
#[case("{name} ({rows})", "Apa saja (2)", false)]
fn a_label_is_recognised(#[case] template: &str, #[case] text: &str, #[case] expected: bool) {
    assert_eq!(fits(template, text), expected);
}
