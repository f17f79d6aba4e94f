//! Evidence files, after everything else.

use crate::at_the_centre::{TestCentre, finish, screen, send};
use crate::people::{attach, give_reason, hire, rate};
use domain::Rating;

#[test]
fn a_file_follows_the_rating_that_names_it_and_is_sent_once() {
    let centre = TestCentre::new();
    let office = centre.pc(1);
    let rina = hire(&office, 1, "Rina");
    rate(&office, &rina, (Rating::DiAtas, Rating::Sesuai));
    give_reason(&office, &rina, "Laporan selesai dua hari sebelum batas.");
    attach(&office, &rina, Some(rina.assignment));
    assert_eq!(screen(&office).files.waiting, 0, "a draft's file stays");
    finish(&office);
    assert_eq!(screen(&office).files.waiting, 1);
    assert!(send(&office).is_done);
    let files = screen(&office).files;
    assert_eq!((files.waiting, files.quota_reached), (0, false));
    assert_eq!(send(&office).bytes_up, send(&office).bytes_up);
}
