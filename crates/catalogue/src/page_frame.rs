//! The frame of the page and its parts: navigation, bars, keys, fields.

crate::messages! {
    home => "Beranda", "Home";
    employees => "Pegawai", "Employees";
    notes => "Catatan & Bukti", "Notes & Evidence";
    sheet => "Penilaian", "Appraisal";
    organisation => "Kinerja Unit", "Unit Performance";
    reports => "Laporan", "Reports";
    backups => "Cadangan", "Backups";
    settings => "Pengaturan", "Settings";
    main_navigation => "Utama", "Main";
    skip_to_content => "Langsung ke isi", "Skip to content";
    count_open(count) => "{count} perlu dilengkapi", "{count} to complete";

    unit => "Unit", "Unit";
    period => "Periode", "Period";
    search_all => "Cari pegawai atau layar", "Find people or screens";
    search_nothing => "Tidak ada yang cocok. Periksa ejaan, atau ketik sebagian NIP.", "Nothing matches. Check the spelling, or type part of a NIP.";
    open_import => "Impor pegawai dari Excel", "Import employees from Excel";
    open_copy_sheet => "Salin nilai untuk BKN", "Copy values for BKN";
    open_recap => "Rekap predikat", "Recap of predikat";
    search_people => "Pegawai", "People";
    search_screens => "Layar", "Screens";
    search_actions => "Perintah", "Commands";
    user_menu_title => "Siapa yang memakai program?", "Who is using the program?";
    user_menu_hint => "Setiap perubahan dicatat atas nama orang ini.", "Every change is kept under this person's name.";
    user_add => "Tambah pemakai", "Add a person";
    user_switched(name) => "Sekarang atas nama {name}", "Now acting as {name}";
    user_name => "Nama dengan gelar", "Name with titles";
    user_name_missing => "Isi nama lengkap dengan gelar.", "Enter the full name with titles.";
    nip => "NIP", "NIP";
    nip_hint => "18 angka, boleh dengan spasi.", "18 digits, spaces allowed.";
    nip_read(kind, born, sex) => "{kind}, lahir {born}, {sex}", "{kind}, born {born}, {sex}";
    male => "pria", "male";
    female => "wanita", "female";
    theme_light => "Tampilan terang", "Light display";
    theme_dark => "Tampilan gelap", "Dark display";

    practice_leave => "Keluar dari latihan", "Leave practice";
    practice_enter => "Coba data latihan", "Try practice data";
    practice_banner => "Pemberitahuan data latihan", "Practice data notice";
    practice_hint => "Semua orang di sini rekaan. Data kantor Anda tidak tersentuh.", "Everybody here is made up. Your office's data is not touched.";

    saved_at(time) => "Tersimpan {time} di komputer ini", "Saved {time} on this computer";
    saved_nothing => "Belum ada perubahan", "No changes yet";
    saved_unknown => "Program tidak menjawab", "The program does not answer";
    centre_none => "Belum terhubung ke pusat", "Not connected to the centre";
    unsent(count) => "{count} belum dikirim", "{count} not sent yet";
    deadline(when) => "Batas kirim {when}", "Due {when}";
    quick_note => "Catatan cepat", "Quick note";
    status_bar => "Keadaan data", "State of the data";

    today => "hari ini", "today";
    tomorrow => "besok", "tomorrow";
    yesterday => "kemarin", "yesterday";
    in_days(days) => "{days} hari lagi", "in {days} days";
    days_over(days) => "lewat {days} hari", "{days} days over";

    undone(act) => "Diurungkan: {act}.", "Undone: {act}.";
    redone(act) => "Diulangi: {act}.", "Done again: {act}.";
    try_again => "Coba lagi", "Try again";
    choose => "Pilih…", "Choose…";
    choose_date => "Pilih tanggal", "Choose a date";
    date_hint => "hh/bb/tttt", "dd/mm/yyyy";
    date_unclear => "Tanggal belum dimengerti. Tulis seperti 21/11/2026.", "The date is not understood. Write it like 21/11/2026.";
    optional => "boleh kosong", "optional";
    person_find => "Ketik nama atau NIP", "Type a name or NIP";
    person_none => "Tidak ada pegawai yang cocok.", "No employee matches.";
    person_outside => "Orang di luar daftar…", "Somebody outside the list…";
    person_from_list => "Pilih dari daftar", "Choose from the list";
    person_clear => "Ganti orang", "Change person";
    person_jabatan => "Jabatan", "Post";
    person_unit => "Unit kerja", "Unit";
    form_restored => "Isian yang belum disimpan dipulihkan.", "What you had not saved is back.";
    form_clear => "Kosongkan", "Clear";
    drop_here => "Tarik berkas ke sini, tempel, atau", "Drop a file here, paste, or";
    drop_choose => "pilih berkas", "choose a file";
    drop_working(name) => "Membaca {name}…", "Reading {name}…";
    page_of(first, last, total) => "{first}–{last} dari {total}", "{first}–{last} of {total}";
    page_before => "Halaman sebelumnya", "Previous page";
    page_after => "Halaman berikutnya", "Next page";
    not_found_title => "Halaman ini tidak ada", "There is no such page";
    not_found_text => "Alamatnya mungkin salah ketik. Data Anda aman.", "The address may be mistyped. Your data is safe.";
    to_home => "Ke Beranda", "Go to Home";
    no_unit_title => "Belum ada unit kerja", "No unit yet";
    no_unit_text => "Tambahkan unit kerja di Pengaturan, lalu lanjutkan.", "Add a unit under Settings, then go on.";

    keys_title => "Tombol papan ketik", "Keyboard keys";
    keys_anywhere => "Di mana saja", "Anywhere";
    keys_sheet => "Di Lembar Penilaian", "In the appraisal sheet";
    key_find => "Cari", "Find";
    key_note => "Catatan cepat", "Quick note";
    key_help => "Bantuan layar ini", "Help on this screen";
    key_map => "Daftar tombol ini", "This list of keys";
    key_screens => "Pindah layar", "Change screen";
    key_undo => "Urungkan", "Undo";
    key_redo => "Ulangi", "Redo";
    key_rate => "Di bawah, sesuai, di atas ekspektasi", "Below, meets, above expectation";
    key_move => "Simpan lalu ke bawah, ke kanan", "Save and move down, right";
    key_edit => "Ubah, batal", "Edit, cancel";
    key_select => "Pilih rentang, satu kolom", "Select a range, a column";
    key_fill => "Isi ke bawah, ke kanan", "Fill down, right";
    key_copy => "Salin, tempel (juga dari Excel)", "Copy, paste (from Excel too)";
    key_panel => "Panel pegawai", "Employee panel";
    key_next => "Sel kosong berikutnya", "Next empty cell";
}
