//! Where there is no line.

use crate::at_the_centre::{TestCentre, rated, screen, send, status};
use api::error::{ErrorCode, SyncTrouble};
use api::sync::{Condition, ReadStick, StickRead, StickWritten, WriteStick};
use std::path::Path;
use testkit::TestOffice;

fn write(office: &TestOffice) -> (StickWritten, Vec<u8>) {
    let written = office.ask(WriteStick {}).unwrap();
    let path = Path::new(&written.saved.folder).join(&written.saved.file_name);
    let bytes = std::fs::read(path).unwrap();
    (written, bytes)
}

fn import(centre: &TestCentre, packet: &[u8]) -> Vec<u8> {
    let imported = centre.runtime.block_on(centre.centre.import(packet));
    imported.unwrap().answer
}

fn read(office: &TestOffice, answer: &[u8]) -> Result<StickRead, ErrorCode> {
    let upload = office.upload("tanda-terima.kinerja", answer);
    office.ask(ReadStick { upload }).map_err(|it| it.code)
}

#[test]
fn a_week_travels_by_stick_and_the_answer_brings_receipts() {
    let centre = TestCentre::new();
    let office = centre.pc(1);
    rated(&office, 1, "Rina");
    let unsent = status(&office).unsent.unwrap();
    let (written, packet) = write(&office);
    assert_eq!(written.packet.documents, unsent);
    assert_eq!(written.packet.name, "PKT-0001");
    assert!(matches!(
        screen(&office).condition,
        Condition::PacketWritten { .. }
    ));
    let answer = import(&centre, &packet);
    assert_eq!(centre.offices()[0].records, unsent);
    assert_eq!(
        status(&office).unsent,
        Some(unsent),
        "not before the answer"
    );
    let read_once = read(&office, &answer).unwrap();
    assert!(matches!(read_once, StickRead::Answer { received, .. } if received == unsent));
    assert!(matches!(
        screen(&office).condition,
        Condition::AllReceived { .. }
    ));
    assert!(screen(&office).packets.is_empty());
    // Twice is as good as once, at both ends.
    import(&centre, &packet);
    assert_eq!(centre.offices()[0].records, unsent);
    let read_twice = read(&office, &answer).unwrap();
    assert_eq!(
        read_twice,
        StickRead::Answer {
            received: 0,
            news: 0
        }
    );
}

#[test]
fn stick_and_line_do_not_disturb_each_other() {
    let centre = TestCentre::new();
    let office = centre.pc(1);
    rated(&office, 1, "Rina");
    let (_, packet) = write(&office);
    assert!(send(&office).is_done);
    let records = centre.offices()[0].records;
    let answer = import(&centre, &packet);
    assert_eq!(centre.offices()[0].records, records);
    read(&office, &answer).unwrap();
    assert!(send(&office).is_done);
}

#[test]
fn a_packet_is_never_written_over_another_one() {
    let centre = TestCentre::new();
    let office = centre.pc(1);
    rated(&office, 1, "Rina");
    let (first, bytes) = write(&office);
    let path = Path::new(&first.saved.folder).join(&first.saved.file_name);
    let again = office.office().with_desk(|desk| desk.write_packet(&path));
    assert!(again.is_err());
    assert_eq!(std::fs::read(path).unwrap(), bytes);
}

#[test]
fn an_answer_for_another_pc_changes_nothing() {
    let centre = TestCentre::new();
    let (office, other) = (centre.pc(1), centre.pc(2));
    rated(&office, 1, "Rina");
    let (_, packet) = write(&office);
    let answer = import(&centre, &packet);
    assert_eq!(
        read(&other, &answer),
        Err(ErrorCode::Sync(SyncTrouble::PacketElsewhere))
    );
    assert_eq!(
        read(&office, &packet),
        Err(ErrorCode::Sync(SyncTrouble::PacketElsewhere)),
        "its own packet is no answer"
    );
    assert_eq!(
        read(&office, &answer[..answer.len() - 1]),
        Err(ErrorCode::Sync(SyncTrouble::PacketChanged))
    );
    assert_eq!(
        read(&office, b"PK\x03\x04"),
        Err(ErrorCode::Sync(SyncTrouble::NoPacket))
    );
}
