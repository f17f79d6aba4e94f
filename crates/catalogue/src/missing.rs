//! Daftar Kurang: what is missing, by its stable codes.

use crate::Language;
use domain::missing::MissingCode;

crate::messages! {
    kurang_hasil => "Hasil kerja belum dinilai", "Results not rated yet";
    kurang_perilaku => "Perilaku belum dinilai", "Behaviour not rated yet";
    kurang_bukti => "Perlu bukti", "Evidence needed";
    kurang_alasan => "Perlu satu kalimat alasan", "One sentence of reason needed";
    penilai_diri => "Perlu penilai lain: tidak boleh menilai diri sendiri", "Another appraiser needed: nobody rates himself or herself";
    kurang_penilai => "Penilai belum ditetapkan", "No appraiser named yet";
    belum_ditinjau => "Nilai massal belum ditinjau", "Bulk ratings not reviewed yet";
}

/// What a code means.
#[must_use]
pub const fn meaning(language: Language, code: MissingCode) -> &'static str {
    match code {
        MissingCode::KurangHasil => kurang_hasil(language),
        MissingCode::KurangPerilaku => kurang_perilaku(language),
        MissingCode::KurangBukti => kurang_bukti(language),
        MissingCode::KurangAlasan => kurang_alasan(language),
        MissingCode::PenilaiDiri => penilai_diri(language),
        MissingCode::KurangPenilai => kurang_penilai(language),
        MissingCode::BelumDitinjau => belum_ditinjau(language),
    }
}
