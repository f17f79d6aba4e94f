//! Rekap unit and lembar salin.

crate::messages! {
    sheet => "Rekap", "Recap";
    file => "Rekap Penilaian SKP", "SKP recap";
    group => "Predikat kinerja pegawai", "Employee's predikat";
    not_rated => "Belum dinilai", "Not rated yet";
    exempt => "Tidak dinilai (pengecualian)", "Not rated (exception)";
    total => "Jumlah", "Total";

    copy_nip => "NIP", "NIP";
    copy_realisation(number) => "Realisasi RHK {number}", "Realisation of RHK {number}";
    copy_item_feedback(number) => "Umpan balik RHK {number}", "Feedback on RHK {number}";
    copy_hasil_kerja => "Rating hasil kerja", "Rating of results";
    copy_behaviour_feedback(behaviour) => "Umpan balik {behaviour}", "Feedback on {behaviour}";
    copy_perilaku => "Rating perilaku kerja", "Rating of behaviour";
    copy_predikat => "Predikat kinerja", "Predikat";
    copy_reason => "Catatan", "Remark";
}
