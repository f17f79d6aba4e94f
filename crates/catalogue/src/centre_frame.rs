//! The frame of the centre's page, and the way in.

crate::messages! {
    centre => "Kantor Pusat", "Central Office";
    completeness => "Kelengkapan", "Completeness";
    results => "Hasil", "Results";
    master => "Data Induk", "Master Data";
    periods => "Periode", "Periods";
    joining => "Kode Gabung & Komputer", "Joining Codes & Computers";
    held => "Tertahan", "Held";
    export => "Ekspor BKN", "BKN Export";
    audit => "Jejak", "Trail";
    staff => "Petugas", "Staff";
    find_person => "Cari pegawai: NIP atau nama", "Find a person: NIP or name";
    signed_in_as(role) => "Masuk sebagai {role}", "Signed in as {role}";
    connected => "Tersambung ke pusat", "Connected to the centre";
    away => "Pusat tidak menjawab", "The centre does not answer";
    away_text => "Pusat tidak menjawab. Yang Anda ketik tetap di layar. Halaman ini mencoba lagi sendiri.", "The centre does not answer. What you typed stays on the screen. This page tries again by itself.";
    session_over => "Sesi berakhir", "The session has ended";
    session_over_text => "Sesi Anda berakhir. Yang Anda ketik tetap di layar; masuk lagi untuk menyimpannya.", "Your session has ended. What you typed stays on the screen; sign in again to save it.";
    sign_in_again => "Masuk lagi", "Sign in again";
    help_of_screen => "Bantuan layar ini", "Help on this screen";
    help_start => "Masuk, peran, dan sesi", "Signing in, roles and sessions";
    session_ends => "Sesi berakhir setelah 12 jam tidak dipakai", "The session ends after 12 hours without use";
    version(version) => "Versi {version}", "Version {version}";
    sign_out => "Keluar", "Sign out";
    change_password => "Ganti sandi", "Change the password";
    password_changed => "Sandi diganti. Sesi lain Anda sudah ditutup.", "The password was changed. Your other sessions were ended.";
    old_password => "Sandi sekarang", "Password now";

    sign_in => "Masuk", "Sign in";
    sign_in_lead => "Kinerja seluruh kabupaten, minggu demi minggu: siapa sudah mengirim, siapa terlambat, apa yang menunggu keputusan.", "The performance of the whole regency, week by week: who has sent, who is late, what waits for a decision.";
    sign_in_fact_trail => "Setiap perubahan dicatat atas nama Anda di Jejak.", "Every change is kept under your name in the Trail.";
    sign_in_fact_account => "Belum punya akun? Minta tautan kepada admin pusat.", "No account yet? Ask the centre's admin for a link.";
    account => "Nama akun", "Account name";
    password => "Sandi", "Password";
    show_password => "Perlihatkan sandi", "Show the password";
    choose_password => "Pilih sandi", "Choose a password";
    choose_password_lead => "Tautan ini berlaku satu kali. Setelah sandi tersimpan Anda langsung masuk.", "This link works once. When the password is saved you are signed in.";
    new_password => "Sandi baru", "New password";
    new_password_hint => "Paling sedikit 12 huruf. Beberapa kata biasa sudah cukup kuat.", "At least 12 characters. Several ordinary words are strong enough.";
    repeat_password => "Ulangi sandi baru", "The new password again";
    passwords_differ => "Kedua isian belum sama.", "The two are not the same yet.";
    unreachable_title => "Pusat tidak menjawab", "The centre does not answer";
    unreachable_text => "Periksa sambungan, lalu coba lagi. Data di pusat tetap aman.", "Check the connection, then try again. The centre's data is safe.";
    not_found_text => "Alamatnya mungkin salah ketik. Data di pusat tetap aman.", "The address may be mistyped. The centre's data is safe.";
    not_for_you_title => "Bagian ini untuk peran lain", "This part is for another role";
    not_for_you_text => "Admin dapat memberi Anda peran yang sesuai.", "An admin can give you a role that fits.";
    search_offices => "Cari kantor", "Find an office";
    nothing_found => "Tidak ada yang cocok.", "Nothing matches.";
    office => "Kantor", "Office";
    unit => "Unit", "Unit";
    name => "Nama", "Name";
    people => "Pegawai", "People";
    done => "Selesai.", "Done.";
    back_to(place) => "Kembali ke {place}", "Back to {place}";
}
