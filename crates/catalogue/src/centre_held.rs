//! Tertahan and Ekspor BKN at the centre.

crate::messages! {
    held_sub => "Yang belum dihitung, dengan alasannya. Tidak ada yang dibuang diam-diam.", "What does not count yet, and why. Nothing is dropped in silence.";
    tab_held => "Menunggu", "Waiting";
    tab_branched => "Versi berdampingan", "Versions side by side";
    nothing_held_title => "Tidak ada yang tertahan", "Nothing is held";
    nothing_held_text => "Semua yang datang sudah dihitung.", "Everything that came counts.";
    nothing_branched_title => "Tidak ada versi berdampingan", "No versions side by side";
    nothing_branched_text => "Tidak ada hal yang diubah di dua tempat sekaligus.", "Nothing was changed in two places at once.";
    about => "Tentang", "About";
    why => "Mengapa", "Why";
    since => "Sejak", "Since";
    why_missing_base => "Menunggu kiriman sebelumnya dari kantor", "Waits for an earlier thing from the office";
    why_late => "Dibuat setelah periode ditutup", "Made after the period was closed";
    why_perhaps_late => "Datang setelah periode ditutup, mungkin dibuat sebelumnya", "Came after the period was closed, perhaps made before";
    why_revoked => "Dari komputer yang sudah dicabut", "From a computer that was revoked";
    why_newer => "Dibuat oleh program yang lebih baru; perbarui pusat", "Made by a newer program; update the centre";
    let_through => "Loloskan", "Let through";
    leave => "Biarkan", "Leave";
    passed => "Diloloskan dan sekarang dihitung.", "Let through; it counts now.";
    leave_title => "Biarkan tertahan", "Leave it held";
    leave_reason => "Alasan", "Reason";
    leave_reason_hint => "Tersimpan di sini dan di Jejak. Dapat diloloskan kemudian.", "Kept here and in the Trail. It can be let through later.";
    left(name, reason) => "{name}: {reason}", "{name}: {reason}";
    was_left => "Dibiarkan dengan alasan.", "Left, with a reason.";
    versions(count) => "{count} versi", "{count} versions";
    compare => "Bandingkan", "Compare";
    version_valid => "Yang berlaku", "Valid";
    version_other(number) => "Versi lain {number}", "Other version {number}";
    field => "Bagian", "Part";
    office_decides => "Kantor memutuskan versi mana yang berlaku, di layar Sinkron & Cadangan.", "The office decides which version is valid, on its screen Sync & Backups.";
    kind_unit => "Unit", "Unit";
    kind_employee => "Pegawai", "Person";
    kind_assignment => "Jabatan", "Post";
    kind_exception => "Pengecualian", "Exception";
    kind_signatory => "Penanda tangan", "Signatory";
    kind_organisation => "Predikat organisasi", "Organisation's predikat";
    kind_evaluation => "Nilai", "Rating";
    kind_note => "Catatan", "Note";
    kind_evidence => "Bukti", "Evidence";
    kind_other => "Lainnya", "Other";

    export_sub => "Satu buku kerja untuk seluruh kabupaten, siap diunggah ke SIASN.", "One workbook for the whole regency, ready for SIASN.";
    download => "Unduh buku kerja", "Download the workbook";
    download_hint => "Seratus ribu baris memerlukan satu dua menit; unduhan mulai setelah buku kerja jadi.", "A hundred thousand rows take a minute or two; the download begins when the workbook is done.";
    fact_rated => "Nilai utuh", "Whole ratings";
    fact_offices => "Kantor dengan nilai", "Offices with ratings";
    fact_closed => "Kantor yang sudah ditutup", "Offices that are closed";
    fact_partial => "Nilai belum utuh (dikosongkan)", "Ratings that are not whole (left empty)";
    fact_held => "Tertahan (tidak ikut)", "Held (left out)";
    not_closed => "Periode ini belum ditutup di semua kantor. Nilai masih dapat berubah setelah ekspor.", "This period is not closed in all offices yet. Ratings can still change after the export.";
    all_closed => "Periode ini sudah ditutup di semua kantor.", "This period is closed in all offices.";
}
