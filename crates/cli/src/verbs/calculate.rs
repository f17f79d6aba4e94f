//! `hitung`: rules without any data.

mod nip;

use super::{LANGUAGE, advice};
use crate::arguments::Calculation;
use crate::outcome::{Failure, Outcome, Status};
use catalogue::terminal;
use domain::pattern::{self, PatternCounts};
use domain::rules::bundle;
use domain::{Jenjang, OrganisationPredikat, Predikat, Rating};
use serde_json::json;

pub(super) fn run(calculation: Calculation) -> Result<Outcome, Failure> {
    match calculation {
        Calculation::Nip { nip } => nip::take_apart(&nip),
        Calculation::Predikat { hasil, perilaku } => predikat(&hasil, &perilaku),
        Calculation::AngkaKredit {
            jenjang,
            predikat,
            bulan,
        } => angka_kredit(&jenjang, &predikat, bulan),
        Calculation::Pola { organisasi, counts } => pola(&organisasi, &counts),
    }
}

fn predikat(hasil: &str, perilaku: &str) -> Result<Outcome, Failure> {
    let rating = |word: &str| {
        Rating::from_code(word)
            .ok_or_else(|| Failure::usage(terminal::rating_unknown(LANGUAGE, word)))
    };
    let (hasil, perilaku) = (rating(hasil)?, rating(perilaku)?);
    let predikat = Predikat::of(hasil, perilaku);
    let words = &bundle().siasn_words;
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
    let level = Jenjang::from_name(jenjang).ok_or_else(|| unknown(jenjang))?;
    let predikat = Predikat::from_name(predikat).ok_or_else(|| unknown(predikat))?;
    let rules = &bundle().angka_kredit;
    let credit = domain::angka_kredit::angka_kredit(rules, level, predikat, months)
        .map_err(|_| Failure::usage(terminal::months_out_of_range(LANGUAGE).to_owned()))?;
    // Three places, half up (the form of BKN's templates).
    Outcome::new(
        Status::Done,
        json!({ "angka_kredit": credit.display(3) }),
        vec![credit.indonesian(3)],
    )
}

fn pola(organisation: &str, counts: &[u32]) -> Result<Outcome, Failure> {
    let organisation =
        OrganisationPredikat::from_name(organisation).ok_or_else(|| unknown(organisation))?;
    let [sangat_baik, baik, butuh_perbaikan, kurang, sangat_kurang] = *counts else {
        return Err(unknown(&counts.len().to_string()));
    };
    let counts = PatternCounts {
        sangat_baik,
        baik,
        butuh_perbaikan,
        kurang,
        sangat_kurang,
    };
    let advice = pattern::advise(bundle(), organisation, &counts);
    Outcome::new(Status::Done, advice::value(&advice), advice::lines(&advice))
}

fn unknown(word: &str) -> Failure {
    Failure::usage(terminal::word_unknown(LANGUAGE, word))
}
