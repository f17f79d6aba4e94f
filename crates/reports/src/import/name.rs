//! Names with their titles taken apart: `dr. Nur'aini, Sp.A`.

/// A name and its titles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SplitName {
    pub(super) before: String,
    pub(super) name: String,
    pub(super) after: String,
}

/// Titles that stand before a name, without their dot. Initials (`M.`, `A.`) and titles of
/// nobility (`T.`, `Tgk.`) belong to the name.
const BEFORE: [&str; 19] = [
    "prof", "dr", "drg", "drh", "drs", "dra", "ir", "h", "hj", "kh", "ns", "apt", "ust", "brigjen",
    "kol", "letkol", "ak", "ners", "bdn",
];

/// Those of them that are no name even without a dot.
const BARE: [&str; 6] = ["prof", "dr", "drs", "dra", "ir", "hj"];

/// Degrees that some lists write behind a name without a comma.
const AFTER: [&str; 34] = [
    "se", "sh", "st", "skm", "mm", "mh", "mt", "map", "spd", "spdi", "spdsd", "ssos", "sip",
    "sstp", "skom", "ssi", "sag", "skep", "sfarm", "spi", "shut", "spsi", "sked", "sgz", "msi",
    "mpd", "mkes", "mkom", "msc", "amd", "amdkeb", "amdkep", "amkeb", "phd",
];

/// Takes a name apart. What stands behind the first comma is a title; words in front are titles
/// when they are known ones.
pub(super) fn split(full: &str) -> SplitName {
    let (front, behind) = full.split_once(',').unwrap_or((full, ""));
    let mut words: Vec<&str> = front.split_whitespace().collect();
    let mut before = Vec::new();
    while words.len() > 1 && is_before(words[0]) {
        before.push(words.remove(0));
    }
    let mut after = Vec::new();
    while words.len() > 1 && is_after(words[words.len() - 1]) {
        after.extend(words.pop());
    }
    after.reverse();
    let behind = behind.trim().trim_end_matches(',').trim_end();
    let joined = after.join(" ");
    let after = match (joined.is_empty(), behind.is_empty()) {
        (false, false) => format!("{joined}, {behind}"),
        (false, true) => joined,
        (true, _) => behind.to_owned(),
    };
    SplitName {
        before: before.join(" "),
        name: words.join(" "),
        after,
    }
}

/// A title ends with a dot; a few are often written without one. "Drs.H." is two of them.
fn is_before(word: &str) -> bool {
    if !word.contains('.') {
        return is_known(&BARE, word);
    }
    let mut parts = word.split('.').filter(|part| !part.is_empty()).peekable();
    parts.peek().is_some() && parts.all(|part| is_known(&BEFORE, part))
}

fn is_after(word: &str) -> bool {
    let plain: String = word.chars().filter(|c| *c != '.').collect();
    let marked = word.contains('.') || plain.chars().all(char::is_uppercase);
    marked && is_known(&AFTER, &plain)
}

fn is_known(list: &[&str], word: &str) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::split;
    use rstest::rstest;

    #[rstest]
    #[case("dr. Nur'aini, Sp.A", "dr.", "Nur'aini", "Sp.A")]
    #[case("Andi Saputra", "", "Andi Saputra", "")]
    #[case("Drs. H. Ahmad Yani, M.Si", "Drs. H.", "Ahmad Yani", "M.Si")]
    #[case("Drs.H. Ahmad", "Drs.H.", "Ahmad", "")]
    #[case("Ir. Budi Santoso, S.T., M.T.", "Ir.", "Budi Santoso", "S.T., M.T.")]
    #[case("M. Yusuf", "", "M. Yusuf", "")]
    #[case("T. Rizal, SE", "", "T. Rizal", "SE")]
    #[case("Siti Aminah S.Pd", "", "Siti Aminah", "S.Pd")]
    #[case("Siti Aminah S.Pd., M.Pd", "", "Siti Aminah", "S.Pd., M.Pd")]
    #[case("ANDI SAPUTRA SE", "", "ANDI SAPUTRA", "SE")]
    #[case("Hasan", "", "Hasan", "")]
    #[case("H. M. Yusuf", "H.", "M. Yusuf", "")]
    #[case("DR. RINA, M.SI", "DR.", "RINA", "M.SI")]
    #[case("Andi M.Ali", "", "Andi M.Ali", "")]
    #[case("=cmd|' /C calc'!A0", "", "=cmd|' /C calc'!A0", "")]
    fn titles_come_off(
        #[case] full: &str,
        #[case] before: &str,
        #[case] name: &str,
        #[case] after: &str,
    ) {
        let read = split(full);
        assert_eq!(
            (
                read.before.as_str(),
                read.name.as_str(),
                read.after.as_str()
            ),
            (before, name, after)
        );
    }
}
