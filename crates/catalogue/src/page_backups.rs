//! Cadangan.

crate::messages! {
    title => "Cadangan", "Backups";
    sub => "Program membuat cadangan otomatis setiap hari dan sebelum setiap impor.", "Made automatically every day and before each import.";
    last => "Cadangan terakhir", "Last backup";
    last_none_title => "Belum ada cadangan", "No backup yet";
    last_none => "Buat sekarang; hanya sebentar.", "Make one now; it takes a moment.";
    where_it_is(folder) => "Tersimpan di {folder}", "Kept in {folder}";
    make => "Buat cadangan sekarang", "Make a backup now";
    make_elsewhere => "Simpan ke tempat lain…", "Save elsewhere…";
    made => "Cadangan sudah dibuat.", "The backup is made.";
    list => "Semua cadangan", "All backups";
    column_when => "Dibuat", "Made";
    column_why => "Alasan", "Reason";
    column_size => "Ukuran", "Size";
    reason_daily => "Harian", "Daily";
    reason_import => "Sebelum impor", "Before an import";
    reason_migration => "Sebelum pembaruan program", "Before an update";
    reason_restore => "Sebelum pemulihan", "Before a restore";
    reason_manual => "Dibuat manual", "Manual";
    restore => "Pulihkan…", "Restore…";
    restore_now => "Pulihkan", "Restore";
    restore_title => "Pulihkan cadangan ini?", "Restore this backup?";
    restore_text(moment) => "Data kembali ke keadaan {moment}. Data yang sekarang tidak dihapus: disisihkan, dan dicadangkan dahulu.", "The data goes back to {moment}. What is here now is not deleted: it is set aside, and backed up first.";
    restore_file => "Pulihkan dari berkas", "Restore from a file";
    restore_file_hint => "Cadangan dari komputer lain atau USB. Kata pemulihan diperlukan bila kunci tidak ada di komputer ini.", "A backup from another computer or a USB stick. The recovery words are needed when the key is not on this computer.";
    words => "Kata pemulihan", "Recovery words";
    words_hint => "Sepuluh kata dari lembar pemulihan. Kosongkan bila cadangan dibuat di komputer ini.", "The ten words of the recovery sheet. Leave empty when the backup was made on this computer.";
    restored => "Data sudah dipulihkan.", "The data is restored.";
    choose_file => "Pilih berkas cadangan", "Choose a backup file";
    chosen(name) => "Dipilih: {name}", "Chosen: {name}";
    recovery => "Lembar pemulihan", "Recovery sheet";
    recovery_text => "Sepuluh kata yang membuka cadangan di komputer lain. Cetak, simpan di lemari terkunci, jangan difoto.", "Ten words that open a backup on another computer. Print them, lock them away, take no photo.";
    recovery_show => "Tampilkan kata", "Show the words";
    recovery_missing => "Lembar pemulihan belum dicetak. Tanpa itu cadangan tidak dapat dibuka di komputer lain.", "The recovery sheet has not been printed. Without it a backup does not open on another computer.";
    recovery_confirm => "Sudah dicetak dan disimpan", "Printed and put away";
    recovery_confirmed => "Lembar pemulihan sudah dicetak.", "The recovery sheet was printed.";
    recovery_database(digits) => "Untuk data {digits}", "For data {digits}";
    verify => "Periksa keutuhan data", "Check the data";
    verify_text => "Memeriksa data, jejak perubahan, dan semua berkas bukti.", "Checks the data, the trail of changes and every evidence file.";
    verify_now => "Periksa sekarang", "Check now";
    verified(journal, records) => "Data utuh: {journal} kejadian tercatat, {records} dokumen tersegel.", "The data is sound. Acts on record: {journal}, sealed documents: {records}.";
    not_verified(count) => "Ada {count} masalah. Pulihkan cadangan terakhir bila perlu.", "Problems found: {count}. Restore the last backup if needed.";
}
