//! How SIASN and the BKN workbook write ratings and predikat: the only place where words of the
//! program become their words and numbers. SIASN counts from the best, this program from the least.

use super::rule::Rule;
use super::{Flaw, RuleFile, flaw};
use crate::{Predikat, Rating, Rhythm};
use serde::Deserialize;

/// Words and codes (`assets/rules/kata-siasn.json`).
#[derive(Debug, Deserialize)]
pub struct SiasnWords {
    empty: String,
    ratings: [RatingWord; 3],
    predikat: [PredikatWord; 5],
    rhythms: [RhythmWord; 2],
}

#[derive(Debug, Deserialize)]
struct RatingWord {
    rating: Rating,
    word: String,
    code: u8,
    also: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct PredikatWord {
    predikat: Predikat,
    word: String,
    code: u8,
    also: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct RhythmWord {
    rhythm: Rhythm,
    word: String,
    code: u8,
}

impl SiasnWords {
    /// What stands in a cell without a rating: `-`.
    #[must_use]
    pub fn empty(&self) -> &str {
        &self.empty
    }

    /// `DIATAS EKSPEKTASI`: the same words for hasil kerja and perilaku.
    #[must_use]
    pub fn rating(&self, rating: Rating) -> &str {
        self.ratings
            .iter()
            .find(|it| it.rating == rating)
            .map_or("", |it| &it.word)
    }

    /// `hasilKinerjaNilai` and `perilakuKerjaNilai`: 1 is di atas, 3 is di bawah.
    #[must_use]
    pub fn rating_code(&self, rating: Rating) -> u8 {
        self.ratings
            .iter()
            .find(|it| it.rating == rating)
            .map_or(0, |it| it.code)
    }

    /// The rating that a cell of a workbook names, whatever the case and spacing.
    #[must_use]
    pub fn read_rating(&self, word: &str) -> Option<Rating> {
        let same = same_as(word);
        self.ratings
            .iter()
            .find(|it| same(&it.word) || it.also.iter().any(&same))
            .map(|it| it.rating)
    }

    /// `KURANG/MISCONDUCT`.
    #[must_use]
    pub fn predikat(&self, predikat: Predikat) -> &str {
        self.predikat
            .iter()
            .find(|it| it.predikat == predikat)
            .map_or("", |it| &it.word)
    }

    /// `kuadranKinerjaNilai`: 1 is Sangat Baik, 5 is Sangat Kurang.
    #[must_use]
    pub fn kuadran(&self, predikat: Predikat) -> u8 {
        self.predikat
            .iter()
            .find(|it| it.predikat == predikat)
            .map_or(0, |it| it.code)
    }

    /// The predikat that a cell of a workbook names, whatever the case and spacing.
    #[must_use]
    pub fn read_predikat(&self, word: &str) -> Option<Predikat> {
        let same = same_as(word);
        self.predikat
            .iter()
            .find(|it| same(&it.word) || it.also.iter().any(&same))
            .map(|it| it.predikat)
    }

    /// `Bulanan`, `Triwulanan`.
    #[must_use]
    pub fn rhythm(&self, rhythm: Rhythm) -> &str {
        self.rhythms
            .iter()
            .find(|it| it.rhythm == rhythm)
            .map_or("", |it| &it.word)
    }

    /// `periodikId`.
    #[must_use]
    pub fn rhythm_code(&self, rhythm: Rhythm) -> u8 {
        self.rhythms
            .iter()
            .find(|it| it.rhythm == rhythm)
            .map_or(0, |it| it.code)
    }
}

impl Rule for SiasnWords {
    const FILE: RuleFile = RuleFile::KataSiasn;
    const TEXT: &'static str = include_str!("../../../../assets/rules/kata-siasn.json");

    fn check(&self) -> Result<(), Flaw> {
        flaw::filled("empty", &self.empty)?;
        flaw::each_once(
            "ratings",
            self.ratings.iter().map(|it| it.rating),
            &Rating::ALL,
        )?;
        let ratings = self
            .ratings
            .iter()
            .map(|it| (&it.word, it.code, it.also.as_slice()));
        distinct("ratings", ratings)?;
        flaw::each_once(
            "predikat",
            self.predikat.iter().map(|it| it.predikat),
            &Predikat::ALL,
        )?;
        let predikat = self
            .predikat
            .iter()
            .map(|it| (&it.word, it.code, it.also.as_slice()));
        distinct("predikat", predikat)?;
        let rhythms = [Rhythm::Monthly, Rhythm::Quarterly];
        flaw::each_once("rhythms", self.rhythms.iter().map(|it| it.rhythm), &rhythms)?;
        distinct(
            "rhythms",
            self.rhythms.iter().map(|it| (&it.word, it.code, &[][..])),
        )
    }
}

/// A word with its code and other spellings.
type Line<'a> = (&'a String, u8, &'a [String]);

/// Whether every word and every code stands for one thing only.
fn distinct<'a>(field: &str, lines: impl IntoIterator<Item = Line<'a>>) -> Result<(), Flaw> {
    let lines: Vec<Line<'_>> = lines.into_iter().collect();
    let words = || {
        lines
            .iter()
            .flat_map(|(word, _, also)| std::iter::once(*word).chain(*also))
    };
    words().try_for_each(|word| flaw::filled(field, word))?;
    let spelled = |word: &String| word.split_whitespace().collect::<Vec<_>>().join(" ");
    flaw::no_twice(
        field,
        words().map(|word| spelled(word).to_ascii_uppercase()),
    )?;
    flaw::no_twice(field, lines.iter().map(|(_, code, _)| code.to_string()))
}

fn same_as(word: &str) -> impl Fn(&String) -> bool {
    let word = word.split_whitespace().collect::<Vec<_>>().join(" ");
    move |other| other.eq_ignore_ascii_case(&word)
}
