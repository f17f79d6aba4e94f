//! An export uses what was valid in the period.

use crate::export::{export_of, rows};
use crate::people::{change_post, hire, october, office, post, rate, rating, save};
use api::employees::PostChange;
use domain::assignment::Tenure;
use domain::{Column, Golongan, Rating};
use testkit::day;

#[test]
fn a_promotion_on_the_first_of_november_does_not_change_october() {
    let office = office();
    let rina = hire(&office, 1, "Rina");
    rate(&office, &rina, (Rating::Sesuai, Rating::Sesuai));
    let before = export_of(&office, october());

    let mut promoted = post(office.unit().id);
    promoted.jabatan = "Analis Kebijakan Ahli Muda".to_owned();
    promoted.golongan = Golongan::pns(3, 3);
    promoted.from = day("2026-11-01");
    change_post(
        &office,
        &rina,
        PostChange::ChangeFrom(rina.assignment, promoted),
    );

    assert_eq!(export_of(&office, october()), before);
    let november = rows(&export_of(&office, october().next()));
    assert_eq!(november.len(), 1);
    assert_eq!(november[0]["skp_jabatan"], "Analis Kebijakan Ahli Muda");
    assert_eq!(november[0]["golru"], "III/d");
    assert_eq!(november[0]["hasil_akhir"], "-");
}

#[test]
fn a_change_on_the_fifteenth_makes_two_rows() {
    let office = office();
    let rina = hire(&office, 1, "Rina");
    let mut next = post(office.unit().id);
    next.jabatan = "Pengelola Data".to_owned();
    next.from = day("2026-10-15");
    let posts = change_post(
        &office,
        &rina,
        PostChange::ChangeFrom(rina.assignment, next),
    );
    assert_eq!(posts.len(), 2);
    let second = crate::people::Person {
        assignment: posts[0],
        ..rina.clone()
    };
    save(
        &office,
        vec![rating(&second, Column::HasilKerja, Rating::Sesuai)],
    );

    let rows = rows(&export_of(&office, october()));
    let spans: Vec<_> = rows
        .iter()
        .map(|row| {
            let text = |column: &str| row[column].clone();
            (
                text("periode_awal_skp"),
                text("periode_akhir_skp"),
                text("hasil_kerja"),
            )
        })
        .collect();
    let span =
        |from: &str, to: &str, rating: &str| (from.to_owned(), to.to_owned(), rating.to_owned());
    assert_eq!(
        spans,
        [
            span("01-10-2026", "14-10-2026", "-"),
            span("15-10-2026", "31-10-2026", "SESUAI EKSPEKTASI"),
        ]
    );
}

#[test]
fn a_plt_post_is_a_second_row_with_its_flag() {
    let office = office();
    let rina = hire(&office, 1, "Rina");
    let mut acting = post(office.unit().id);
    acting.jabatan = "Plt. Kepala Subbagian Umum".to_owned();
    acting.tenure = Tenure::Plt;
    acting.from = day("2026-10-05");
    change_post(&office, &rina, PostChange::AddBeside(acting));
    let mut flags: Vec<String> = rows(&export_of(&office, october()))
        .into_iter()
        .map(|row| row["is_skp_plt_plh_pjb"].clone())
        .collect();
    flags.sort();
    assert_eq!(flags, ["0", "1"]);
}
