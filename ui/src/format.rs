//! Dates, numbers and periods in the language of the screen.

use catalogue::{Language, page_frame as words, terms};
use chrono::{Datelike, NaiveDate, NaiveDateTime};
use domain::assignment::Tenure;
use domain::{Period, calendar};

/// `21 Nov 2026`, in both languages.
#[must_use]
pub fn date(language: Language, date: NaiveDate) -> String {
    let month = match language {
        Language::Indonesian => calendar::MONTHS_SHORT[date.month0() as usize],
        Language::English => ENGLISH_MONTHS_SHORT[date.month0() as usize],
    };
    format!("{} {month} {}", date.day(), date.year())
}

/// `Sabtu 31 Okt`, `Saturday 31 Oct`.
#[must_use]
pub fn weekday_date(language: Language, date: NaiveDate) -> String {
    match language {
        Language::Indonesian => format!(
            "{} {} {}",
            calendar::weekday(date),
            date.day(),
            calendar::MONTHS_SHORT[date.month0() as usize]
        ),
        Language::English => format!(
            "{} {} {}",
            ENGLISH_DAYS[date.weekday().num_days_from_monday() as usize],
            date.day(),
            ENGLISH_MONTHS_SHORT[date.month0() as usize]
        ),
    }
}

/// `Sen 19 Okt`, `Mon 19 Oct`; of another year than today's, with the year.
#[must_use]
pub fn short_day(language: Language, date: NaiveDate, today: NaiveDate) -> String {
    let (weekday, month) = match language {
        Language::Indonesian => (
            calendar::weekday(date),
            calendar::MONTHS_SHORT[date.month0() as usize],
        ),
        Language::English => (
            ENGLISH_DAYS[date.weekday().num_days_from_monday() as usize],
            ENGLISH_MONTHS_SHORT[date.month0() as usize],
        ),
    };
    let weekday: String = weekday.chars().take(3).collect();
    let day = format!("{weekday} {} {month}", date.day());
    if date.year() == today.year() {
        return day;
    }
    format!("{day} {}", date.year())
}

/// `Sen 19 Okt 08.12`, as in the sentence of a receipt.
#[must_use]
pub fn short_moment(language: Language, at: NaiveDateTime, today: NaiveDate) -> String {
    format!(
        "{} {}",
        short_day(language, at.date(), today),
        clock(language, at)
    )
}

/// `14.02`, `14:02`.
#[must_use]
pub fn clock(language: Language, at: NaiveDateTime) -> String {
    match language {
        Language::Indonesian => calendar::clock(at),
        Language::English => calendar::clock(at).replace('.', ":"),
    }
}

/// `21 Nov 2026 14.02`.
#[must_use]
pub fn moment(language: Language, at: NaiveDateTime) -> String {
    format!("{} {}", date(language, at.date()), clock(language, at))
}

/// `Oktober 2026`, `Triwulan IV 2026`; `October 2026`, `Quarter IV 2026`.
#[must_use]
pub fn period(language: Language, period: Period) -> String {
    terms::period(language, period)
}

/// `1.234.567`, `1,234,567`.
#[must_use]
pub fn number(language: Language, number: u64) -> String {
    match language {
        Language::Indonesian => calendar::grouped(number),
        Language::English => calendar::grouped(number).replace('.', ","),
    }
}

/// `8,4 MB`, `712 kB`.
#[must_use]
pub fn size(language: Language, bytes: u64) -> String {
    let point = match language {
        Language::Indonesian => ',',
        Language::English => '.',
    };
    if bytes < 1_000_000 {
        return format!("{} kB", bytes.div_ceil(1000));
    }
    let tenths = bytes / 100_000;
    format!("{}{point}{} MB", tenths / 10, tenths % 10)
}

/// `hari ini`, `kemarin`, or the date.
#[must_use]
pub fn relative_day(language: Language, day: NaiveDate, today: NaiveDate) -> String {
    match today.signed_duration_since(day).num_days() {
        0 => words::today(language).to_owned(),
        1 => words::yesterday(language).to_owned(),
        _ => date(language, day),
    }
}

/// `3 hari lagi`, `hari ini`, `lewat 2 hari`.
#[must_use]
pub fn days_left(language: Language, days: i64) -> String {
    match days {
        0 => words::today(language).to_owned(),
        1 => words::tomorrow(language).to_owned(),
        2.. => words::in_days(language, days),
        -1 => words::day_over(language).to_owned(),
        _ => words::days_over(language, days.unsigned_abs()),
    }
}

/// The first letters of a name without titles: `SW` for `dr. Sari Wahyuni, S.Sos.`
#[must_use]
pub fn initials(name: &str) -> String {
    name.split(',')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .filter(|word| !word.ends_with('.'))
        .filter_map(|word| word.chars().next())
        .take(2)
        .flat_map(char::to_uppercase)
        .collect()
}

/// The name without titles: `Nur'aini` for `dr. Nur'aini, Sp.A`.
#[must_use]
pub fn plain_name(name: &str) -> String {
    let words: Vec<&str> = name
        .split(',')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    // `Ahmad M.` keeps its initial; what stands before the name with a full stop is a title.
    let titles = words
        .iter()
        .take_while(|word| word.ends_with('.') && word.len() > 2)
        .count();
    words.get(titles..).unwrap_or_default().join(" ")
}

/// What colleagues call somebody: the first word of the name, or two when the first is an initial
/// or a particle: `Dewi`, `I Gusti`, `Muh. Yusuf`.
#[must_use]
pub fn given_name(name: &str) -> String {
    let plain = plain_name(name);
    let mut words = plain.split_whitespace();
    let first = words.next().unwrap_or_default();
    let is_short = first.chars().count() <= 2 || first.ends_with('.');
    match words.next() {
        Some(second) if is_short => format!("{first} {second}"),
        _ => first.to_owned(),
    }
}

/// A name with how the post is held, when it is not for good: somebody with two posts stands in a
/// list twice. `Rina (Plt)`.
#[must_use]
pub fn held_as(name: String, tenure: Tenure) -> String {
    match terms::acting(tenure) {
        Some(mark) => format!("{name} ({mark})"),
        None => name,
    }
}

/// Reads a typed day: `21/11/2026`, `21-11-2026`, `21.11.26`, `21 Nov 2026`, `21112026`,
/// or only the day and the month of the year that `today` lies in.
#[must_use]
pub fn read_date(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim();
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return NaiveDate::from_ymd_opt(
            text[4..].parse().ok()?,
            text[2..4].parse().ok()?,
            text[..2].parse().ok()?,
        );
    }
    let parts: Vec<&str> = text
        .split(['/', '-', '.', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let (day, month, year) = match parts.as_slice() {
        // ISO, as the browser's own picker writes it.
        [year, month, day] if year.len() == 4 => (*day, *month, Some(*year)),
        [day, month, year] => (*day, *month, Some(*year)),
        [day, month] => (*day, *month, None),
        _ => return None,
    };
    let year = match year {
        Some(year) if year.len() == 4 => year.parse().ok()?,
        Some(year) if year.len() == 2 => 2000 + year.parse::<i32>().ok()?,
        Some(_) => return None,
        None => today.year(),
    };
    NaiveDate::from_ymd_opt(year, read_month(month)?, day.parse().ok()?)
}

/// `21/11/2026`: how a date field shows its day.
#[must_use]
pub fn typed_date(date: NaiveDate) -> String {
    format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
}

fn read_month(text: &str) -> Option<u32> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let begins = |names: &[&str; 12]| {
        names.iter().position(|name| {
            text.len() >= 3 && name.to_lowercase().starts_with(&text.to_lowercase())
        })
    };
    let index = begins(&calendar::MONTHS).or_else(|| begins(&terms::ENGLISH_MONTHS))?;
    u32::try_from(index + 1).ok()
}

const ENGLISH_MONTHS_SHORT: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const ENGLISH_DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Indonesian};
    use rstest::rstest;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[rstest]
    #[case("21/11/2026")]
    #[case(" 21-11-2026 ")]
    #[case("21.11.26")]
    #[case("21 Nov 2026")]
    #[case("21 november 2026")]
    #[case("21112026")]
    #[case("21/11")]
    #[case("2026-11-21")]
    fn a_day_is_read_the_way_people_type_it(#[case] text: &str) {
        assert_eq!(read_date(text, day(2026, 3, 1)), Some(day(2026, 11, 21)));
    }

    #[rstest]
    #[case("")]
    #[case("31/02/2026")]
    #[case("21/13/2026")]
    #[case("21")]
    #[case("21/11/2")]
    #[case("1/2/3/4")]
    fn what_is_no_day_is_not_guessed(#[case] text: &str) {
        assert_eq!(read_date(text, day(2026, 3, 1)), None);
    }

    #[test]
    fn indonesian_and_english_months_are_both_read() {
        assert_eq!(
            read_date("1 Agu 2026", day(2026, 1, 1)),
            Some(day(2026, 8, 1))
        );
        assert_eq!(
            read_date("1 Oct 2026", day(2026, 1, 1)),
            Some(day(2026, 10, 1))
        );
    }

    #[test]
    fn what_a_field_shows_it_also_reads() {
        let shown = day(2026, 1, 9);
        assert_eq!(read_date(&typed_date(shown), day(2000, 1, 1)), Some(shown));
    }

    #[rstest]
    #[case(Indonesian, "9 Mei 2026")]
    #[case(English, "9 May 2026")]
    fn dates_name_the_month(#[case] language: Language, #[case] expected: &str) {
        assert_eq!(date(language, day(2026, 5, 9)), expected);
    }

    #[test]
    fn weekdays_and_periods_follow_the_language() {
        assert_eq!(weekday_date(Indonesian, day(2026, 10, 31)), "Sabtu 31 Okt");
        assert_eq!(weekday_date(English, day(2026, 10, 31)), "Saturday 31 Oct");
        let quarter = Period::quarter(2026, 4).unwrap();
        assert_eq!(period(English, quarter), "Quarter IV 2026");
        assert_eq!(
            period(Indonesian, Period::month(2026, 10).unwrap()),
            "Oktober 2026"
        );
        assert_eq!(
            period(English, Period::month(2026, 10).unwrap()),
            "October 2026"
        );
    }

    #[rstest]
    #[case(Indonesian, 2026, "Sen 19 Okt 08.12")]
    #[case(English, 2026, "Mon 19 Oct 08:12")]
    #[case(Indonesian, 2027, "Sen 19 Okt 2026 08.12")]
    fn a_receipt_names_the_weekday(
        #[case] language: Language,
        #[case] this_year: i32,
        #[case] expected: &str,
    ) {
        let at = day(2026, 10, 19).and_hms_opt(8, 12, 40).unwrap();
        assert_eq!(short_moment(language, at, day(this_year, 11, 2)), expected);
    }

    #[rstest]
    #[case("dr. Nur'aini, Sp.A", "Nur'aini", "Nur'aini")]
    #[case("Dewi Sartika, S.Sos.", "Dewi Sartika", "Dewi")]
    #[case("I Gusti Ayu P. Laksmi", "I Gusti Ayu P. Laksmi", "I Gusti")]
    #[case("Prof. Dr. Ir. La Ode Munawir, M.Si.", "La Ode Munawir", "La Ode")]
    #[case("Suharto", "Suharto", "Suharto")]
    #[case("", "", "")]
    fn names_lose_their_titles(#[case] full: &str, #[case] plain: &str, #[case] given: &str) {
        assert_eq!(plain_name(full), plain);
        assert_eq!(given_name(full), given);
    }

    #[rstest]
    #[case(0, "0 kB")]
    #[case(1, "1 kB")]
    #[case(712_000, "712 kB")]
    #[case(8_449_999, "8,4 MB")]
    fn sizes_are_short(#[case] bytes: u64, #[case] expected: &str) {
        assert_eq!(size(Indonesian, bytes), expected);
    }

    #[rstest]
    #[case("dr. Sari Wahyuni, S.Sos.", "SW")]
    #[case("Suharto", "S")]
    #[case("I Gusti Ayu P. Laksmi", "IG")]
    #[case("", "")]
    fn initials_leave_titles_out(#[case] name: &str, #[case] expected: &str) {
        assert_eq!(initials(name), expected);
    }

    #[rstest]
    #[case(3, "3 hari lagi")]
    #[case(0, "hari ini")]
    #[case(-1, "lewat 1 hari")]
    #[case(-2, "lewat 2 hari")]
    fn the_deadline_counts_down(#[case] days: i64, #[case] expected: &str) {
        assert_eq!(days_left(Indonesian, days), expected);
    }
}
