//! Bantuan: what stands around the pages themselves.

crate::messages! {
    page_title(page) => "Bantuan: {page}", "Help: {page}";
    contents => "Halaman bantuan", "Help pages";
    go_there => "Buka layarnya", "Open the screen";
    missing_title => "Halaman bantuan ini tidak ada", "There is no such help page";
    unread => "Halaman ini tidak dapat dibuka. Muat ulang atau mulai lagi programnya.", "This page could not be opened. Reload it, or start the program again.";
    missing_text => "Alamatnya mungkin salah ketik. Pilih halaman dari daftar, atau mulai dari awal.", "The address may be mistyped. Choose a page from the list, or begin with the first.";

    title_start => "Mulai dan Beranda", "Start and Home";
    title_employees => "Pegawai", "Employees";
    title_import => "Impor daftar pegawai", "Import an employee list";
    title_notes => "Catatan & Bukti", "Notes & Evidence";
    title_sheet => "Lembar Penilaian", "Appraisal sheet";
    title_organisation => "Kinerja Unit", "Unit Performance";
    title_reports => "Laporan", "Reports";
    title_sync => "Sinkron & Cadangan", "Sync & Backups";
    title_backups => "Cadangan", "Backups";
    title_settings => "Pengaturan", "Settings";
    title_one_sheet => "Panduan satu halaman", "One-page guide";
    title_terminal => "Terminal", "Terminal";
}
