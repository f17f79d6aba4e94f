//! Enrolment codes are typed by people.

use proptest::prelude::*;
use rstest::rstest;
use sync::joining::{CodeError, EnrolmentCode};
use sync::message::OfficeId;

fn code() -> impl Strategy<Value = EnrolmentCode> {
    let ids = (any::<[u8; 10]>(), any::<[u8; 16]>(), any::<[u8; 16]>());
    let certificate = proptest::option::of(any::<[u8; 16]>());
    let server = "https://[a-z0-9.-]{1,30}(:[0-9]{2,5})?";
    (ids, certificate, server).prop_map(|(ids, certificate, server)| EnrolmentCode {
        secret: ids.0,
        office: OfficeId(ids.1),
        centre: ids.2,
        certificate,
        server,
    })
}

/// The one that is typed in these tests, and its text for ever.
fn known() -> (EnrolmentCode, String) {
    let code = EnrolmentCode {
        secret: *b"0123456789",
        office: OfficeId([0x11; 16]),
        centre: [0x22; 16],
        certificate: Some([0x33; 16]),
        server: "https://kinerja.example:8443".to_owned(),
    };
    let text = include_str!("../golden/code-1.txt").trim().to_owned();
    (code, text)
}

proptest! {
    #[test]
    fn a_code_is_read_however_it_is_typed(
        code in code(),
        spaces in any::<u64>(),
        is_lower in any::<bool>(),
    ) {
        let text = code.to_string();
        prop_assert_eq!(text.parse::<EnrolmentCode>(), Ok(code.clone()));
        // Other signs for those that look alike, breaks anywhere, and no lines between groups.
        let mut typed = String::from("  ");
        for (at, sign) in text.chars().enumerate() {
            let alike = match sign {
                '0' if at > 4 && spaces >> (at % 61) & 1 == 1 => 'O',
                '1' if at > 4 && spaces >> (at % 59) & 1 == 1 => 'l',
                '-' => ' ',
                other => other,
            };
            typed.push(if is_lower { alike.to_ascii_lowercase() } else { alike });
            if at > 4 && spaces >> (at % 53) & 1 == 1 {
                typed.push_str(if at % 2 == 0 { " " } else { "\r\n" });
            }
        }
        prop_assert_eq!(typed.parse::<EnrolmentCode>(), Ok(code));
    }

    #[test]
    fn one_wrong_sign_is_found(
        code in code(),
        at in any::<prop::sample::Index>(),
        wrong in "[0-9A-HJKMNP-TV-Z]",
    ) {
        let text = code.to_string();
        let places: Vec<usize> = text
            .char_indices()
            .skip(4)
            .filter(|(_, sign)| *sign != '-')
            .map(|(at, _)| at)
            .collect();
        let at = places[at.index(places.len())];
        prop_assume!(text[at..=at] != wrong);
        let mistyped = format!("{}{wrong}{}", &text[..at], &text[at + 1..]);
        prop_assert_eq!(mistyped.parse::<EnrolmentCode>(), Err(CodeError::Mistyped));
        let left_out = format!("{}{}", &text[..at], &text[at + 1..]);
        prop_assert_eq!(left_out.parse::<EnrolmentCode>(), Err(CodeError::Mistyped));
    }

    #[test]
    fn two_signs_that_changed_places_are_found(code in code(), at in any::<prop::sample::Index>()) {
        let text = code.to_string();
        let mut signs: Vec<char> = text.chars().collect();
        let at = 5 + at.index(signs.len() - 6);
        prop_assume!(signs[at] != signs[at + 1] && signs[at] != '-' && signs[at + 1] != '-');
        signs.swap(at, at + 1);
        let mistyped: String = signs.into_iter().collect();
        prop_assert_eq!(mistyped.parse::<EnrolmentCode>(), Err(CodeError::Mistyped));
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,120}", behind in "[0-9A-Z -]{0,200}") {
        let _ = text.parse::<EnrolmentCode>();
        let _ = format!("KNJ{text}").parse::<EnrolmentCode>();
        let _ = format!("KNJ1{behind}").parse::<EnrolmentCode>();
    }
}

#[test]
fn a_code_of_the_first_centre_is_read_for_ever() {
    let (code, text) = known();
    assert_eq!(text.parse::<EnrolmentCode>().as_ref(), Ok(&code));
    assert_eq!(code.to_string(), text);
}

#[rstest]
#[case::nothing("", CodeError::NoCode)]
#[case::another_word("Dinas Pendidikan", CodeError::NoCode)]
#[case::short("KN", CodeError::NoCode)]
#[case::no_version("KNJ-ABC", CodeError::NoCode)]
#[case::umlaut("KNÖ1-ABC", CodeError::NoCode)]
#[case::later("KNJ2-ABC", CodeError::Newer)]
#[case::nothing_behind("KNJ1", CodeError::Mistyped)]
#[case::foreign_sign("KNJ1-ABC?DE", CodeError::Mistyped)]
fn what_is_no_code_is_told_apart(#[case] text: &str, #[case] expected: CodeError) {
    assert_eq!(text.parse::<EnrolmentCode>(), Err(expected));
}

#[test]
#[ignore = "writes a new golden file; never over a released one"]
fn write_golden_file() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/code-1.txt");
    let is_fresh = std::fs::read_to_string(&path).is_ok_and(|text| text.trim().is_empty());
    if is_fresh {
        std::fs::write(path, format!("{}\n", known().0)).expect("a file");
    }
}
