//! The first run, the recovery sheet, and a database that does not open.

crate::messages! {
    welcome => "Selamat datang di Kinerja Luring", "Welcome to Kinerja Luring";
    welcome_text => "Penilaian kinerja pegawai tanpa internet dan tanpa akun.", "Performance appraisal without internet and without an account.";
    fact_local => "Data terkunci dan tersimpan hanya di komputer ini.", "Data is locked and kept on this computer only.";
    fact_undo => "Setiap ketikan langsung tersimpan, dan dapat diurungkan.", "Everything typed is saved at once, and can be undone.";
    fact_export => "Hasilnya langsung menjadi lembar kerja untuk BKN.", "The result goes straight into the workbook for BKN.";
    who => "Siapa yang memakai program ini?", "Who uses this program?";
    user_name_hint => "Seperti di surat: Sari Wahyuni, S.Sos.", "As in letters: Sari Wahyuni, S.Sos.";
    user_jabatan => "Jabatan Anda", "Your post";
    user_jabatan_hint => "Seperti di SK, misalnya Camat Teupah Barat atau Kepala Dinas Pendidikan.", "As in the decree, such as Camat Teupah Barat or Kepala Dinas Pendidikan.";
    user_jabatan_missing => "Isi jabatan Anda, seperti di SK.", "Enter your post, as in the decree.";
    where_title => "Untuk kantor mana?", "For which office?";
    unit_name => "Nama unit kerja", "Name of the unit";
    unit_name_hint => "Nama lengkap, seperti di kop surat.", "The full name, as on letterheads.";
    unit_name_missing => "Isi nama unit kerja.", "Enter the name of the unit.";
    instansi => "Instansi", "Agency";
    instansi_hint => "Misalnya: Pemerintah Kabupaten Simeulue", "For example: Pemerintah Kabupaten Simeulue";
    instansi_missing => "Isi nama instansi.", "Enter the name of the agency.";
    role => "Anda", "You are";
    role_head => "Saya kepala unit", "I head the unit";
    role_head_hint => "Anda menilai pegawai unit ini.", "You appraise the people of this unit.";
    role_operator => "Saya operator", "I am the operator";
    role_operator_hint => "Anda menyiapkan data untuk pejabat penilai.", "You prepare the data for the appraiser.";
    zone => "Zona waktu", "Time zone";
    rhythm => "Penilaian berkala", "Appraisal period";
    start => "Mulai", "Start";
    or => "atau", "or";
    practice => "Coba data latihan", "Try practice data";
    practice_text => "Lihat-lihat dahulu dengan kantor rekaan.", "Look around first in a made-up office.";
    restore => "Pulihkan dari cadangan", "Restore from a backup";
    restore_text => "Komputer baru, atau pasang ulang.", "A new computer, or a fresh installation.";
    back_to_start => "Kembali ke awal", "Back to the start";

    restore_title => "Pulihkan dari cadangan", "Restore from a backup";
    restore_file => "Berkas cadangan", "Backup file";
    restore_words => "Kata pemulihan", "Recovery words";
    restore_words_hint => "Dari lembar pemulihan, dipisah spasi. Boleh kosong bila komputer ini masih menyimpan kuncinya.", "From the recovery sheet, with spaces between. May stay empty when this computer still has the key.";
    restore_now => "Pulihkan", "Restore";
    restore_missing => "Pilih dahulu berkas cadangannya.", "Choose the backup file first.";
    restored => "Data sudah dipulihkan.", "The data is restored.";
    restore_chosen(name) => "Berkas terpilih: {name}", "Chosen file: {name}";
    restore_listed => "Cadangan di komputer ini", "Backups on this computer";

    recovery_title => "Satu hal lagi: lembar pemulihan", "One more thing: the recovery sheet";
    recovery_text => "Data di komputer ini terkunci. Bila komputer rusak, hanya kata-kata ini yang dapat membuka cadangannya. Cetak, atau tulis tangan, lalu simpan di lemari terkunci.", "The data on this computer is locked. If the computer breaks, only these words open its backups. Print them, or write them down, and keep them in a locked cabinet.";
    recovery_sheet => "Lembar Pemulihan Kinerja Luring", "Kinerja Luring Recovery Sheet";
    recovery_use => "Untuk membuka cadangan di komputer lain: Pulihkan dari cadangan, pilih berkasnya, ketik sepuluh kata ini.", "To open a backup on another computer: Restore from a backup, choose its file, type these ten words.";
    recovery_database(code) => "Kode data {code}", "Data code {code}";
    recovery_made(date) => "Dibuat {date}", "Made {date}";
    recovery_print => "Cetak lembar", "Print the sheet";
    recovery_confirm => "Sudah saya simpan", "I have put it away";
    recovery_later => "Nanti saja", "Later";
    recovery_confirmed => "Lembar pemulihan dicatat sudah disimpan.", "The recovery sheet is noted as put away.";
    recovery_never => "Jangan difoto dengan telepon dan jangan disimpan di komputer ini.", "Do not photograph it with a phone, and do not keep it on this computer.";

    locked_title => "Data belum dapat dibuka", "The data cannot be opened yet";
    locked_what => "Yang dapat Anda lakukan", "What you can do";
    locked_retry => "Coba buka lagi", "Try to open again";
    locked_retry_text => "Setelah penyebabnya diatasi.", "Once the cause is dealt with.";
    locked_restore_text => "Data yang sekarang disisihkan, tidak dihapus.", "What is here now is set aside, not deleted.";
    locked_practice_text => "Data latihan terpisah dan tetap dapat dibuka.", "Practice data is separate and still opens.";
    language => "Bahasa", "Language";
    starting => "Membuka data…", "Opening the data…";
    unreachable_title => "Program tidak menjawab", "The program does not answer";
    unreachable_text => "Yang sudah tersimpan tetap aman. Tutup jendela ini, jalankan programnya lagi, lalu buka alamat baru yang ditampilkannya.", "What was saved is safe. Close this window, start the program again, and open the new address that it shows.";
}
