//! What the bar says after a bulk fill: who was chosen, who was passed over and why.

use crate::format::{given_name, plain_name};
use api::sheet::{BulkOutcome, SkipReason, Skipped};
use catalogue::{Language, page_sheet as words, terms};
use domain::{Capaian, ExceptionKind};

/// More names than this make a bar unreadable; the list has them all.
const NAMED: usize = 4;

/// "25 dipilih → Sesuai." and "21 diterapkan. 4 dilewati: …", apart because the first is bold.
#[must_use]
pub fn sentence(language: Language, outcome: &BulkOutcome, limit: Capaian) -> (String, String) {
    let chosen = words::bulk_chosen(language, outcome.chosen);
    let mut rest = words::bulk_applied(language, outcome.applied);
    if !outcome.skipped.is_empty() {
        let reasons = reasons(language, &outcome.skipped, limit).join(", ");
        rest.push(' ');
        rest.push_str(&words::bulk_skipped(
            language,
            outcome.skipped.len(),
            reasons,
        ));
    }
    (chosen, rest)
}

/// Why one person was passed over, for the list.
#[must_use]
pub fn reason(language: Language, reason: SkipReason, limit: Capaian) -> String {
    match reason {
        SkipReason::LowCapaian(capaian) => words::skip_low(
            language,
            percent(language, capaian),
            percent(language, limit),
        ),
        SkipReason::Exempt(kind) => words::row_exempt(language, terms::exception(language, kind)),
        SkipReason::RatedByHand => words::skip_by_hand(language).to_owned(),
        SkipReason::Oneself => words::skip_oneself(language).to_owned(),
        SkipReason::Final => words::skip_final(language).to_owned(),
    }
}

fn reasons(language: Language, skipped: &[Skipped], limit: Capaian) -> Vec<String> {
    let low: Vec<(&str, Capaian)> = skipped
        .iter()
        .filter_map(|it| match it.reason {
            SkipReason::LowCapaian(capaian) => Some((it.name.as_str(), capaian)),
            _ => None,
        })
        .collect();
    let count = |reason: SkipReason| skipped.iter().filter(|it| it.reason == reason).count();
    let mut parts = Vec::new();
    if !low.is_empty() {
        parts.push(words::bulk_low(
            language,
            low.len(),
            percent(language, limit),
            named(language, &low),
        ));
    }
    for kind in ExceptionKind::ALL {
        let people = count(SkipReason::Exempt(kind));
        if people > 0 {
            parts.push(exempt(language, kind, people));
        }
    }
    let by_hand = count(SkipReason::RatedByHand);
    if by_hand > 0 {
        parts.push(words::bulk_by_hand(language, by_hand));
    }
    let oneself = count(SkipReason::Oneself);
    if oneself > 0 {
        parts.push(words::bulk_oneself(language, oneself));
    }
    let finals = count(SkipReason::Final);
    if finals > 0 {
        parts.push(words::bulk_final(language, finals));
    }
    parts
}

fn percent(language: Language, capaian: Capaian) -> String {
    terms::percent(language, capaian.plain())
}

fn exempt(language: Language, kind: ExceptionKind, people: usize) -> String {
    match kind {
        ExceptionKind::CutiBesar => words::bulk_leave(language, people),
        ExceptionKind::Pensiun => words::bulk_retired(language, people),
        ExceptionKind::TugasBelajar => words::bulk_study(language, people),
        ExceptionKind::Mutasi => words::bulk_moved(language, people),
        ExceptionKind::Meninggal => words::bulk_died(language, people),
    }
}

/// "Dewi 74 %, Hasan 81 %"; the whole name where two people share a given name.
fn named(language: Language, low: &[(&str, Capaian)]) -> String {
    let given: Vec<String> = low.iter().map(|(name, _)| given_name(name)).collect();
    let mut names: Vec<String> = low
        .iter()
        .zip(&given)
        .take(NAMED)
        .map(|((name, capaian), short)| {
            let shared = given.iter().filter(|other| *other == short).count() > 1;
            let name = if shared {
                plain_name(name)
            } else {
                short.clone()
            };
            words::bulk_low_person(language, name, percent(language, *capaian))
        })
        .collect();
    if low.len() > NAMED {
        names.push(words::bulk_more(language, low.len() - NAMED));
    }
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Indonesian};
    use domain::AssignmentId;

    const LIMIT: Capaian = Capaian(9_000);

    fn skipped(name: &str, reason: SkipReason) -> Skipped {
        Skipped {
            assignment: AssignmentId::from_bytes([1; 16]),
            name: name.to_owned(),
            reason,
        }
    }

    fn outcome(chosen: u32, skipped: Vec<Skipped>) -> BulkOutcome {
        let passed = u32::try_from(skipped.len()).unwrap();
        BulkOutcome {
            chosen,
            applied: chosen - passed,
            skipped,
            rows: Vec::new(),
        }
    }

    #[test]
    fn the_bar_says_who_was_passed_over_and_why() {
        let outcome = outcome(
            25,
            vec![
                skipped(
                    "Dewi Sartika, S.Sos.",
                    SkipReason::LowCapaian(Capaian(7_400)),
                ),
                skipped("Rahmat", SkipReason::Exempt(ExceptionKind::CutiBesar)),
                skipped("Hasan Basri", SkipReason::LowCapaian(Capaian(8_100))),
                skipped("Rina", SkipReason::RatedByHand),
            ],
        );
        let (chosen, rest) = sentence(Indonesian, &outcome, LIMIT);
        assert_eq!(chosen, "25 dipilih → Sesuai.");
        assert_eq!(
            rest,
            "21 diterapkan. 4 dilewati: 2 capaian < 90\u{a0}% (Dewi 74\u{a0}%, Hasan 81\u{a0}%), \
             1 cuti, 1 sudah dinilai."
        );
        let (chosen, rest) = sentence(English, &outcome, LIMIT);
        assert_eq!(chosen, "25 selected → Meets.");
        assert!(
            rest.starts_with("21 applied. 4 skipped: 2 with attainment < 90%"),
            "{rest}"
        );
    }

    #[test]
    fn nobody_passed_over_is_not_mentioned() {
        let (_, rest) = sentence(Indonesian, &outcome(3, Vec::new()), LIMIT);
        assert_eq!(rest, "3 diterapkan.");
    }

    #[test]
    fn namesakes_get_their_whole_name_and_a_crowd_is_counted() {
        let low = |name: &str| skipped(name, SkipReason::LowCapaian(Capaian(8_050)));
        let two = outcome(9, vec![low("Ahmad Fauzi"), low("Ahmad Rizal, S.H.")]);
        assert!(
            sentence(Indonesian, &two, LIMIT)
                .1
                .contains("Ahmad Fauzi 80,5\u{a0}%, Ahmad Rizal 80,5\u{a0}%")
        );
        let crowd = outcome(
            9,
            ["A", "Bi", "Citra", "Dewi", "Eko", "Fajar"]
                .map(low)
                .to_vec(),
        );
        assert!(
            sentence(Indonesian, &crowd, LIMIT)
                .1
                .contains("Dewi 80,5\u{a0}%, +2)")
        );
    }
}
