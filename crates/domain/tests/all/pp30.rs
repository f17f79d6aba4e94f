use crate::cases::{hundredths, rows};
use domain::pp30::{Opinion, Pp30Error, Pp30Marks, Pp30Predikat};
use domain::rules::bundle;
use rstest::rstest;

const fn marks(skp: u32, perilaku: u32) -> Pp30Marks {
    Pp30Marks {
        skp,
        perilaku,
        opinion: Opinion::SuperiorOnly,
        innovation: false,
    }
}

#[test]
fn worked_cases_agree() {
    for row in rows(include_str!("../cases/pp30_2019.csv")) {
        let marks = Pp30Marks {
            skp: hundredths(&row[1]),
            perilaku: hundredths(&row[2]),
            opinion: match &row[0] {
                "70/30" => Opinion::SuperiorOnly,
                "60/40" => Opinion::PeersAndSubordinates,
                weights => panic!("unknown weights {weights}"),
            },
            innovation: &row[3] == "yes",
        };
        assert_eq!(
            marks.score(&bundle().pp30).unwrap().to_string(),
            row[4],
            "{row:?}"
        );
        assert_eq!(
            marks.predikat(&bundle().pp30).unwrap().name(),
            &row[5],
            "{row:?}"
        );
    }
}

#[test]
fn without_innovation_the_best_is_baik() {
    assert_eq!(
        marks(12_000, 12_000).predikat(&bundle().pp30),
        Ok(Pp30Predikat::Baik)
    );
    let innovative = Pp30Marks {
        innovation: true,
        ..marks(12_000, 12_000)
    };
    assert_eq!(
        innovative.predikat(&bundle().pp30),
        Ok(Pp30Predikat::SangatBaik)
    );
}

#[rstest]
#[case(9_000, 9_000, Pp30Predikat::Baik)]
#[case(9_000, 8_999, Pp30Predikat::Cukup)]
#[case(7_000, 7_000, Pp30Predikat::Cukup)]
#[case(7_000, 6_999, Pp30Predikat::Kurang)]
#[case(5_000, 5_000, Pp30Predikat::Kurang)]
#[case(5_000, 4_999, Pp30Predikat::SangatKurang)]
#[case(0, 0, Pp30Predikat::SangatKurang)]
fn bands_begin_exactly(#[case] skp: u32, #[case] perilaku: u32, #[case] expected: Pp30Predikat) {
    assert_eq!(marks(skp, perilaku).predikat(&bundle().pp30), Ok(expected));
}

#[rstest]
#[case(12_001, 0)]
#[case(0, u32::MAX)]
fn marks_end_at_120(#[case] skp: u32, #[case] perilaku: u32) {
    assert_eq!(marks(skp, perilaku).score(&bundle().pp30), Err(Pp30Error));
}
