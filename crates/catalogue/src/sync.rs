//! Where sending stands, in one sentence: the same on the screen, in the bar and at the terminal.

crate::messages! {
    not_joined => "Belum terhubung ke pusat. Semua pekerjaan tersimpan di komputer ini.", "Not connected to the centre yet. All work is kept on this computer.";
    practice => "Data latihan tidak pernah dikirim.", "Practice data is never sent.";
    all_received(receipt, at) => "Semua data sudah diterima pusat. Tanda terima {receipt}, {at}.", "The centre has received everything. Receipt {receipt}, {at}.";
    nothing_yet(office) => "Terhubung ke pusat sebagai {office}. Belum ada yang perlu dikirim.", "Connected to the centre as {office}. There is nothing to send yet.";
    unsent(count) => "{count} perubahan belum dikirim. Data aman di komputer ini.", "{count} changes are not sent yet. The data is safe on this computer.";
    connecting => "Menghubungi pusat… boleh terus bekerja.", "Contacting the centre… you can go on working.";
    running(sent, total) => "Mengirim {sent} dari {total}… boleh terus bekerja.", "Sending {sent} of {total}… you can go on working.";
    receiving => "Mengambil kabar dari pusat… boleh terus bekerja.", "Fetching news from the centre… you can go on working.";
    partial(received, total) => "{received} dari {total} sudah diterima. Sisanya dikirim saat tersambung lagi.", "{received} of {total} have been received. The rest is sent when there is a connection again.";
    no_internet => "Tidak ada internet. Coba lagi nanti atau simpan ke USB.", "There is no internet. Try again later or save to a USB stick.";
    needs_repair(count) => "{count} data perlu Anda perbaiki.", "{count} entries need your correction.";
    needs_decision(count, what) => "{count} data diubah juga di pusat: {what}.", "{count} entries were changed at the centre as well: {what}.";
    overdue(days, over) => "Sudah {days} hari belum dikirim. Batas mingguan lewat {over} hari.", "Nothing was sent for {days} days. The weekly limit passed {over} days ago.";
    failed(reason, minutes) => "Gagal mengirim ({reason}). Tidak ada data yang hilang. Coba otomatis {minutes} menit lagi.", "Sending failed ({reason}). No data is lost. The next try is in {minutes} minutes.";
    failed_for_now(reason) => "Gagal mengirim ({reason}). Tidak ada data yang hilang.", "Sending failed ({reason}). No data is lost.";
    packet_written(packet, folder, size) => "Paket {packet} tersimpan di {folder} ({size}). Belum diterima pusat – tunggu berkas tanda terima.", "Packet {packet} is saved in {folder} ({size}). The centre has not received it yet – wait for the receipt file.";
    paused(count) => "Pengiriman dijeda. {count} perubahan menunggu di komputer ini.", "Sending is paused. {count} changes wait on this computer.";
    revoked => "Komputer ini tidak boleh mengirim lagi menurut pusat. Data tetap aman di sini. Hubungi pusat.", "The centre does not accept this computer any more. The data stays safe here. Contact the centre.";
    not_enrolled => "Pusat tidak mengenal komputer ini. Data aman di sini. Minta kode gabung yang baru.", "The centre does not know this computer. The data is safe here. Ask for a new joining code.";
    broken_stream => "Pusat menemukan urutan data yang terputus. Data aman di sini. Jalankan pemeriksaan di Cadangan, lalu hubungi pusat.", "The centre found a break in the order of the data. The data is safe here. Run the check in Backups, then contact the centre.";
    centre_too_old => "Program pusat lebih lama daripada program ini. Data aman di sini. Beri tahu pusat.", "The centre's program is older than this one. The data is safe here. Tell the centre.";

    reason_silent => "server tidak menjawab", "the server does not answer";
    reason_foreign => "jaringan meminta masuk lewat peramban", "the network asks for a sign-in in the browser";
    reason_misunderstood => "kiriman akan diulang", "what was sent will be repeated";
    reason_older => "pusat baru dipulihkan dari cadangan lama", "the centre was just restored from an old backup";
    reason_disk => "penyimpanan komputer ini penuh", "this computer's disk is full";
    reason_other => "ada gangguan di komputer ini", "something went wrong on this computer";

    held_base => "Menunggu data sebelumnya yang belum sampai di pusat.", "Waits for earlier data that has not reached the centre.";
    held_late => "Dibuat setelah periode ditutup. Menunggu persetujuan pusat.", "Made after the period was closed. Waits for the centre's approval.";
    held_perhaps_late => "Sampai setelah periode ditutup. Menunggu persetujuan pusat.", "Arrived after the period was closed. Waits for the centre's approval.";
    held_revoked => "Komputer ini sudah dicabut. Menunggu persetujuan pusat.", "This computer was revoked. Waits for the centre's approval.";
    rejected_damaged => "Isi tidak dapat dibaca pusat. Simpan ulang datanya di sini.", "The centre cannot read the content. Save the entry here once more.";
    rejected_other => "Tidak sesuai dengan data di pusat. Simpan ulang datanya di sini.", "Does not fit what the centre has. Save the entry here once more.";
    rejected_identity => "Mengubah penilaian menjadi milik orang atau periode lain. Buat penilaian baru.", "Would turn the rating into that of another person or period. Make a new rating.";
    rejected_final => "Nilai ini sudah final di pusat. Perubahan Anda disimpan sebagai usulan. Hubungi pusat bila perlu dibuka lagi.", "This rating is final at the centre. Your change is kept as a proposal. Contact the centre if it has to be opened again.";
    returned => "Dikembalikan pusat. Periksa lagi, lalu tandai siap dikirim sekali lagi.", "Returned by the centre. Look at it again, then mark it ready to send once more.";
    unknown_kind => "Program pusat belum mengenal jenis data ini. Tersimpan di pusat dan diproses setelah pembaruan.", "The centre's program does not know this kind of entry yet. It is kept there and handled after an update.";

    made_twice => "Ada penilaian lain untuk orang dan periode yang sama dari komputer lain. Yang di sini tetap ditampilkan. Hubungi pusat.", "Another computer has a rating of the same person and period. The one made here is shown. Contact the centre.";

    title_unit(name) => "unit {name}", "the unit {name}";
    title_employee(name) => "data {name}", "the data of {name}";
    title_assignment(name) => "jabatan {name}", "the post of {name}";
    title_exception(name) => "pengecualian {name}", "the exception of {name}";
    title_signatory => "penandatangan", "the signatory";
    title_organisation(period) => "predikat organisasi {period}", "the organisation's predikat {period}";
    title_evaluation(name, period) => "penilaian {name} {period}", "the rating of {name} {period}";
    title_note(name) => "catatan {name}", "the note about {name}";
    title_evidence(name) => "bukti {name}", "the evidence {name}";
    title_other => "data pendukung", "supporting data";

    code_none => "Ini bukan kode gabung. Salin seluruh kode dari pusat, mulai dari KNJ.", "This is no joining code. Copy the whole code from the centre, beginning with KNJ.";
    code_newer => "Kode gabung ini untuk program yang lebih baru. Perbarui program lalu coba lagi.", "This joining code is for a newer program. Update the program and try again.";
    code_mistyped => "Ada huruf yang salah atau tertinggal pada kode gabung. Salin lagi seluruhnya.", "Something in the joining code is mistyped or missing. Copy all of it again.";
    code_unknown => "Pusat tidak mengenal kode gabung ini. Minta kode yang baru.", "The centre does not know this joining code. Ask for a new one.";
    code_used => "Kode gabung ini sudah dipakai komputer lain. Satu kode untuk satu komputer: minta kode yang baru.", "Another computer has used this joining code. One code is for one computer: ask for a new one.";
    code_expired => "Kode gabung ini sudah kedaluwarsa. Minta kode yang baru.", "This joining code has expired. Ask for a new one.";
    code_proof => "Kode gabung tidak cocok. Salin lagi seluruh kode dari pusat.", "The joining code does not fit. Copy the whole code from the centre again.";
    device_elsewhere => "Komputer ini sudah terdaftar pada kantor lain di pusat. Hubungi pusat.", "This computer is enrolled for another office at the centre. Contact the centre.";
    joined_already => "Komputer ini sudah terhubung ke pusat.", "This computer is connected to the centre already.";
    not_joined_yet => "Komputer ini belum terhubung ke pusat. Masukkan kode gabung dahulu.", "This computer is not connected to the centre yet. Enter the joining code first.";
    practice_never => "Data latihan tidak pernah dikirim. Kembali ke data kantor dahulu.", "Practice data is never sent. Go back to the office's data first.";
    nothing_for_stick => "Tidak ada yang perlu dibawa: semua data sudah diterima pusat.", "There is nothing to carry: the centre has received everything.";
    no_packet => "Ini bukan berkas dari pusat. Tidak ada yang diubah. Pilih berkas berakhiran .kinerja.", "This is no file from the centre. Nothing was changed. Choose a file that ends in .kinerja.";
    packet_changed => "Berkas ini rusak atau tersalin sebagian. Tidak ada yang diubah. Salin lagi dari USB.", "This file is damaged or was copied in part. Nothing was changed. Copy it from the stick again.";
    packet_elsewhere => "Berkas ini untuk komputer lain. Tidak ada yang diubah.", "This file is for another computer. Nothing was changed.";
    packet_newer => "Berkas ini dibuat program yang lebih baru. Tidak ada yang diubah. Perbarui program lalu coba lagi.", "A newer program made this file. Nothing was changed. Update the program and try again.";
    unreachable => "Pusat tidak terjangkau. Tidak ada yang diubah. Periksa internet, atau bergabung lewat berkas di USB.", "The centre cannot be reached. Nothing was changed. Check the internet, or join by files on a stick.";
    not_the_centre => "Yang menjawab bukan pusat. Tidak ada yang dikirim. Masuk ke jaringan lewat peramban, lalu coba lagi.", "What answered is not the centre. Nothing was sent. Sign in to the network in a browser, then try again.";
}
