use std::collections::HashSet;

use proptest::prelude::*;
use rstest::rstest;
use vault::{RecoveryCode, RecoveryError};

const ENTROPY: [u8; 16] = *b"kertas di lemari";

fn code() -> RecoveryCode {
    RecoveryCode::from_entropy(ENTROPY)
}

proptest! {
    #[test]
    fn words_and_digits_give_the_code_back(entropy: [u8; 16]) {
        let code = RecoveryCode::from_entropy(entropy);
        prop_assert_eq!(RecoveryCode::parse(&code.to_words().join(" ")), Ok(code.clone()));
        prop_assert_eq!(RecoveryCode::parse(&code.to_digits().join(" ")), Ok(code));
    }

    #[test]
    fn words_are_of_three_open_syllables(entropy: [u8; 16]) {
        for word in RecoveryCode::from_entropy(entropy).to_words() {
            prop_assert_eq!(word.len(), 6);
            for (at, letter) in word.chars().enumerate() {
                prop_assert_eq!(at % 2 == 1, "aeiu".contains(letter), "{}", word);
            }
        }
    }

    #[test]
    fn any_text_is_read_without_a_panic(text: String) {
        let _ = RecoveryCode::parse(&text);
    }

    #[test]
    fn two_wrong_words_are_both_named(
        entropy: [u8; 16],
        places in prop::sample::subsequence((0..10_usize).collect::<Vec<_>>(), 2),
    ) {
        let mut words = RecoveryCode::from_entropy(entropy).to_words();
        for place in &places {
            let first = if words[*place].starts_with('b') { "d" } else { "b" };
            words[*place].replace_range(..1, first);
        }
        let positions = places.iter().map(|place| place + 1).collect();
        prop_assert_eq!(
            RecoveryCode::parse(&words.join(" ")),
            Err(RecoveryError::WrongWords { positions })
        );
    }
}

/// All 10 × 6 × 25 of them.
#[test]
fn every_single_wrong_letter_is_found_and_its_word_named() {
    let words = code().to_words();
    for place in 0..words.len() {
        for at in 0..6 {
            for letter in 'a'..='z' {
                let mut typed = words.clone();
                typed[place].replace_range(at..=at, &letter.to_string());
                if typed == words {
                    continue;
                }
                assert_eq!(
                    RecoveryCode::parse(&typed.join(" ")),
                    Err(RecoveryError::WrongWords {
                        positions: vec![place + 1]
                    }),
                    "{typed:?}"
                );
            }
        }
    }
}

#[test]
fn every_word_on_a_wrong_line_is_named() {
    let words = code().to_words();
    for first in 0..words.len() {
        for second in first + 1..words.len() {
            let mut typed = words.clone();
            typed.swap(first, second);
            assert_eq!(
                RecoveryCode::parse(&typed.join(" ")),
                Err(RecoveryError::WrongWords {
                    positions: vec![first + 1, second + 1]
                })
            );
        }
    }
}

#[test]
fn every_single_wrong_digit_and_every_exchange_is_found_and_its_group_named() {
    let groups = code().to_digits();
    for place in 0..groups.len() {
        let right = groups[place].clone();
        let mut wrong = HashSet::new();
        for at in 0..6 {
            for digit in '0'..='9' {
                let mut typed = right.clone();
                typed.replace_range(at..=at, &digit.to_string());
                wrong.insert(typed);
            }
            if at > 0 {
                let mut typed: Vec<char> = right.chars().collect();
                typed.swap(at - 1, at);
                wrong.insert(typed.into_iter().collect());
            }
        }
        wrong.remove(&right);
        assert!(wrong.len() >= 54);
        for typed in wrong {
            let mut sheet = groups.clone();
            sheet[place] = typed;
            assert_eq!(
                RecoveryCode::parse(&sheet.join("-")),
                Err(RecoveryError::WrongDigitGroups {
                    positions: vec![place + 1]
                }),
                "{sheet:?}"
            );
        }
    }
}

/// A sheet as people type it.
#[rstest]
#[case::capitals(|words: &[String]| words.join(" ").to_uppercase())]
#[case::lines(|words: &[String]| words.join("\r\n"))]
#[case::hyphens(|words: &[String]| words.join("-"))]
#[case::commas(|words: &[String]| format!(" {} . ", words.join(", ")))]
#[case::without_spaces(|words: &[String]| words.concat())]
#[case::numbered(|words: &[String]| {
    let lines = words.iter().enumerate();
    lines.map(|(at, word)| format!("{}. {word}\n", at + 1)).collect()
})]
#[case::syllables(|words: &[String]| {
    let syllables = words.iter().map(|word| format!("{}-{}-{}", &word[..2], &word[2..4], &word[4..]));
    syllables.collect::<Vec<_>>().join(" ")
})]
#[case::one_word_in_two(|words: &[String]| words.join(" ").replacen(&words[3], &format!("{} {}", &words[3][..3], &words[3][3..]), 1))]
fn how_it_is_typed_does_not_matter(#[case] typed: fn(&[String]) -> String) {
    assert_eq!(RecoveryCode::parse(&typed(&code().to_words())), Ok(code()));
}

#[rstest]
#[case::plain(" ")]
#[case::hyphens("-")]
#[case::together("")]
#[case::lines("\n")]
fn how_digits_are_separated_does_not_matter(#[case] separator: &str) {
    assert_eq!(
        RecoveryCode::parse(&code().to_digits().join(separator)),
        Ok(code())
    );
}

#[rstest]
#[case::nothing("", RecoveryError::DigitGroupCount { found: 0 })]
#[case::a_number("12345", RecoveryError::DigitGroupCount { found: 1 })]
#[case::a_word("rahasia", RecoveryError::WordCount { found: 1 })]
#[case::accented("é", RecoveryError::WordCount { found: 1 })]
fn too_little_is_counted(#[case] typed: &str, #[case] error: RecoveryError) {
    assert_eq!(RecoveryCode::parse(typed), Err(error));
}

#[test]
fn a_missing_word_is_counted_and_a_missing_letter_named() {
    let words = code().to_words();
    assert_eq!(
        RecoveryCode::parse(&words[1..].join(" ")),
        Err(RecoveryError::WordCount { found: 9 })
    );
    let mut short = words;
    short[6].pop();
    assert_eq!(
        RecoveryCode::parse(&short.join(" ")),
        Err(RecoveryError::WrongWords { positions: vec![7] })
    );
}

/// Lines of two sheets: each word may stand on its line, and the whole does not hold.
#[test]
fn lines_of_two_sheets_do_not_belong_together() {
    let mut words = code().to_words();
    let other = RecoveryCode::from_entropy(*b"sampul kedua ini").to_words();
    words[4].clone_from(&other[4]);
    assert_eq!(
        RecoveryCode::parse(&words.join(" ")),
        Err(RecoveryError::NotTogether)
    );
}

#[test]
fn debug_and_errors_show_no_word() {
    assert_eq!(format!("{:?}", code()), "RecoveryCode(..)");
    let mut typed = code().to_words();
    typed[0] = "xxxxxx".to_owned();
    let error = RecoveryCode::parse(&typed.join(" ")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the words [1] of the recovery code are mistyped or misplaced"
    );
}
