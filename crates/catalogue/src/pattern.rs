//! Pola distribusi: advice in words. It names nobody and blocks nothing.

use crate::Language;
use crate::terms::percent;
use domain::Predikat;
use domain::pattern::PatternReason;
use domain::rules::PatternLimit;

crate::messages! {
    above_maximum(group, share, limit) => "{group}: {share} dari pegawai, pola menyebut paling banyak {limit}.", "{group}: {share} of the people; the pattern says at most {limit}.";
    above_nobody(group, people) => "{group}: {people} orang, pola tidak menyebut seorang pun.", "{group}: {people}; the pattern says nobody.";
    below_minimum(group, share, limit) => "{group}: {share} dari pegawai, pola menyebut paling sedikit {limit}.", "{group}: {share} of the people; the pattern says at least {limit}.";
    none_present(group) => "Belum ada yang berpredikat {group}, padahal pola memintanya.", "Nobody has {group}, which the pattern asks for.";
    not_largest(group, people, other) => "{group} ({people} orang) belum menjadi bagian terbesar; predikat lain {other} orang.", "{group} ({people}) is not the largest share; another predikat has {other}.";
    small_unit(people, minimum) => "Hanya {people} orang yang dinilai (kurang dari {minimum}), jadi persentase tidak berarti. Tulis alasannya.", "Only {people} rated (fewer than {minimum}), so percentages mean nothing. Write the reason.";
    or => " atau ", " or ";
    asks_at_most(group, share) => "{group} paling banyak {share}", "{group} at most {share}";
    asks_at_least(group, share) => "{group} paling sedikit {share}", "{group} at least {share}";
    asks_nobody(group) => "tidak ada yang {group}", "nobody {group}";
    asks_somebody(group) => "ada yang {group}", "somebody {group}";
    asks_largest(group) => "{group} menjadi bagian terbesar", "{group} the largest share";
}

/// What a pattern asks, in the order of the circular: `Baik paling banyak 70 %; …`.
#[must_use]
pub fn limits(language: Language, limits: &[PatternLimit]) -> String {
    limits
        .iter()
        .map(|it| limit(language, it))
        .collect::<Vec<_>>()
        .join("; ")
}

fn limit(language: Language, limit: &PatternLimit) -> String {
    match limit {
        PatternLimit::AtMost { group, permille: 0 } => {
            asks_nobody(language, names(language, group))
        }
        PatternLimit::AtMost { group, permille } => {
            asks_at_most(language, names(language, group), share(language, *permille))
        }
        PatternLimit::AtLeast { group, permille } => {
            asks_at_least(language, names(language, group), share(language, *permille))
        }
        PatternLimit::Present { group } => asks_somebody(language, names(language, group)),
        PatternLimit::Largest { group } => asks_largest(language, names(language, group)),
    }
}

/// The reasons as sentences. In a unit too small for percentages, shares are left out: only what
/// counts people stays, beside the sentence that says why.
#[must_use]
pub fn reasons(language: Language, all: &[PatternReason]) -> Vec<String> {
    let is_small = all
        .iter()
        .any(|it| matches!(it, PatternReason::SmallUnit { .. }));
    all.iter()
        .filter(|it| !(is_small && is_share(it)))
        .map(|it| reason(language, it))
        .collect()
}

/// Whether a reason compares shares. That nobody should have a predikat is no share.
const fn is_share(reason: &PatternReason) -> bool {
    match reason {
        PatternReason::AboveMaximum { limit_permille, .. }
        | PatternReason::BelowMinimum { limit_permille, .. } => *limit_permille > 0,
        _ => false,
    }
}

/// One reason as a sentence.
#[must_use]
pub fn reason(language: Language, reason: &PatternReason) -> String {
    match reason {
        PatternReason::AboveMaximum {
            group,
            people,
            limit_permille: 0,
            ..
        } => above_nobody(language, names(language, group), people),
        PatternReason::AboveMaximum {
            group,
            share_permille,
            limit_permille,
            ..
        } => above_maximum(
            language,
            names(language, group),
            share(language, *share_permille),
            share(language, *limit_permille),
        ),
        PatternReason::BelowMinimum {
            group,
            share_permille,
            limit_permille,
            ..
        } => below_minimum(
            language,
            names(language, group),
            share(language, *share_permille),
            share(language, *limit_permille),
        ),
        PatternReason::NonePresent { group } => none_present(language, names(language, group)),
        PatternReason::NotLargest {
            group,
            people,
            other,
        } => not_largest(language, names(language, group), people, other),
        PatternReason::SmallUnit { people, minimum } => small_unit(language, people, minimum),
    }
}

fn names(language: Language, group: &[Predikat]) -> String {
    group
        .iter()
        .map(|it| it.name())
        .collect::<Vec<_>>()
        .join(or(language))
}

/// `75 %` or `66,7 %`; `75%` or `66.7%`.
fn share(language: Language, permille: u32) -> String {
    let number = match permille % 10 {
        0 => format!("{}", permille / 10),
        rest => format!("{},{rest}", permille / 10),
    };
    percent(language, number)
}
