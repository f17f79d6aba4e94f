//! Refusals: what happened, what is safe, what to do next.

crate::messages! {
    needs_first_run => "Belum ada yang memakai program ini di komputer ini. Isi nama dan NIP Anda dahulu.", "Nobody uses the program on this computer yet. Enter your name and NIP first.";
    field(field) => "Isian “{field}” kosong atau belum dimengerti. Isian lain tetap tersimpan di layar; perbaiki yang ini lalu simpan lagi.", "The field “{field}” is empty or not understood. The other fields are still on the screen; correct this one and save again.";
    nip_taken(name) => "NIP ini sudah dipakai oleh {name}. Tidak ada yang diubah. Periksa NIP, atau buka data orang itu.", "This NIP already belongs to {name}. Nothing was changed. Check the NIP, or open that person.";
    stale => "Baris ini baru saja diubah di jendela lain. Isinya sudah dimuat ulang; ketik lagi bila masih perlu.", "This row was just changed in another window. It was loaded again; type once more if still needed.";
    not_found => "Data ini sudah tidak ada di sini. Data lain aman. Kembali ke daftar lalu pilih lagi.", "This is no longer here. Everything else is safe. Go back to the list and choose again.";
    not_permitted => "Anda tidak berwenang melakukan ini. Tidak ada yang diubah.", "You may not do this. Nothing was changed.";
    final_at_centre => "Nilai ini sudah final di pusat. Tidak ada yang diubah. Bila ada yang keliru, hubungi pusat.", "This rating is final at the centre. Nothing was changed. If something is wrong, contact the centre.";
    undo_changed => "Tidak dapat diurungkan karena data ini sudah berubah lagi sesudahnya. Data terbaru tetap dipakai; ubah langsung bila perlu.", "This cannot be undone because it has changed again since. The newest data stays; change it directly if needed.";
    undo_sealed => "Tidak dapat diurungkan karena sudah ditandai siap dikirim. Tidak ada yang berubah. Perbaiki langsung di Lembar Penilaian, lalu tandai lagi.", "This cannot be undone because it is marked ready to send. Nothing changed. Correct it in the appraisal sheet, then mark it again.";
    undo_nothing => "Tidak ada lagi yang dapat diurungkan.", "There is nothing left to undo.";
    upload_gone => "Berkas ini perlu dibaca ulang. Data Anda aman. Pilih berkasnya sekali lagi.", "The file has to be read again. Your data is safe. Choose the file once more.";
    cancelled => "Dibatalkan. Tidak ada berkas yang ditulis.", "Cancelled. No file was written.";
    place_not_empty => "Tempat ini sudah berisi data, jadi tidak ditimpa. Pilih tempat yang kosong.", "This place already holds data, so it was not overwritten. Choose an empty place.";
    busy(holder) => "Data sedang dipegang oleh {holder}. Tidak ada yang hilang. Tutup program itu, lalu coba lagi.", "The data is held by {holder}. Nothing is lost. Close that program and try again.";
    internal => "Terjadi kesalahan di dalam program. Yang sudah tersimpan tetap aman. Coba lagi; bila berulang, tutup lalu buka lagi program.", "Something went wrong inside the program. What was saved is safe. Try again; if it happens again, close and reopen the program.";

    import_empty => "Berkas ini kosong. Tidak ada yang diubah. Pilih berkas yang berisi daftar pegawai.", "This file is empty. Nothing was changed. Choose the file with the list of employees.";
    import_too_large => "Berkas ini terlalu besar untuk dibaca. Tidak ada yang diubah. Bagi daftar menjadi beberapa berkas.", "This file is too large to read. Nothing was changed. Split the list into several files.";
    import_password => "Berkas ini dikunci dengan kata sandi. Tidak ada yang diubah. Buka di Excel, hapus kata sandinya, simpan, lalu coba lagi.", "This file is locked with a password. Nothing was changed. Open it in Excel, remove the password, save, and try again.";
    import_not_a_spreadsheet => "Berkas ini bukan lembar kerja (.xlsx, .xls, .ods, .csv). Tidak ada yang diubah. Pilih berkas daftar pegawai.", "This is not a spreadsheet (.xlsx, .xls, .ods, .csv). Nothing was changed. Choose the list of employees.";
    import_damaged => "Berkas ini rusak atau terpotong. Tidak ada yang diubah. Buka di Excel, simpan sebagai berkas baru, lalu coba lagi.", "This file is damaged or cut short. Nothing was changed. Open it in Excel, save it as a new file, and try again.";
    import_no_header => "Judul kolom Nama dan NIP tidak ditemukan dalam 30 baris pertama. Tidak ada yang diubah. Pastikan ada satu baris judul kolom.", "Column heads for name and NIP were not found in the first 30 rows. Nothing was changed. Make sure there is one row of column heads.";

    evidence_empty => "Berkas bukti ini kosong. Tidak ada yang ditambahkan.", "This evidence file is empty. Nothing was added.";
    evidence_too_large => "Berkas bukti lebih besar dari 20 MB. Tidak ada yang ditambahkan. Pindai ulang dengan resolusi lebih rendah atau bagi berkasnya.", "The evidence file is larger than 20 MB. Nothing was added. Scan it again at a lower resolution, or split it.";
    evidence_type => "Isi berkas ini bukan PDF, JPG, PNG, XLSX, atau DOCX. Tidak ada yang ditambahkan. Simpan sebagai salah satu jenis itu.", "The content of this file is neither PDF, JPG, PNG, XLSX nor DOCX. Nothing was added. Save it as one of these.";
    evidence_missing => "Berkas bukti ini tidak ditemukan atau rusak di komputer ini. Catatannya tetap ada. Pulihkan dari cadangan, atau tambahkan lagi.", "This evidence file is missing or damaged on this computer. Its entry is still here. Restore it from a backup, or add it again.";

    write_disk_full => "Ruang disk habis. Tidak ada berkas setengah jadi yang tertinggal dan data Anda aman. Kosongkan ruang, lalu coba lagi.", "The disk is full. No half-written file was left, and your data is safe. Free some space and try again.";
    write_in_use => "Berkas itu sedang terbuka di program lain. Berkas lama tidak diubah. Tutup dahulu (misalnya di Excel), lalu ekspor lagi.", "That file is open in another program. The old file was not changed. Close it (in Excel, say) and export again.";
    write_not_writable => "Folder itu tidak dapat ditulisi. Data Anda aman. Pilih folder lain, misalnya Dokumen.", "That folder cannot be written to. Your data is safe. Choose another folder, such as Documents.";
    write_other => "Berkas tidak dapat ditulis. Tidak ada berkas setengah jadi yang tertinggal. Coba folder lain.", "The file could not be written. No half-written file was left. Try another folder.";

    store_newer => "Data ini dibuat oleh versi program yang lebih baru. Data tidak disentuh. Pasang versi terbaru di komputer ini.", "This data was made by a newer version of the program. It was not touched. Install the newest version on this computer.";
    store_wrong_key => "Kunci di komputer ini tidak cocok dengan data. Data tidak disentuh. Pulihkan dari cadangan dengan lembar pemulihan.", "The key on this computer does not fit the data. It was not touched. Restore from a backup with the recovery sheet.";
    store_key_missing => "Kunci data tidak ada di komputer ini. Data tidak disentuh. Pulihkan dari cadangan dengan lembar pemulihan.", "The key of the data is not on this computer. The data was not touched. Restore from a backup with the recovery sheet.";
    store_read_only => "Folder data tidak dapat ditulisi. Yang sudah tersimpan tetap aman. Periksa izin folder atau lepas kunci tulis disk.", "The data folder cannot be written to. What was saved is safe. Check the folder's permissions or the disk's write lock.";
    store_disk_full => "Ruang disk habis. Yang sudah tersimpan tetap aman; perubahan terakhir belum tersimpan. Kosongkan ruang, lalu ulangi.", "The disk is full. What was saved is safe; the last change was not saved. Free some space and do it again.";
    store_corrupt => "Berkas data rusak. Berkas tidak diubah lagi. Pulihkan dari cadangan terbaru di menu Cadangan.", "The data file is damaged. It was not changed any further. Restore the newest backup under Backups.";
    store_other => "Data tidak dapat dibuka atau ditulis. Yang sudah tersimpan tetap aman. Tutup program lain lalu coba lagi.", "The data could not be opened or written. What was saved is safe. Close other programs and try again.";

    backup_not_ours => "Berkas ini bukan cadangan Kinerja Luring. Tidak ada yang diubah. Pilih berkas cadangan.", "This is not a Kinerja Luring backup. Nothing was changed. Choose a backup file.";
    backup_damaged => "Berkas cadangan ini rusak atau terpotong. Data yang ada tidak diubah. Pakai cadangan lain.", "This backup is damaged or cut short. What is here was not changed. Use another backup.";
    backup_wrong_code => "Kata pemulihan tidak cocok dengan cadangan ini. Data yang ada tidak diubah. Periksa lembar pemulihan untuk data ini.", "The recovery words do not fit this backup. What is here was not changed. Check that the sheet belongs to this data.";
    backup_code_mistyped => "Ada kata pemulihan yang salah ketik. Data yang ada tidak diubah. Periksa lagi kata demi kata.", "A recovery word is mistyped. What is here was not changed. Check them word by word.";
    backup_newer => "Cadangan ini dibuat oleh versi program yang lebih baru. Data yang ada tidak diubah. Pasang versi terbaru.", "This backup was made by a newer version. What is here was not changed. Install the newest version.";
    backup_other => "Cadangan tidak dapat dibuat atau dibaca. Data yang ada tidak diubah. Coba folder lain.", "The backup could not be made or read. What is here was not changed. Try another folder.";
}
