//! Why the centre's pages refuse.

crate::messages! {
    signed_out => "Sesi Anda sudah berakhir. Yang Anda ketik masih ada di layar. Masuk lagi, lalu coba lagi.", "Your session has ended. What you typed is still on the screen. Sign in again, then try again.";
    not_from_the_page => "Permintaan ini tidak berasal dari halaman pusat. Muat ulang halaman, lalu coba lagi.", "This request did not come from the centre's page. Reload the page, then try again.";
    wrong_password => "Nama akun atau sandi tidak cocok.", "The account name or the password does not fit.";
    too_many_tries => "Terlalu banyak percobaan. Tunggu 15 menit, lalu coba lagi.", "Too many tries. Wait 15 minutes, then try again.";
    link_used_up => "Tautan ini sudah dipakai atau lewat waktunya. Minta tautan baru kepada admin.", "This link was used or is too old. Ask an admin for a new one.";
    password_too_short => "Sandi terlalu pendek: paling sedikit 12 huruf. Beberapa kata yang mudah diingat lebih baik daripada satu kata rumit.", "The password is too short: at least 12 characters. Several words that are easy to remember are better than one difficult word.";
    account_taken => "Nama akun ini sudah dipakai orang lain.", "Somebody else has this account name.";
    last_admin => "Harus ada paling sedikit satu admin yang dapat masuk. Angkat admin lain dahulu.", "At least one admin has to be able to sign in. Make somebody else an admin first.";
    wrong_role => "Peran Anda tidak mengizinkan ini. Tidak ada yang diubah. Admin dapat memberi Anda peran yang sesuai.", "Your role does not allow this. Nothing was changed. An admin can give you a role that fits.";
    failed => "Pusat sedang bermasalah. Yang Anda ketik masih ada di layar. Coba lagi; bila berulang, hubungi pengelola server.", "The centre is in trouble. What you typed is still on the screen. Try again; if it happens again, call whoever runs the server.";
    away => "Pusat tidak menjawab. Yang Anda ketik masih ada di layar, tetapi belum tersimpan. Periksa sambungan, lalu coba lagi.", "The centre does not answer. What you typed is still on the screen but not saved. Check the connection, then try again.";
    code_used => "Kode ini sudah dipakai atau sudah tidak berlaku.", "This code was used or is no longer good.";
}
