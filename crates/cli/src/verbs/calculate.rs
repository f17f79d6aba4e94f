//! `hitung`: rules without any data.

use super::LANGUAGE;
use crate::arguments::Calculation;
use crate::outcome::{Failure, Outcome, Status};
use catalogue::terminal;
use domain::nip::Appointment;
use domain::pattern::{self, AdviceResult, PatternCounts};
use domain::{Jenjang, Nip, OrganisationPredikat, Predikat, Rating};
use serde_json::json;

pub(super) fn run(calculation: Calculation) -> Result<Outcome, Failure> {
    match calculation {
        Calculation::Nip { nip } => take_apart(&nip),
        Calculation::Predikat { hasil, perilaku } => predikat(&hasil, &perilaku),
        Calculation::AngkaKredit { jenjang, predikat, bulan } => {
            angka_kredit(&jenjang, &predikat, bulan)
        }
        Calculation::Pola { organisasi, counts } => pola(&organisasi, &counts),
    }
}

fn take_apart(text: &str) -> Result<Outcome, Failure> {
    let nip = match Nip::parse(text) {
        Ok(nip) => nip,
        Err(errors) => {
            let reasons: Vec<&str> =
                errors.iter().map(|error| catalogue::nip::reason(LANGUAGE, *error)).collect();
            let lines = reasons.iter().map(|&reason| reason.to_owned()).collect();
            return Outcome::new(
                Status::Nothing,
                json!({ "valid": false, "reasons": reasons }),
                lines,
            );
        }
    };
    let today = domain::Zone::default().day(app::now());
    if nip.appointed_after(today) {
        let reason = terminal::in_the_future(LANGUAGE);
        return Outcome::new(
            Status::Nothing,
            json!({ "valid": false, "reasons": [reason] }),
            vec![reason.to_owned()],
        );
    }
    let appointed = match nip.appointment() {
        Appointment::Month { year, month } => format!("{year:04}-{month:02}"),
        Appointment::Contract { year, number } => format!("{year:04} contract {number}"),
    };
    let value = json!({
        "valid": true,
        "kind": nip.kind().abbreviation(),
        "birth_date": nip.birth_date().to_string(),
        "appointed": appointed,
        "sex": nip.sex().letter(),
        "serial": nip.serial(),
    });
    let line = format!(
        "{} · {} · {} · {} · {}",
        nip.grouped(),
        nip.kind().abbreviation(),
        domain::calendar::long(nip.birth_date()),
        appointed,
        nip.sex().letter()
    );
    Outcome::new(Status::Done, value, vec![line])
}

fn predikat(hasil: &str, perilaku: &str) -> Result<Outcome, Failure> {
    let rating = |word: &str| {
        Rating::from_code(word)
            .ok_or_else(|| Failure::usage(terminal::rating_unknown(LANGUAGE, word)))
    };
    let (hasil, perilaku) = (rating(hasil)?, rating(perilaku)?);
    let predikat = Predikat::of(hasil, perilaku);
    let words = &domain::rules::bundle().siasn_words;
    let value = json!({
        "predikat": predikat.name(),
        "siasn": {
            "hasil": words.rating_code(hasil),
            "perilaku": words.rating_code(perilaku),
            "kuadran": words.kuadran(predikat),
        },
    });
    Outcome::new(Status::Done, value, vec![predikat.name().to_owned()])
}

fn angka_kredit(jenjang: &str, predikat: &str, months: u8) -> Result<Outcome, Failure> {
    let unknown = |word: &str| Failure::usage(terminal::word_unknown(LANGUAGE, word));
    let level = Jenjang::from_name(jenjang).ok_or_else(|| unknown(jenjang))?;
    let predikat = Predikat::from_name(predikat).ok_or_else(|| unknown(predikat))?;
    let credit = domain::angka_kredit::angka_kredit(level, predikat, months)
        .map_err(|_| Failure::usage(terminal::months_out_of_range(LANGUAGE).to_owned()))?;
    // Three places, half up (the form of BKN's templates).
    let text = credit.display(3);
    Outcome::new(
        Status::Done,
        json!({ "angka_kredit": text }),
        vec![credit.indonesian(3)],
    )
}

fn pola(organisation: &str, counts: &[u32]) -> Result<Outcome, Failure> {
    let organisation = OrganisationPredikat::from_name(organisation)
        .ok_or_else(|| Failure::usage(terminal::word_unknown(LANGUAGE, organisation)))?;
    let [sangat_baik, baik, butuh_perbaikan, kurang, sangat_kurang] = *counts else {
        return Err(Failure::usage(terminal::word_unknown(LANGUAGE, counts.len())));
    };
    let counts = PatternCounts { sangat_baik, baik, butuh_perbaikan, kurang, sangat_kurang };
    let advice = pattern::advise(organisation, &counts);
    let (value, lines) = advice_in_words(&advice);
    Outcome::new(Status::Done, value, lines)
}

/// The advice as JSON and as lines.
pub(super) fn advice_in_words(advice: &pattern::Advice) -> (serde_json::Value, Vec<String>) {
    let reasons: Vec<String> =
        advice.reasons.iter().map(|it| catalogue::pattern::reason(LANGUAGE, it)).collect();
    let result = match advice.result {
        AdviceResult::Ok => "ok",
        AdviceResult::Warn => "warn",
    };
    let lines = if reasons.is_empty() {
        vec![terminal::pattern_fits(LANGUAGE).to_owned()]
    } else {
        reasons.clone()
    };
    (json!({ "result": result, "reasons": reasons }), lines)
}
