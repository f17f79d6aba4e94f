//! Pegawai: the list, naming appraisers for many, adding somebody.

crate::messages! {
    summary(total, period) => "{total} pegawai · {period}", "employees: {total} · {period}";
    summary_shown(shown, total, period) => "{shown} dari {total} pegawai · {period}", "{shown} of {total} employees · {period}";
    import => "Impor dari Excel", "Import from Excel";
    add => "Tambah pegawai", "Add an employee";
    find => "Cari nama, NIP, atau jabatan", "Find name, NIP or post";
    clear_search => "Hapus kata pencarian", "Clear the search";
    table => "Daftar pegawai", "Employees";
    keys_hint => "Spasi memilih, Shift+panah memilih rentang. Enter membuka, Ctrl+C menyalin NIP.", "Space selects, Shift+arrows select a range. Enter opens, Ctrl+C copies the NIP.";

    filter => "Tampilkan", "Show";
    filter_active => "Periode ini", "This period";
    filter_exempt => "Pengecualian", "With exception";
    filter_without_appraiser => "Tanpa penilai", "Without appraiser";
    filter_everybody => "Semua", "Everybody";

    column_select => "Pilih", "Select";
    column_name => "Pegawai", "Employee";
    column_kind => "Jenis", "Kind";
    column_jabatan => "Jabatan dan unit", "Post and unit";
    column_golongan => "Gol.", "Gol.";
    column_appraiser => "Pejabat penilai", "Appraiser";
    column_status => "Status", "Status";
    appraiser_none => "belum ada", "none yet";
    status_active => "Aktif", "Active";
    status_without_post => "Tanpa jabatan", "No post";
    without_post => "Belum ada jabatan di periode ini", "No post in this period";
    copy_nip(name) => "Salin NIP {name}", "Copy the NIP of {name}";
    nip_copied => "NIP tersalin tanpa spasi.", "The NIP is copied without spaces.";

    select_person(name) => "Pilih {name}", "Select {name}";
    select_all => "Pilih semua yang tampil", "Select all shown";
    selected(count) => "{count} dipilih", "{count} selected";
    select_none => "Batalkan pilihan", "Clear the selection";
    set_appraiser => "Tetapkan penilai…", "Name an appraiser…";

    appraiser_title => "Tetapkan pejabat penilai", "Name an appraiser";
    appraiser_for(count, names) => "Untuk {count} pegawai: {names}.", "For ({count}): {names}.";
    and_others(names, count) => "{names}, dan {count} orang lain", "{names}, and {count} more";
    appraiser_known => "Sudah menilai di unit ini", "Already appraising in this unit";
    appraiser_rows(name, rows) => "{name} ({rows})", "{name} ({rows})";
    appraiser => "Pejabat penilai", "Appraiser";
    appraiser_hint => "Kosongkan bila kepala unit yang menilai.", "Leave empty when the unit's head appraises.";
    superior => "Atasan pejabat penilai", "Appraiser's superior";
    superior_hint => "Memutus keberatan. Boleh diisi kemudian.", "Decides objections. May be filled in later.";
    appraiser_from => "Berlaku sejak", "Valid from";
    appraiser_from_hint => "Periode sebelum tanggal ini tetap memakai penilai yang lama.", "Periods before this day keep the appraiser they had.";
    appraiser_from_missing => "Isi tanggal mulai berlaku, misalnya 01/10/2026.", "Enter the first day, such as 01/10/2026.";
    appraiser_person_missing => "Pilih orangnya dari daftar, atau isi namanya.", "Choose the person from the list, or type the name.";
    appraiser_apply(count) => "Tetapkan untuk {count} pegawai", "Name the appraiser ({count})";
    appraiser_done(count) => "Penilai {count} pegawai ditetapkan.", "Appraiser named for: {count}.";
    appraiser_done_partly(changed, passed) => "Penilai {changed} pegawai ditetapkan. {passed} dilewati: sudah sama, jabatannya sudah berakhir, atau akan menilai diri sendiri.", "Appraiser named for: {changed}. Skipped: {passed} (already the same, the post has ended, or they would rate themselves).";
    appraiser_unchanged => "Tidak ada yang berubah: penilainya sudah sama, jabatannya sudah berakhir, atau akan menilai diri sendiri.", "Nothing changed: the appraiser is already the same, the posts have ended, or they would rate themselves.";

    empty_title => "Belum ada pegawai", "No employees yet";
    empty_text => "Ambil daftar dari Excel yang sudah ada di kantor, atau tambahkan satu per satu. Tidak ada yang dikirim ke mana pun.", "Take the list from the Excel file that the office has, or add people one by one. Nothing is sent anywhere.";
    nothing_found_title => "Tidak ada yang cocok", "Nothing matches";
    nothing_found_text(query) => "Tidak ada pegawai dengan “{query}”. Periksa ejaan, ketik sebagian NIP, atau tampilkan semua.", "No employee matches “{query}”. Check the spelling, type part of a NIP, or show everybody.";
    nobody_exempt => "Tidak ada pegawai dengan pengecualian di periode ini.", "Nobody has an exception in this period.";
    nobody_without_appraiser => "Semua pegawai di periode ini sudah mempunyai penilai.", "Everybody in this period has an appraiser.";
    nobody_active => "Tidak ada pegawai aktif di periode ini. Pilih periode lain di atas, atau tampilkan semua.", "Nobody is active in this period. Choose another period above, or show everybody.";
    show_everybody => "Tampilkan semua", "Show everybody";

    add_title => "Tambah pegawai", "Add an employee";
    add_sub => "Cukup NIP, nama, jabatan, unit, dan tanggal mulai. Yang lain dapat dilengkapi kemudian.", "NIP, name, post, unit and first day are enough. The rest can be completed later.";
    add_person => "Data diri", "Person";
    add_post => "Jabatan dan penilai", "Post and appraiser";
    add_save => "Simpan pegawai", "Save the employee";
    add_save_more => "Simpan, lalu tambah lagi", "Save and add another";
    added(name) => "{name} ditambahkan.", "{name} was added.";
    back_to_list => "Daftar pegawai", "All employees";
}
