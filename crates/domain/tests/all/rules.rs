use domain::rules::{bundle, headers};
use domain::{Behaviour, Capaian, Column, Jenjang, OrganisationPredikat, Predikat, Rating, Rhythm};
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn every_file_is_embedded_and_says_where_it_comes_from() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/rules");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let headers = headers();
    let ids: BTreeSet<String> = headers.iter().map(|header| header.id.clone()).collect();
    assert_eq!(ids, files);
    assert_eq!(headers.len(), ids.len(), "an id twice");
    for header in headers {
        assert!(
            header.version >= 1 && !header.source.is_empty(),
            "{header:?}"
        );
    }
}

#[test]
fn words_are_complete_and_read_back() {
    let words = &bundle().siasn_words;
    for rating in Rating::ALL {
        assert_eq!(words.read_rating(words.rating(rating)), Some(rating));
        assert!((1..=3).contains(&words.rating_code(rating)));
    }
    for predikat in Predikat::ALL {
        assert_eq!(
            words.read_predikat(words.predikat(predikat)),
            Some(predikat)
        );
        assert_eq!(words.predikat(predikat), predikat.name().to_uppercase());
        assert!((1..=5).contains(&words.kuadran(predikat)));
    }
    assert_eq!(
        words.read_rating("  di  bawah ekspektasi "),
        Some(Rating::DiBawah)
    );
    assert_eq!(words.read_predikat("kurang"), Some(Predikat::Kurang));
    assert_eq!(words.read_rating(words.empty()), None);
    assert_eq!(words.empty(), "-");
    assert_eq!(words.rating(Rating::DiAtas), "DIATAS EKSPEKTASI");
    assert_eq!(words.predikat(Predikat::Kurang), "KURANG/MISCONDUCT");
    assert_eq!(
        (
            words.rhythm(Rhythm::Monthly),
            words.rhythm_code(Rhythm::Monthly)
        ),
        ("Bulanan", 1)
    );
    assert_eq!(
        (
            words.rhythm(Rhythm::Quarterly),
            words.rhythm_code(Rhythm::Quarterly)
        ),
        ("Triwulanan", 2)
    );
}

#[test]
fn every_value_has_three_statements() {
    let all: Vec<&String> = Behaviour::ALL
        .into_iter()
        .flat_map(|behaviour| {
            let statements = bundle().behaviours.statements(behaviour);
            assert_eq!(statements.len(), 3, "{behaviour:?}");
            statements
        })
        .collect();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 21);
}

#[test]
fn every_column_and_level_has_its_own_rubric_in_both_languages() {
    let mut texts = BTreeSet::new();
    for column in Column::ALL {
        for rating in Rating::ALL {
            let text = bundle().rubric.text(column, rating).expect("a rubric");
            assert!(text.indonesian.len() > 40 && text.english.len() > 40);
            texts.insert(&text.indonesian);
            texts.insert(&text.english);
        }
    }
    assert_eq!(texts.len(), 2 * 9 * 3, "two cells share a text");
}

#[test]
fn every_pattern_has_limits_within_the_whole() {
    for organisation in OrganisationPredikat::ALL {
        let limits = bundle().distribution.limits(organisation);
        assert!(!limits.is_empty(), "{organisation:?}");
        for limit in limits {
            let text = format!("{limit:?}");
            use domain::rules::PatternLimit::{AtLeast, AtMost, Largest, Present};
            let group = match limit {
                AtMost { group, permille } | AtLeast { group, permille } => {
                    assert!(*permille <= 1000, "{text}");
                    group
                }
                Present { group } | Largest { group } => group,
            };
            assert_eq!(
                group.iter().collect::<BTreeSet<_>>().len(),
                group.len(),
                "{text}"
            );
            assert!(!group.is_empty(), "{text}");
        }
    }
}

#[test]
fn angka_kredit_numbers_are_those_of_the_regulation() {
    let rules = &bundle().angka_kredit;
    let percents = Predikat::ALL.map(|predikat| rules.percent(predikat));
    assert_eq!(percents, [150, 100, 75, 50, 25]);
    let coefficients = Jenjang::ALL.map(|jenjang| rules.coefficient_hundredths(jenjang));
    assert_eq!(coefficients, [375, 500, 1250, 2500, 1250, 2500, 3750, 5000]);
    for jenjang in Jenjang::ALL {
        // Four years of Baik earn the minimum of a pangkat: the table's own cross-check.
        let minimum = rules.minimum_pangkat(jenjang).expect("a minimum");
        assert_eq!(
            minimum * 100,
            rules.coefficient_hundredths(jenjang) * 4,
            "{jenjang:?}"
        );
        let highest = matches!(jenjang, Jenjang::Penyelia | Jenjang::AhliUtama);
        let next = rules.minimum_jenjang(jenjang);
        assert_eq!(next.is_none(), highest, "{jenjang:?}");
        assert!(next.is_none_or(|next| next >= minimum));
    }
    assert_eq!(rules.shown_places(), 3);
}

#[test]
fn thresholds_are_those_agreed() {
    let thresholds = &bundle().thresholds;
    assert_eq!(thresholds.bulk_capaian(), Capaian(9_000));
    assert_eq!(thresholds.percentages_from_people(), 10);
    assert_eq!(thresholds.cells_hidden_under(), 5);
    assert!(thresholds.minimum_sample() >= thresholds.cells_hidden_under());
}

#[test]
fn elements_of_the_survey_are_nine_with_their_own_codes() {
    let elements = bundle().satisfaction.elements();
    let codes: Vec<&str> = elements
        .iter()
        .map(|element| element.code.as_str())
        .collect();
    assert_eq!(
        codes,
        ["U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9"]
    );
    let names: BTreeSet<&str> = elements
        .iter()
        .map(|element| element.name.as_str())
        .collect();
    assert_eq!(names.len(), 9);
}

#[test]
fn bands_of_pp30_descend_to_zero() {
    let starts: Vec<u32> = bundle().pp30.bands().map(|(_, from, _)| from).collect();
    assert_eq!(starts, [110, 90, 70, 50, 0]);
}
