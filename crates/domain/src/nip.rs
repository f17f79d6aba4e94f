//! The number of a civil servant: NIP of a PNS, NI of a PPPK. Eighteen digits, no check digit
//! (PerkaBKN 22/2007 and 43/2007). A NIP is never repaired by guessing.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// PNS or PPPK.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NipKind {
    /// Pegawai negeri sipil.
    Pns,
    /// Pegawai pemerintah dengan perjanjian kerja.
    Pppk,
}

impl NipKind {
    /// `PNS` or `PPPK`.
    #[must_use]
    pub const fn abbreviation(self) -> &'static str {
        match self {
            Self::Pns => "PNS",
            Self::Pppk => "PPPK",
        }
    }
}

/// Sex, as digit 15 tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Pria, digit 1, letter `L` (laki-laki).
    Male,
    /// Wanita, digit 2, letter `P` (perempuan).
    Female,
}

impl Sex {
    /// `L` or `P`.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Male => "L",
            Self::Female => "P",
        }
    }
}

/// Digits 9–14.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Appointment {
    /// A PNS: year and month of TMT CPNS.
    Month {
        /// Calendar year.
        year: i32,
        /// 1..=12.
        month: u32,
    },
    /// A PPPK: year of first appointment and how many contracts so far.
    Contract {
        /// Calendar year.
        year: i32,
        /// 1..=9; 1 is the first.
        number: u32,
    },
}

/// Everything that can be wrong with a typed NIP. All reasons are given at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NipError {
    /// Nothing there.
    Empty,
    /// Excel turned it into a number: digits are lost.
    ScientificNotation,
    /// Something other than digits, spaces and dots.
    NotDigits,
    /// Not eighteen digits.
    Length,
    /// Digits 1–8 are no calendar day.
    BirthDate,
    /// Digits 9–12 are no plausible year.
    AppointmentYear,
    /// Digits 13–14 are neither 01–12 nor 21–29.
    Month,
    /// Digit 15 is neither 1 nor 2.
    Sex,
    /// Digits 16–18 are 000.
    Serial,
    /// Appointed younger than 18 (PNS) or 20 (PPPK) years.
    TooYoung,
    /// The cell was a number: Excel keeps fifteen digits only.
    NumberCell,
}

/// Something about a valid NIP that a person should look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NipWarning {
    /// Digits 1–8 differ from the birth date on record.
    BirthDate,
    /// Digit 15 differs from the sex on record.
    Sex,
    /// Digits 9–14 lie after today.
    AppointedLater,
}

/// A valid number of a civil servant.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Nip(String);

impl Nip {
    /// Reads a typed or imported NIP. A leading apostrophe, spaces and dots are formatting and
    /// come off; nothing else is repaired.
    ///
    /// # Errors
    /// Every reason at once, in the order of the digits.
    pub fn parse(text: &str) -> Result<Self, Vec<NipError>> {
        let visible: String = text.chars().filter(|c| !is_formatting(*c)).collect();
        let visible = visible.trim_start_matches(['\'', '’', '‘', '`']);
        if is_scientific(visible) {
            return Err(vec![NipError::ScientificNotation]);
        }
        let stripped = visible.replace('.', "");
        if stripped.is_empty() {
            return Err(vec![NipError::Empty]);
        }
        if !stripped.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(vec![NipError::NotDigits]);
        }
        if stripped.len() != 18 {
            return Err(vec![NipError::Length]);
        }
        let errors = digit_errors(&stripped);
        if errors.is_empty() {
            Ok(Self(stripped))
        } else {
            Err(errors)
        }
    }

    /// Eighteen digits without spaces, for copying and for files.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// `19850914 200903 1 004`, for reading.
    #[must_use]
    pub fn grouped(&self) -> String {
        let digits = &self.0;
        format!(
            "{} {} {} {}",
            &digits[..8],
            &digits[8..14],
            &digits[14..15],
            &digits[15..]
        )
    }

    /// PNS or PPPK.
    #[must_use]
    pub fn kind(&self) -> NipKind {
        if self.number(12, 14) > 12 {
            NipKind::Pppk
        } else {
            NipKind::Pns
        }
    }

    /// Digits 1–8.
    #[must_use]
    pub fn birth_date(&self) -> NaiveDate {
        birth_date(&self.0).unwrap_or(NaiveDate::MIN)
    }

    /// Digits 9–14.
    #[must_use]
    pub fn appointment(&self) -> Appointment {
        let year = self.number(8, 12).cast_signed();
        match self.number(12, 14) {
            month @ 0..=12 => Appointment::Month { year, month },
            code => Appointment::Contract {
                year,
                number: code.saturating_sub(20),
            },
        }
    }

    /// Digit 15.
    #[must_use]
    pub fn sex(&self) -> Sex {
        if self.number(14, 15) == 2 {
            Sex::Female
        } else {
            Sex::Male
        }
    }

    /// Digits 16–18: `004`.
    #[must_use]
    pub fn serial(&self) -> &str {
        &self.0[15..]
    }

    /// Whether it speaks of an appointment after a day. Nothing in the digits is wrong then, so
    /// that it warns and does not refuse.
    #[must_use]
    pub fn appointed_after(&self, today: NaiveDate) -> bool {
        match self.appointment() {
            Appointment::Month { year, month } => (year, month) > (today.year(), today.month()),
            Appointment::Contract { year, .. } => year > today.year(),
        }
    }

    /// Holds the digits against the master record. Numbers given with a wrong sex or birth date
    /// exist and stay valid: they warn.
    #[must_use]
    pub fn check_master(&self, birth_date: Option<NaiveDate>, sex: Option<Sex>) -> Vec<NipWarning> {
        let mut warnings = Vec::new();
        if birth_date.is_some_and(|date| date != self.birth_date()) {
            warnings.push(NipWarning::BirthDate);
        }
        if sex.is_some_and(|sex| sex != self.sex()) {
            warnings.push(NipWarning::Sex);
        }
        warnings
    }

    /// [`check_master`](Self::check_master), and the appointment against today.
    #[must_use]
    pub fn check(
        &self,
        birth_date: Option<NaiveDate>,
        sex: Option<Sex>,
        today: NaiveDate,
    ) -> Vec<NipWarning> {
        let mut warnings = self.check_master(birth_date, sex);
        if self.appointed_after(today) {
            warnings.push(NipWarning::AppointedLater);
        }
        warnings
    }

    fn number(&self, from: usize, to: usize) -> u32 {
        self.0[from..to].parse().unwrap_or(0)
    }
}

/// White space and marks that no eye sees: zero width, direction, byte order.
fn is_formatting(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// `1.98609262015051E+17`, with a comma too: what Excel makes of a NIP in a number cell.
fn is_scientific(visible: &str) -> bool {
    visible
        .split_once(['E', 'e'])
        .is_some_and(|(mantissa, exponent)| {
            let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
            let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
            !mantissa.is_empty()
                && !exponent.is_empty()
                && digits(exponent)
                && digits(&mantissa.replace(['.', ','], ""))
        })
}

fn birth_date(digits: &str) -> Option<NaiveDate> {
    let part = |from: usize, to: usize| digits[from..to].parse::<u32>().ok();
    NaiveDate::from_ymd_opt(part(0, 4)?.cast_signed(), part(4, 6)?, part(6, 8)?)
        .filter(|date| (1900..=2999).contains(&date.year()))
}

fn digit_errors(digits: &str) -> Vec<NipError> {
    let part = |from: usize, to: usize| digits[from..to].parse::<u32>().unwrap_or(0);
    let mut errors = Vec::new();
    let birth = birth_date(digits);
    if birth.is_none() {
        errors.push(NipError::BirthDate);
    }
    let year = Some(part(8, 12).cast_signed()).filter(|year| (1900..=2999).contains(year));
    if year.is_none() {
        errors.push(NipError::AppointmentYear);
    }
    let code = part(12, 14);
    let (month, age) = match code {
        1..=12 => (Some(code), 18),
        21..=29 => (Some(12), 20),
        _ => {
            errors.push(NipError::Month);
            (None, 18)
        }
    };
    if !matches!(part(14, 15), 1 | 2) {
        errors.push(NipError::Sex);
    }
    if part(15, 18) == 0 {
        errors.push(NipError::Serial);
    }
    if let (Some(birth), Some(year), Some(month)) = (birth, year, month) {
        let years = year - birth.year() - i32::from(month < birth.month());
        if years < age {
            errors.push(NipError::TooYoung);
        }
    }
    errors
}

impl fmt::Display for Nip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Nip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Nip({})", self.0)
    }
}

/// A text that is no NIP; see [`Nip::parse`] for every reason.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a NIP")]
pub struct NipParseError(pub Vec<NipError>);

impl FromStr for Nip {
    type Err = NipParseError;

    fn from_str(text: &str) -> Result<Self, NipParseError> {
        Self::parse(text).map_err(NipParseError)
    }
}

impl TryFrom<String> for Nip {
    type Error = NipParseError;

    fn try_from(text: String) -> Result<Self, NipParseError> {
        text.parse()
    }
}

impl From<Nip> for String {
    fn from(nip: Nip) -> Self {
        nip.0
    }
}
