//! The words of the office, and none of the workshop's.

use catalogue::MODULES;

/// Words that Indonesian sentences of the program avoid, and what they say instead.
const AVOIDED: [(&str, &str); 8] = [
    ("sync", "kirim, ambil"),
    ("upload", "pilih, tambahkan"),
    ("record", "catatan, dokumen"),
    ("invalid", "belum dimengerti"),
    ("null", "kosong"),
    ("submit", "kirim"),
    ("conflict", "perlu keputusan"),
    ("error", "what happened, what is safe, what to do"),
];

#[test]
fn indonesian_sentences_use_the_words_of_the_office() {
    let mut found = Vec::new();
    for (module, entries) in MODULES {
        for entry in *entries {
            let sentence = entry.indonesian.to_lowercase();
            for (word, instead) in AVOIDED {
                if sentence
                    .split(|it: char| !it.is_alphabetic())
                    .any(|it| it == word)
                {
                    found.push(format!(
                        "{module}::{}: “{word}”, say: {instead}",
                        entry.name
                    ));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_sentence_is_there_in_both_languages_with_the_same_placeholders() {
    for (module, entries) in MODULES {
        for entry in *entries {
            let name = format!("{module}::{}", entry.name);
            assert!(!entry.english.trim().is_empty(), "{name}: no English");
            assert_eq!(
                placeholders(entry.indonesian),
                placeholders(entry.english),
                "{name}"
            );
        }
    }
}

#[test]
fn every_rule_in_use_has_a_name_and_a_basis() {
    /// Nothing on a screen or in a file rests on these yet.
    const NOT_IN_USE: [&str; 5] = ["angka-kredit", "nine-box", "pp30-2019", "sampel", "skm"];
    for rule in domain::rules::headers() {
        assert_eq!(
            catalogue::rules::about(catalogue::Language::Indonesian, &rule.id).is_none(),
            NOT_IN_USE.contains(&rule.id.as_str()),
            "{}",
            rule.id
        );
    }
}

/// The names between braces, sorted; each once.
fn placeholders(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> = text
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}
