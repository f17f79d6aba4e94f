//! The import of an employee list: choose, check, done.

crate::messages! {
    title => "Impor daftar pegawai", "Import an employee list";
    step_choose => "Pilih daftar", "Choose the list";
    step_check => "Periksa", "Check";
    step_done => "Selesai", "Done";
    steps => "Langkah", "Steps";
    choose_sub => "Daftar dari Excel, SIASN, atau tempelan. Belum ada yang masuk sebelum Anda memeriksanya.", "A list from Excel, from SIASN, or pasted. Nothing goes in before you have checked it.";

    file_title => "Dari berkas", "From a file";
    file_label => "Berkas daftar pegawai", "File with the employees";
    file_hint => "Excel (.xlsx, .xls), LibreOffice (.ods), atau .csv. Baris judul dan tanda tangan dilewati otomatis.", "Excel (.xlsx, .xls), LibreOffice (.ods) or .csv. Title rows and signatures are skipped.";
    paste_title => "Tempel dari Excel", "Paste from Excel";
    paste_label => "Sel yang disalin, dengan baris judul kolomnya", "Copied cells, with the row of column heads";
    paste_hint => "Di Excel: pilih tabelnya, Ctrl+C, lalu Ctrl+V di sini. Yang Anda tempel tidak hilang bila ada yang perlu diperbaiki.", "In Excel: select the table, Ctrl+C, then Ctrl+V here. What you paste is kept when something needs correcting.";
    paste_read => "Periksa tempelan", "Check what was pasted";
    template_text => "Belum punya daftar? Isi contoh kosong ini, kolom NIP-nya sudah berformat Teks.", "No list yet? Fill in this empty one; its NIP column is already formatted as Text.";
    template => "Simpan contoh kosong", "Save the empty list";
    unit => "Unit untuk baris yang tidak menyebut unit", "Unit for rows that name none";
    reading => "Memeriksa daftar…", "Checking the list…";

    pasted => "Tempelan dari Excel", "Pasted from Excel";
    header_row(row) => "Judul kolom di baris {row}", "Column heads in row {row}";
    rows(count) => "{count} baris", "rows: {count}";
    other_file => "Ganti daftar", "Another list";
    read_again => "Baca ulang", "Read again";
    count_new => "baru", "new";
    count_changed => "berubah", "changed";
    count_same => "sama", "the same";
    count_rejected => "ditolak", "rejected";
    count_missing => "tidak ada di daftar", "not in the list";
    counts => "Hasil pemeriksaan", "What was found";

    columns_taken(count) => "{count} kolom dipakai", "columns used: {count}";
    columns_ignored(count) => "{count} kolom dilewati", "columns skipped: {count}";
    columns_dropped(names) => "Data pribadi tidak dibaca dan tidak disimpan: {names}.", "Personal data is neither read nor kept: {names}.";
    columns_show => "Kolom yang dikenali", "Columns that were recognised";
    column_means(head, meaning) => "{head} → {meaning}", "{head} → {meaning}";
    column_ignored_tmt => "dilewati (tulis TMT jabatan atau TMT golongan)", "skipped (write TMT jabatan or TMT golongan)";
    column_ignored => "dilewati", "skipped";
    new_units(names) => "Unit baru akan dibuat: {names}.", "New units will be made: {names}.";
    from => "Berlaku sejak", "Valid from";
    from_hint => "Untuk perubahan, dan untuk jabatan tanpa TMT. Periode sebelumnya tidak berubah.", "For changes, and for posts without a TMT. Earlier periods stay as they are.";
    from_missing => "Isi tanggal mulai berlaku, misalnya 01/10/2026.", "Enter the first day, such as 01/10/2026.";

    tabs => "Baris menurut hasil", "Rows by result";
    tab_all(count) => "Semua ({count})", "All ({count})";
    tab_new(count) => "Baru ({count})", "New ({count})";
    tab_changed(count) => "Berubah ({count})", "Changed ({count})";
    tab_same(count) => "Sama ({count})", "The same ({count})";
    tab_rejected(count) => "Ditolak ({count})", "Rejected ({count})";
    tab_warnings(count) => "Perlu dicek ({count})", "Worth a look ({count})";
    tab_empty => "Tidak ada baris di sini.", "No rows here.";
    table => "Baris daftar dan hasilnya", "Rows of the list and their results";
    column_row => "Baris", "Row";
    column_person => "Pegawai", "Employee";
    column_result => "Hasil", "Result";
    column_detail => "Rincian", "Details";
    no_name => "(tanpa nama)", "(no name)";
    verdict_new => "Baru", "New";
    verdict_changed => "Berubah", "Changed";
    verdict_same => "Sama", "The same";
    verdict_rejected => "Ditolak", "Rejected";
    changes(count, fields) => "{count} perubahan: {fields}", "changes ({count}): {fields}";
    change_to => "menjadi", "becomes";
    empty_value => "kosong", "empty";
    problems(count, first) => "{count} masalah: {first}", "problems ({count}): {first}";
    problem_in(column, value) => "{column} “{value}”", "{column} “{value}”";
    problem_in_empty(column) => "{column} kosong", "{column} is empty";

    problems_save => "Simpan baris bermasalah", "Save the rows with problems";
    problems_text(count) => "{count} baris belum dapat masuk. Perbaiki di Excel, lalu impor lagi; baris lain boleh masuk sekarang.", "Rows that cannot go in yet: {count}. Correct them in Excel and import again; the others can go in now.";
    saved(name, folder) => "{name} tersimpan di {folder}.", "{name} is saved in {folder}.";
    open_file => "Buka berkas", "Open the file";
    open_folder => "Buka folder", "Open the folder";

    apply(count) => "Masukkan {count} pegawai", "Import {count} employees";
    apply_one => "Masukkan 1 pegawai", "Import 1 employee";
    apply_nothing => "Tidak ada yang perlu dimasukkan: semua baris sama dengan data di sini.", "Nothing needs to be imported: every row is as it is here.";
    apply_nothing_valid => "Belum ada baris yang dapat masuk. Simpan baris bermasalah, perbaiki, lalu impor lagi.", "No row can be imported yet. Save the rows with problems, correct them, and import again.";

    missing_title(count) => "{count} pegawai tidak ada di daftar ini", "Not in this list: {count}";
    missing_text => "Tidak ada yang dihapus. Bila ada yang pindah atau pensiun, catat di sini; selain itu biarkan saja.", "Nobody is deleted. When somebody moved or retired, note it here; otherwise leave it.";
    missing_all(count) => "Tampilkan semua ({count})", "Show all ({count})";
    missing_mutasi => "Mutasi…", "Transfer…";
    missing_pensiun => "Pensiun…", "Retirement…";
    missing_save_mutasi => "Catat mutasi", "Note the transfer";
    missing_save_pensiun => "Catat pensiun", "Note the retirement";
    missing_saved(kind, name) => "{kind} untuk {name} tercatat.", "{name} is noted as: {kind}.";
    missing_noted(kind, from) => "{kind} sejak {from}", "{kind} since {from}";

    done_title(count) => "{count} pegawai masuk", "Employees imported: {count}";
    done_counts(new, changed, same) => "{new} baru, {changed} berubah, {same} sudah sama.", "{new} new, {changed} changed, {same} already the same.";
    done_rejected(count) => "{count} baris ditolak dan tidak masuk. Perbaiki berkas baris bermasalah, lalu impor lagi.", "Rows that were rejected and did not go in: {count}. Correct the file of rows with problems and import it again.";
    done_backup => "Cadangan dibuat sebelum impor.", "A backup was made before the import.";
    done_undo => "Urungkan impor", "Undo the import";
    done_undone => "Impor diurungkan. Daftar Anda masih di sini.", "The import is undone. Your list is still here.";
    done_undo_blocked => "Sesudah impor sudah ada perubahan lain, jadi impor belum dapat diurungkan dari sini. Urungkan perubahan itu dahulu dengan Ctrl+Z.", "Something else changed after the import, so it cannot be undone from here yet. Undo that change first with Ctrl+Z.";
    done_rate => "Nilai sekarang", "Rate now";
    done_appraisers => "Tetapkan penilai", "Name appraisers";
    done_people => "Lihat pegawai", "See the employees";
    done_more => "Impor daftar lain", "Import another list";
    next_step => "Langkah berikutnya", "Next";
}
