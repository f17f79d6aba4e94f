//! Laporan: the workbook, the copy sheet, the recap.

crate::messages! {
    title => "Laporan", "Reports";
    sub => "Buku kerja untuk BKN dibuat dari nilai yang ada sekarang. Boleh diekspor kapan saja.", "The workbook for BKN is made from the ratings as they are now. Export at any time.";
    workbook => "Buku kerja BKN", "BKN workbook";
    form => "Bentuk", "Form";
    form_full => "Lengkap (31 kolom)", "Full (31 columns)";
    form_short => "Ringkas (13 kolom)", "Short (13 columns)";
    form_recap => "Rekap unit", "Unit recap";
    scope => "Cakupan", "Scope";
    scope_unit => "Unit ini", "This unit";
    scope_all => "Semua unit", "All units";
    export => "Ekspor ke Excel…", "Export to Excel…";
    preview => "Pratinjau", "Preview";
    preview_rows(shown, all) => "{shown} dari {all} baris", "{shown} of {all} rows";
    file_name(name) => "Nama berkas: {name}", "File name: {name}";
    not_ready => "Belum lengkap", "Not complete yet";
    not_ready_hint => "Orang berikut tetap masuk dengan nilai yang ada; sel yang kosong ditulis “-”.", "These people go in as they are; empty cells are written “-”.";
    more_people(count) => "{count} orang lainnya", "{count} more people";
    left_out => "Tidak ikut", "Left out";
    exempt(count) => "{count} orang dikecualikan; selnya ditulis “-”.", "Exempt: {count}; their cells are written “-”.";
    all_ready => "Semua orang sudah lengkap.", "Everybody is complete.";
    saved(name, folder) => "Tersimpan: {name} di {folder}", "Saved: {name} in {folder}";
    open_file => "Buka berkas", "Open file";
    open_folder => "Buka folder", "Open folder";
    nothing => "Belum ada pegawai pada periode ini", "Nobody in this period yet";
    nothing_hint => "Impor daftar pegawai dahulu, lalu kembali ke sini.", "Import the list of employees first, then come back.";
    import => "Impor daftar pegawai", "Import employees";
    more => "Laporan lain", "Other reports";
    copy_sheet => "Lembar salin", "Copy sheet";
    copy_sheet_hint => "Nilai yang sama dalam urutan layar e-Kinerja BKN, dengan tombol salin.", "The same values in the order of the e-Kinerja screens, with copy buttons.";
    recap => "Rekap unit", "Unit recap";
    recap_hint => "Jumlah pegawai per predikat, siap dicetak dan ditandatangani.", "People per predikat, ready to print and sign.";
    copy_value(label) => "Salin {label}", "Copy {label}";
    copy_all => "Salin semua", "Copy all";
    copy_exempt(kind) => "{kind}: tidak dinilai", "{kind}: not rated";
    find_person => "Cari nama atau NIP", "Find a name or NIP";
    column_predikat => "Predikat", "Predikat";
    column_pns => "PNS", "PNS";
    column_pppk => "PPPK", "PPPK";
    column_all => "Jumlah", "Total";
    organisation(predikat) => "Predikat kinerja organisasi: {predikat}", "The organisation's predikat: {predikat}";
    organisation_unset => "Predikat kinerja organisasi belum ditetapkan.", "The organisation's predikat is not set yet.";
    rules_version(version) => "Aturan versi {version}", "Rules version {version}";
    recap_of(unit, period) => "Rekapitulasi predikat kinerja pegawai {unit}, {period}", "Recap of predikat of {unit}, {period}";
}
