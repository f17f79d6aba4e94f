//! Golongan as lists write it: alone, behind the pangkat, in brackets, or the pangkat alone.

use domain::Golongan;
use domain::rules::normalised;

/// Reads a cell of a golongan column; `None` when it names none for certain.
pub(super) fn read(text: &str) -> Option<Golongan> {
    let text = text.trim();
    plain(text)
        .or_else(|| with_slash(text))
        .or_else(|| last_part(text))
        .or_else(|| pangkat(text))
}

/// `III/b`, `III b`, `IX`, `Gol. III/b`, `3/b`.
fn plain(text: &str) -> Option<Golongan> {
    let upper = text.to_uppercase();
    let rest = ["GOLONGAN RUANG", "GOLONGAN", "GOL.", "GOL"]
        .into_iter()
        .find_map(|prefix| upper.strip_prefix(prefix))
        .unwrap_or(&upper)
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '(' | ')'));
    rest.parse().ok().or_else(|| arabic(rest))
}

/// `3/b` and `3B`: a digit 1–4 and one letter can mean only one thing.
fn arabic(text: &str) -> Option<Golongan> {
    let mut signs = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '/' | '.' | '-'));
    let (digit, letter) = (signs.next()?, signs.next()?);
    if signs.next().is_some() || !('A'..='E').contains(&letter) {
        return None;
    }
    let golongan = u8::try_from(digit.to_digit(10)?).ok()?;
    Golongan::pns(
        golongan,
        u8::try_from(u32::from(letter) - u32::from('A')).ok()?,
    )
}

/// `Penata Muda Tk. I (III/b)`, `Penata Muda, III/b`: the roman number and the letter that stand
/// around a slash.
fn with_slash(text: &str) -> Option<Golongan> {
    text.match_indices('/').find_map(|(at, _)| {
        let before = &text[..at];
        let roman = before.trim_end();
        let start = roman
            .rfind(|c: char| !c.is_alphabetic())
            .map_or(0, |found| found + 1);
        let after = text[at + 1..].trim_start();
        let end = after
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(after.len());
        format!("{}/{}", roman.get(start..)?, &after[..end])
            .parse()
            .ok()
    })
}

/// `Penata Muda - III b`, `Penata / III c`, `IX (PPPK)`. A letter left alone means that a ruang
/// was parted from its number, and the number alone would be a golongan of a PPPK.
fn last_part(text: &str) -> Option<Golongan> {
    let parts: Vec<&str> = text
        .split(['(', ')', ',', ';', '-', '–', '/'])
        .map(str::trim)
        .collect();
    if parts
        .iter()
        .any(|part| part.len() == 1 && !part.eq_ignore_ascii_case("i"))
    {
        return None;
    }
    parts.iter().rev().find_map(|part| part.parse().ok())
}

/// `Penata Muda Tk. I`: each pangkat belongs to one golongan ruang.
fn pangkat(text: &str) -> Option<Golongan> {
    let spelled = |text: &str| {
        normalised(text)
            .split(' ')
            .map(|word| match word {
                "tk" => "tingkat",
                "1" => "i",
                word => word,
            })
            .collect::<Vec<_>>()
            .join(" ")
    };
    let wanted = spelled(text);
    (1..=4)
        .flat_map(|golongan| (0..=4).filter_map(move |ruang| Golongan::pns(golongan, ruang)))
        .find(|golongan| {
            golongan
                .pangkat()
                .is_some_and(|name| spelled(name) == wanted)
        })
}

#[cfg(test)]
mod tests {
    use super::read;
    use rstest::rstest;

    #[rstest]
    #[case("III/b", "III/b")]
    #[case("iii b", "III/b")]
    #[case("IIIb", "III/b")]
    #[case("3/b", "III/b")]
    #[case("3B", "III/b")]
    #[case("Gol. III/b", "III/b")]
    #[case("Penata Muda Tk. I (III/b)", "III/b")]
    #[case("Penata Muda Tingkat I / III/b", "III/b")]
    #[case("Penata Muda Tk.I, III/b", "III/b")]
    #[case("III/b - Penata Muda Tk. I", "III/b")]
    #[case("Penata Muda Tk. I", "III/b")]
    #[case("PEMBINA UTAMA MUDA", "IV/c")]
    #[case("Penata / III c", "III/c")]
    #[case("IX", "IX")]
    #[case("Golongan IX", "IX")]
    #[case("IX (PPPK)", "IX")]
    fn forms(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(
            read(text).map(|it| it.to_string()).as_deref(),
            Some(expected)
        );
    }

    #[rstest]
    #[case("III/f")]
    #[case("V/a")]
    #[case("XX")]
    #[case("Staf")]
    #[case("32")]
    #[case("I/e")]
    fn nothing_is_guessed(#[case] text: &str) {
        assert_eq!(read(text), None);
    }
}
