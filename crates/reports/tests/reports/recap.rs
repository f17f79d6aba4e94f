//! Rekap unit and lembar salin.

use crate::bkn::head;
use crate::people::{acting, all, exempt, october, open, pns, pppk, rated};
use catalogue::Language;
use domain::evaluation::{Evaluation, ResultItem};
use domain::rules::bundle;
use domain::{Assignment, AssignmentId, EmployeeId, EvaluationId, Rating, UnitId};
use reports::bkn::{BknRow, Outcome};
use reports::copy_sheet;
use reports::recap::{self, RecapGroup};

#[test]
fn people_count_once_in_their_definitif_post() {
    let recap = recap::of(&all());
    assert_eq!(recap.total(), (3, 1));
    let table = recap::table(bundle(), &head(october()), &recap, Language::Indonesian);
    assert_eq!(
        table.rows,
        [
            ["Sangat Baik", "1", "0", "1"],
            ["Baik", "0", "0", "0"],
            ["Butuh Perbaikan", "0", "0", "0"],
            ["Kurang/Misconduct", "0", "1", "1"],
            ["Sangat Kurang", "0", "0", "0"],
            ["Belum dinilai", "1", "0", "1"],
            ["Tidak dinilai (pengecualian)", "1", "0", "1"],
            ["Jumlah", "3", "1", "4"],
        ]
    );
}

#[test]
fn of_two_definitif_posts_the_one_that_ends_last_counts() {
    let earlier = BknRow {
        to: pns().from,
        outcome: rated(Rating::DiBawah, Rating::DiBawah),
        ..pns()
    };
    for rows in [[earlier.clone(), pns()], [pns(), earlier]] {
        let recap = recap::of(&rows);
        let best = recap
            .lines
            .iter()
            .find(|it| it.group == RecapGroup::ALL[0])
            .expect("a line");
        assert_eq!((best.pns, recap.total()), (1, (1, 0)));
    }
    assert_eq!(
        recap::of(&[acting()]).total(),
        (1, 0),
        "somebody with a Plt post alone counts too"
    );
}

#[test]
fn the_recap_is_a_workbook_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let head = head(october());
    let path = folder
        .path()
        .join(recap::file_name(&head, Language::Indonesian));
    let table = recap::table(bundle(), &head, &recap::of(&all()), Language::Indonesian);
    assert_eq!(recap::write(&table, &path).expect("written").rows, 8);
    assert!(path.ends_with("Rekap Penilaian SKP Oktober 2026.xlsx"));
}

fn evaluation() -> Evaluation {
    let id = uuid::Uuid::nil();
    let assignment = Assignment {
        id: AssignmentId(id),
        employee: EmployeeId(id),
        unit: UnitId(id),
        jabatan: String::new(),
        jabatan_kind: domain::JabatanKind::Fungsional,
        jenjang: None,
        golongan: None,
        appraiser: None,
        appraiser_superior: None,
        from: pns().from,
        to: None,
        tenure: domain::assignment::Tenure::Definitif,
    };
    let mut evaluation = Evaluation::empty(EvaluationId(id), &assignment, october());
    evaluation.items = vec![ResultItem {
        plan: "Layanan anak".into(),
        aspek: None,
        indicator: String::new(),
        unit: String::new(),
        target: String::new(),
        realisation: "112 anak".into(),
        rating: None,
        feedback: "Pertahankan ".into(),
    }];
    evaluation.behaviours[3].feedback = "Membantu rekan".into();
    evaluation.reason = "Melampaui target dua bulan berturut-turut".into();
    evaluation
}

#[test]
fn values_to_retype_follow_the_screens() {
    let person = copy_sheet::person(&bundle().siasn_words, &pns(), Some(&evaluation()));
    let shown: Vec<String> = person
        .values
        .iter()
        .map(|it| format!("{}: {}", it.field.label(Language::Indonesian), it.text))
        .collect();
    assert_eq!(
        shown,
        [
            "NIP: 197504211999032001",
            "Realisasi RHK 1: 112 anak",
            "Umpan balik RHK 1: Pertahankan",
            "Rating hasil kerja: DIATAS EKSPEKTASI",
            "Umpan balik Harmonis: Membantu rekan",
            "Rating perilaku kerja: DIATAS EKSPEKTASI",
            "Predikat kinerja: SANGAT BAIK",
            "Catatan: Melampaui target dua bulan berturut-turut",
        ]
    );
}

#[test]
fn nobody_exempt_has_anything_to_retype() {
    let person = copy_sheet::person(&bundle().siasn_words, &exempt(), Some(&evaluation()));
    assert!(person.exempt);
    assert_eq!(person.values.len(), 1);
    let half = copy_sheet::person(&bundle().siasn_words, &open(), None);
    assert_eq!(half.values.len(), 2, "NIP and the one rating that is there");
}

#[test]
fn an_outcome_is_complete_only_with_both_ratings() {
    let mut evaluation = evaluation();
    assert_eq!(
        Outcome::of(None),
        Outcome::Open {
            hasil_kerja: None,
            perilaku: None
        }
    );
    evaluation.hasil_kerja.rating = Some(Rating::Sesuai);
    assert_eq!(Outcome::of(Some(&evaluation)).predikat(), None);
    evaluation.perilaku.rating = Some(Rating::DiBawah);
    assert_eq!(Outcome::of(Some(&evaluation)), pppk().outcome);
}
