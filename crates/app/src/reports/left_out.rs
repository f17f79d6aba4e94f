//! The only rows that stay out of a workbook: those whose NIP is not valid for export.

use catalogue::{Language, export as words, nip as nip_words};
use chrono::NaiveDate;
use domain::Nip;

/// Why a row cannot go in, as a sentence. The digits are held against the rules once more, because
/// an older program may have let them in; a NIP that was not given yet cannot be a person's.
pub(super) fn left_out(nip: &Nip, today: NaiveDate, language: Language) -> Option<String> {
    if let Err(errors) = Nip::parse(nip.digits()) {
        let reasons = errors
            .into_iter()
            .map(|error| nip_words::reason(language, error));
        return Some(reasons.collect::<Vec<_>>().join(" "));
    }
    nip.appointed_after(today)
        .then(|| words::appointed_later(language).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nip_goes_in_from_the_month_of_its_appointment_on() {
        let nip = Nip::parse("198609262026111001").unwrap();
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        let language = Language::Indonesian;
        assert_eq!(left_out(&nip, day(11, 1), language), None);
        let sentence = left_out(&nip, day(10, 31), language).unwrap();
        assert!(sentence.contains("setelah hari ini"), "{sentence}");
    }
}
