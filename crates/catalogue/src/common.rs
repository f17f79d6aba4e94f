//! Words that stand on many screens.

crate::messages! {
    app_name => "Kinerja Luring", "Kinerja Luring";
    save => "Simpan", "Save";
    cancel => "Batal", "Cancel";
    close => "Tutup", "Close";
    fewer => "Ringkas", "Fewer";
    undo => "Urungkan", "Undo";
    redo => "Ulangi", "Redo";
    open => "Buka", "Open";
    see => "Lihat", "See";
    all => "Semua", "All";
    add => "Tambah", "Add";
    edit => "Ubah", "Edit";
    search => "Cari", "Search";
    back => "Kembali", "Back";
    next => "Lanjut", "Next";
    copy => "Salin", "Copy";
    copied => "Tersalin", "Copied";
    print => "Cetak", "Print";
    help => "Bantuan", "Help";
    yes => "Ya", "Yes";
    no => "Tidak", "No";
    none => "Tidak ada", "None";
    loading => "Memuat…", "Loading…";
    practice_data => "DATA LATIHAN", "PRACTICE DATA";
}
