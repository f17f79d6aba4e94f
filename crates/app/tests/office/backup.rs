//! A backup goes back into the place that it was made in.

use api::backup::{BackupTarget, MakeBackup, Restore, RestoreSource};
use api::session::{EnterPractice, GetSession, LeavePractice, Stage};
use testkit::TestOffice;

#[test]
fn a_backup_that_is_tried_in_practice_touches_only_practice_data() {
    let office = TestOffice::new();
    let practice = office.ask(EnterPractice {}).unwrap();
    let backups = office
        .ask(MakeBackup {
            to: BackupTarget::Here,
        })
        .unwrap();
    let from = RestoreSource::Listed(backups.backups[0].name.clone());
    let restored = office
        .ask(Restore {
            from,
            words: String::new(),
        })
        .unwrap();
    assert!(restored.practice);
    assert_eq!(restored.employees, practice.employees);
    office.ask(LeavePractice {}).unwrap();
    let own = office.ask(GetSession {}).unwrap();
    assert_eq!(
        own.stage,
        Stage::FirstRun,
        "the office's own place is still empty"
    );
}
