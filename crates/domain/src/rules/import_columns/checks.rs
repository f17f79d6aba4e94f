//! What holds in every version of the file.

use super::{ColumnFate, Field, ImportColumns, ImportField, Words};
use crate::rules::rule::Rule;
use crate::rules::{Flaw, RuleFile, bundle, flaw};

impl Rule for ImportColumns {
    const FILE: RuleFile = RuleFile::KolomImpor;
    const TEXT: &'static str = include_str!("../../../../../assets/rules/kolom-impor.json");

    fn check(&self) -> Result<(), Flaw> {
        // More rows than any list has above its heads would slow every import down.
        flaw::within(
            "header_rows_searched",
            self.header_rows_searched as u64,
            1..=200,
        )?;
        for needed in [ImportField::Nip, ImportField::Name] {
            if !self.fields.iter().any(|it| it.field == needed) {
                return Err(Flaw::lacking(
                    "fields",
                    format!("{needed:?}").to_lowercase(),
                ));
            }
        }
        flaw::no_twice(
            "fields",
            self.fields.iter().map(|it| format!("{:?}", it.field)),
        )?;
        flaw::spelled("aliases", self.fields.iter().flat_map(|it| &it.aliases))?;
        self.each_alias_counts()?;
        flaw::spelled("unused", self.fates.keys())?;
        self.words.check()?;
        self.keeps_out()
    }
}

impl ImportColumns {
    /// An alias that stood twice, or among the unused ones too, would have lost its place.
    fn each_alias_counts(&self) -> Result<(), Flaw> {
        for Field { field, aliases } in &self.fields {
            for (rank, alias) in aliases.iter().enumerate() {
                let field = *field;
                if self.fates.get(alias) != Some(&ColumnFate::Field { field, rank }) {
                    return Err(Flaw::twice("aliases", alias));
                }
            }
        }
        Ok(())
    }

    /// Personal data that appraisal does not need stays out whatever somebody publishes: words may
    /// be added to the ones that the program carries, never taken away, and no head with one of
    /// them may feed a field.
    fn keeps_out(&self) -> Result<(), Flaw> {
        flaw::spelled("sensitive_words", &self.sensitive_words)?;
        let carried = &bundle().import_columns.sensitive_words;
        if let Some(word) = carried.iter().find(|it| !self.sensitive_words.contains(it)) {
            return Err(Flaw::lacking("sensitive_words", word));
        }
        let aliases = self.fields.iter().flat_map(|it| &it.aliases);
        for word in aliases.flat_map(|alias| alias.split(' ')) {
            if self.sensitive_words.iter().any(|it| it == word) {
                return Err(Flaw::Personal {
                    field: "aliases".to_owned(),
                    word: word.to_owned(),
                });
            }
        }
        Ok(())
    }
}

impl Words {
    fn check(&self) -> Result<(), Flaw> {
        let sexes = self.sexes.iter().flat_map(|it| &it.words);
        let kinds = self.kinds.iter().flat_map(|it| &it.words);
        let tenures = self.tenures.iter().flat_map(|it| &it.words);
        flaw::spelled("sexes", sexes.clone())?;
        flaw::no_twice("sexes", sexes.cloned())?;
        flaw::spelled("kinds", kinds.clone())?;
        flaw::no_twice("kinds", kinds.cloned())?;
        flaw::spelled("tenures", tenures.clone())?;
        flaw::no_twice("tenures", tenures.cloned())
    }
}
