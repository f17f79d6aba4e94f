//! Joining a centre.

use crate::at_the_centre::{TestCentre, screen, status};
use api::error::{ErrorCode, SyncTrouble};
use api::session::EnterPractice;
use api::sync::{Condition, Join, ReadStick, SaveJoinRequest, StickRead, SyncNow};
use rstest::rstest;
use testkit::{TestOffice, first_run};

fn refusal(office: &TestOffice, code: &str) -> SyncTrouble {
    let refused = office.ask(Join {
        code: code.to_owned(),
    });
    match refused.unwrap_err().code {
        ErrorCode::Sync(trouble) => trouble,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_office_joins_with_a_code_as_it_was_pasted() {
    let centre = TestCentre::new();
    let office = TestOffice::ready();
    assert_eq!(screen(&office).condition, Condition::NotJoined);
    assert_eq!(status(&office).unsent, None);
    let code = centre.code().to_lowercase().replace('-', " \n");
    let joined = office.ask(Join { code }).unwrap();
    let line = joined.centre.unwrap();
    assert_eq!(line.office_name, "Dinas Pendidikan");
    assert!(status(&office).unsent.unwrap() > 0);
    // It outlasts the program.
    let office = office.restarted();
    assert!(screen(&office).centre.is_some());
}

#[test]
fn a_code_works_once() {
    let centre = TestCentre::new();
    let code = centre.code();
    let (first, second) = (TestOffice::ready(), TestOffice::of_another_pc(2));
    second.ask(first_run()).unwrap();
    first.ask(Join { code: code.clone() }).unwrap();
    assert_eq!(refusal(&second, &code), SyncTrouble::UsedCode);
    assert_eq!(refusal(&first, &code), SyncTrouble::JoinedAlready);
    assert_eq!(screen(&second).condition, Condition::NotJoined);
}

#[rstest]
#[case("halo", SyncTrouble::NoCode)]
#[case("KNJ9-ABCDEF", SyncTrouble::NewerCode)]
#[case("KNJ1-ABCDEF", SyncTrouble::MistypedCode)]
fn what_is_no_code_is_said_to_be_none(#[case] text: &str, #[case] expected: SyncTrouble) {
    assert_eq!(refusal(&TestOffice::ready(), text), expected);
}

#[test]
fn a_letter_that_was_mistyped_is_found_before_anybody_is_asked() {
    let centre = TestCentre::new();
    let code = centre.code();
    let last = code.chars().next_back().unwrap();
    let other = if last == 'Z' { 'Y' } else { 'Z' };
    let wrong = format!("{}{other}", &code[..code.len() - 1]);
    assert_eq!(
        refusal(&TestOffice::ready(), &wrong),
        SyncTrouble::MistypedCode
    );
}

#[test]
fn a_centre_that_is_not_there_changes_nothing() {
    let code = {
        let centre = TestCentre::new();
        centre.code()
    };
    let office = TestOffice::ready();
    assert_eq!(refusal(&office, &code), SyncTrouble::Unreachable);
    assert_eq!(screen(&office).condition, Condition::NotJoined);
}

#[test]
fn practice_data_never_joins() {
    let centre = TestCentre::new();
    let office = TestOffice::ready();
    office.ask(EnterPractice {}).unwrap();
    assert_eq!(refusal(&office, &centre.code()), SyncTrouble::Practice);
    assert_eq!(screen(&office).condition, Condition::Practice);
}

#[test]
fn a_place_that_was_laid_out_with_practice_data_says_so() {
    let office = TestOffice::new();
    let scenery = app::practice::Scenery {
        employees: 3,
        period: testkit::period("2026-10"),
    };
    office.office().lay_out_practice("Rina", &scenery).unwrap();
    assert_eq!(screen(&office).condition, Condition::Practice);
    assert_eq!(status(&office).unsent, None);
}

#[test]
fn nothing_is_sent_without_a_centre() {
    let refused = TestOffice::ready().ask(SyncNow {}).unwrap_err();
    assert_eq!(refused.code, ErrorCode::Sync(SyncTrouble::NotJoined));
}

#[test]
fn an_office_without_a_line_joins_by_two_files() {
    let centre = TestCentre::new();
    let office = TestOffice::ready();
    let saved = office
        .ask(SaveJoinRequest {
            code: centre.code(),
        })
        .unwrap();
    assert!(screen(&office).joining);
    let request = std::path::Path::new(&saved.folder).join(&saved.file_name);
    let request = std::fs::read(request).unwrap();
    let answer = centre.runtime.block_on(centre.centre.import(&request));
    let upload = office.upload("jawaban.kinerja", &answer.unwrap().answer);
    let read = office.ask(ReadStick { upload }).unwrap();
    assert_eq!(read, StickRead::Joined("Dinas Pendidikan".to_owned()));
    let screen = screen(&office);
    assert!(!screen.joining);
    assert!(screen.centre.is_some());
}
