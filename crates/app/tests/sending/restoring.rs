//! A backup on another PC.

use crate::at_the_centre::{TestCentre, rated, screen, send, status};
use api::backup::{GetRecovery, Verify};
use api::sync::Condition;
use testkit::TestOffice;

#[test]
fn a_backup_goes_on_as_the_same_device_in_a_new_stream() {
    let centre = TestCentre::new();
    let office = centre.pc(1);
    rated(&office, 1, "Rina");
    send(&office);
    // Sealed, and not sent when the PC dies.
    rated(&office, 2, "Yusuf");
    let unsent = status(&office).unsent.unwrap();
    let words = office.ask(GetRecovery {}).unwrap().words.join(" ");
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("kantor.cadangan");
    let made = office.office().with_desk(|desk| desk.backup_to(&backup));
    made.unwrap();
    let before = centre.offices()[0].records;
    drop(office);

    let other = TestOffice::of_another_pc(7);
    other.office().restore_file(&backup, &words).unwrap();
    let report = send(&other);
    assert!(report.is_done, "{report:?}");
    assert!(centre.offices()[0].records >= before + unsent);
    assert_eq!(centre.offices()[0].devices, 1);
    assert!(matches!(
        screen(&other).condition,
        Condition::AllReceived { .. }
    ));
    assert!(other.ask(Verify {}).unwrap().ok);
}
