//! All rules as they hold at one time.

use super::rule::{Rule, embedded, read};
use super::{
    AngkaKreditRules, BehaviourRules, BknColumns, Deadlines, DistributionRules, Flaw,
    GolonganRules, ImportColumns, JabatanRules, MissingRules, NineBoxRules, Pp30Rules,
    PredikatMatrix, Rubric, RuleFile, RuleHeader, SampleSizeRules, SatisfactionRules, SiasnWords,
    Thresholds, VERSION,
};
use serde_json::Value;
use std::sync::Arc;

/// Every rule, parsed and checked. Bundles share the files that they have in common.
#[derive(Clone, Debug)]
pub struct Bundle {
    /// What a result remembers that was computed with it.
    pub version: u32,
    /// The nine cells.
    pub predikat: Arc<PredikatMatrix>,
    /// Pola distribusi predikat.
    pub distribution: Arc<DistributionRules>,
    /// Conversion of predikat to angka kredit.
    pub angka_kredit: Arc<AngkaKreditRules>,
    /// Thresholds of the program.
    pub thresholds: Arc<Thresholds>,
    /// Deadlines in days.
    pub deadlines: Arc<Deadlines>,
    /// Which missing things block.
    pub missing: Arc<MissingRules>,
    /// Statements of the seven values.
    pub behaviours: Arc<BehaviourRules>,
    /// Signs of each level.
    pub rubric: Arc<Rubric>,
    /// Pangkat and PPPK golongan.
    pub golongan: Arc<GolonganRules>,
    /// Kinds of post in words.
    pub jabatan: Arc<JabatanRules>,
    /// Headers of employee lists.
    pub import_columns: Arc<ImportColumns>,
    /// Layout of the BKN workbook.
    pub bkn_columns: Arc<BknColumns>,
    /// Words and codes of SIASN.
    pub siasn_words: Arc<SiasnWords>,
    /// Talent boxes.
    pub nine_box: Arc<NineBoxRules>,
    /// Survey of public satisfaction.
    pub satisfaction: Arc<SatisfactionRules>,
    /// Sample size of the survey.
    pub sample_size: Arc<SampleSizeRules>,
    /// Numeric scheme of 2019 to 2021.
    pub pp30: Arc<Pp30Rules>,
    headers: Vec<RuleHeader>,
}

impl Bundle {
    /// What each file says of itself, for Pengaturan and for whoever asks where a result comes from.
    #[must_use]
    pub fn headers(&self) -> &[RuleHeader] {
        &self.headers
    }

    /// The rules that the program carries.
    pub(super) fn embedded() -> Self {
        let mut headers = Vec::with_capacity(RuleFile::ALL.len());
        Self {
            version: VERSION,
            predikat: carried(&mut headers),
            distribution: carried(&mut headers),
            angka_kredit: carried(&mut headers),
            thresholds: carried(&mut headers),
            deadlines: carried(&mut headers),
            missing: carried(&mut headers),
            behaviours: carried(&mut headers),
            rubric: carried(&mut headers),
            golongan: carried(&mut headers),
            jabatan: carried(&mut headers),
            import_columns: carried(&mut headers),
            bkn_columns: carried(&mut headers),
            siasn_words: carried(&mut headers),
            nine_box: carried(&mut headers),
            satisfaction: carried(&mut headers),
            sample_size: carried(&mut headers),
            pp30: carried(&mut headers),
            headers,
        }
    }

    /// Puts another file into the place of one; the others stay.
    pub(super) fn replace(&mut self, file: RuleFile, content: &Value) -> Result<(), Flaw> {
        let headers = &mut self.headers;
        match file {
            RuleFile::Predikat => put(headers, &mut self.predikat, content),
            RuleFile::PolaDistribusi => put(headers, &mut self.distribution, content),
            RuleFile::AngkaKredit => put(headers, &mut self.angka_kredit, content),
            RuleFile::Ambang => put(headers, &mut self.thresholds, content),
            RuleFile::Tenggat => put(headers, &mut self.deadlines, content),
            RuleFile::DaftarKurang => put(headers, &mut self.missing, content),
            RuleFile::Perilaku => put(headers, &mut self.behaviours, content),
            RuleFile::Rubrik => put(headers, &mut self.rubric, content),
            RuleFile::Golongan => put(headers, &mut self.golongan, content),
            RuleFile::Jabatan => put(headers, &mut self.jabatan, content),
            RuleFile::KolomImpor => put(headers, &mut self.import_columns, content),
            RuleFile::KolomBkn => put(headers, &mut self.bkn_columns, content),
            RuleFile::KataSiasn => put(headers, &mut self.siasn_words, content),
            RuleFile::NineBox => put(headers, &mut self.nine_box, content),
            RuleFile::Skm => put(headers, &mut self.satisfaction, content),
            RuleFile::Sampel => put(headers, &mut self.sample_size, content),
            RuleFile::Pp30 => put(headers, &mut self.pp30, content),
        }
    }
}

fn carried<T: Rule>(headers: &mut Vec<RuleHeader>) -> Arc<T> {
    headers.push(embedded(T::TEXT));
    Arc::new(embedded(T::TEXT))
}

fn put<T: Rule>(
    headers: &mut [RuleHeader],
    place: &mut Arc<T>,
    content: &Value,
) -> Result<(), Flaw> {
    let (rule, header) = read::<T>(content)?;
    *place = Arc::new(rule);
    if let Some(old) = headers.iter_mut().find(|old| old.id == header.id) {
        *old = header;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_that_the_program_carries_comes_through_the_door_for_others() {
        let mut bundle = Bundle::embedded();
        let texts = [
            PredikatMatrix::TEXT,
            DistributionRules::TEXT,
            AngkaKreditRules::TEXT,
            Thresholds::TEXT,
            Deadlines::TEXT,
            MissingRules::TEXT,
            BehaviourRules::TEXT,
            Rubric::TEXT,
            GolonganRules::TEXT,
            JabatanRules::TEXT,
            ImportColumns::TEXT,
            BknColumns::TEXT,
            SiasnWords::TEXT,
            NineBoxRules::TEXT,
            SatisfactionRules::TEXT,
            SampleSizeRules::TEXT,
            Pp30Rules::TEXT,
        ];
        for (file, text) in RuleFile::ALL.into_iter().zip(texts) {
            let content: Value = serde_json::from_str(text).unwrap_or_default();
            assert_eq!(bundle.replace(file, &content), Ok(()), "{file:?}");
        }
        let names = RuleFile::ALL.map(RuleFile::name);
        let ids: Vec<&str> = bundle.headers().iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, names);
    }
}
