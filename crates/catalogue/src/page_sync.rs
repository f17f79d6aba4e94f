//! Sinkron & Cadangan → Status.

use crate::Language;
use domain::Kind;

crate::messages! {
    title => "Sinkron & Cadangan", "Sync & Backups";
    sub => "Data selalu aman di komputer ini. Kirim bila ada sambungan, atau bawa dengan USB.", "The data is always safe on this computer. Send it when there is a connection, or carry it on a stick.";
    status => "Keadaan pengiriman", "Where sending stands";
    status_joined => "Pengiriman ke pusat", "Sending to the centre";
    since(office, day) => "{office} · terhubung sejak {day}", "{office} · connected since {day}";
    server(address) => "Alamat pusat: {address}", "Address of the centre: {address}";

    see_receipts => "Lihat tanda terima", "See the receipt";
    sync_now => "Sinkronkan", "Sync now";
    pause => "Jeda", "Pause";
    go_on => "Lanjutkan", "Go on";
    to_stick => "Simpan ke USB", "Save to a stick";
    decide => "Putuskan", "Decide";
    try_now => "Coba sekarang", "Try now";
    fetch_receipt => "Ambil tanda terima", "Fetch the receipt";
    to_backups => "Buka Cadangan", "Open Backups";
    look_for_news => "Ambil kabar pusat", "Fetch news from the centre";

    about_running => "Yang sudah diterima tidak dikirim ulang. Sambungan boleh putus: pengiriman berlanjut sendiri.", "What was received is not sent again. The line may break: sending goes on by itself.";
    about_received => "Diterima berarti pusat sudah memeriksa, menyimpan, dan menandatangani tanda terimanya.", "Received means that the centre has checked and kept it, and signed the receipt.";
    about_unsent => "Dikirim sendiri saat ada sambungan. Anda boleh menutup program.", "It is sent by itself when there is a connection. You may close the program.";
    about_stick => "USB sama sahnya dengan internet. Keduanya boleh dipakai bergantian.", "A stick counts as much as the internet. Use either, in turns if you like.";
    about_repair => "Hanya data itu yang menunggu. Yang lain tetap terkirim.", "Only these entries wait. Everything else is sent.";
    about_decide => "Tidak ada yang ditimpa. Anda melihat kedua versi, lalu memilih satu.", "Nothing was overwritten. You see both versions and choose one.";
    about_paused => "Selama dijeda tidak ada yang dikirim. Anda tetap dapat bekerja dan memakai USB.", "While it is paused nothing is sent. You can go on working, and use a stick.";
    progress => "Diterima pusat", "Received by the centre";

    practice_text => "Semua yang Anda coba di sini tinggal di komputer ini. Untuk mengirim, keluar dahulu dari latihan dengan tombol di atas.", "Whatever you try here stays on this computer. To send, leave practice first with the button above.";

    join_title => "Gabung dengan pusat", "Join the centre";
    join_what => "Setelah bergabung, yang sudah siap dikirim sampai ke pusat dan Anda mendapat tanda terimanya. Isi komputer ini tidak berubah.", "Once joined, what is ready to send reaches the centre and you get its receipt. Nothing on this computer changes.";
    join_code => "Kode gabung dari pusat", "Joining code from the centre";
    join_code_hint => "Tempel seluruh kode, mulai dari KNJ. Satu kode untuk satu komputer.", "Paste the whole code, beginning with KNJ. One code is for one computer.";
    join => "Gabung", "Join";
    joining_now => "Menghubungi pusat…", "Contacting the centre…";
    joined(office) => "Komputer ini sekarang terhubung ke pusat sebagai {office}.", "This computer is now connected to the centre as {office}.";
    join_offline => "Tidak ada internet di sini?", "No internet here?";
    join_offline_text => "Bergabunglah lewat berkas, dibawa dengan USB.", "Join by files, carried on a stick.";
    join_step_save => "Tempel kode, lalu simpan permintaannya ke USB.", "Paste the code, then save the request to a stick.";
    join_step_carry => "Bawa USB itu ke pusat. Pusat memberi berkas jawaban.", "Take the stick to the centre. The centre gives you an answer file.";
    join_step_answer => "Pilih berkas jawaban itu di sini.", "Choose the answer file here.";
    join_save => "Simpan permintaan ke USB", "Save the request to a stick";
    join_waits => "Permintaan gabung sudah disimpan. Tunggu berkas jawaban dari pusat.", "The request to join is saved. Wait for the answer file from the centre.";
    code_first => "Tempel kode gabung dahulu.", "Paste the joining code first.";

    receipts => "Tanda terima", "Receipts";
    receipts_none => "Belum ada. Tanda terima pertama muncul setelah pusat menerima kiriman Anda.", "None yet. The first one appears when the centre has received what you send.";
    receipt_all(documents) => "{documents} data, semua diproses", "{documents} entries, all applied";
    receipt_some(documents, applied, waiting) => "{documents} data: {applied} diproses, {waiting} disisihkan", "{documents} entries: {applied} applied, {waiting} set aside";
    receipt_check(digits) => "kode {digits}", "code {digits}";
    receipt_copy(name) => "Salin kode periksa {name}", "Copy the check code of {name}";
    receipt_check_about => "Kode periksa: sebutkan kepada pusat bila ada keraguan.", "Check code: tell it to the centre when there is a doubt.";
    receipt_copied => "Kode periksa tersalin.", "The check code is copied.";
    more(count) => "{count} lainnya", "{count} more";

    waiting => "Belum diterima pusat", "Not received by the centre";
    waiting_none => "Tidak ada yang menunggu.", "Nothing waits.";
    files => "Berkas bukti", "Evidence files";
    files_line(count, size) => "{count} berkas, {size}", "{count} files, {size}";
    files_text => "Berkas dikirim setelah penilaian, sedikit demi sedikit.", "Files follow the ratings, bit by bit.";
    files_quota => "Ruang berkas kantor Anda di pusat sudah penuh. Penilaian tetap terkirim. Hubungi pusat.", "The centre has no more room for your office's files. Ratings are still sent. Contact the centre.";
    skew_ahead(minutes) => "Jam komputer ini lebih cepat {minutes} daripada jam pusat. Pengiriman tetap jalan; betulkan jamnya bila sempat.", "This computer's clock is {minutes} ahead of the centre's. Sending goes on; put the clock right when you can.";
    skew_behind(minutes) => "Jam komputer ini lebih lambat {minutes} daripada jam pusat. Pengiriman tetap jalan; betulkan jamnya bila sempat.", "This computer's clock is {minutes} behind the centre's. Sending goes on; put the clock right when you can.";
    minutes(count) => "{count} menit", "{count} minutes";
    hours(count) => "{count} jam", "{count} hours";
    days(count) => "{count} hari", "{count} days";

    stick => "Kirim dan ambil lewat USB", "Send and fetch by stick";
    stick_step_save => "Simpan paket ke USB", "Save a packet to a stick";
    stick_step_save_text => "Berisi semua yang belum diterima pusat, terkunci untuk pusat.", "It holds all that the centre has not received, locked for the centre.";
    stick_step_answer => "Ambil tanda terima dari USB", "Fetch the receipt from a stick";
    stick_step_answer_text => "Pusat memberi berkas jawaban. Pilih, atau seret ke sini.", "The centre gives you an answer file. Choose it, or drag it here.";
    stick_nothing => "Tidak ada yang perlu dibawa sekarang.", "There is nothing to carry now.";
    answer_file => "Berkas jawaban dari pusat", "Answer file from the centre";
    answer_hint => "Berakhiran .kinerja", "Its name ends in .kinerja";
    written(packet, documents) => "Paket {packet} tersimpan: {documents} data. Cabut USB dengan aman, lalu bawa ke pusat.", "Packet {packet} is saved: {documents} entries. Eject the stick safely, then take it to the centre.";
    request_written(file) => "Permintaan tersimpan sebagai {file}. Cabut USB dengan aman, lalu bawa ke pusat.", "The request is saved as {file}. Eject the stick safely, then take it to the centre.";
    answered(received) => "Pusat sudah menerima {received} data. Tanda terimanya tersimpan di sini.", "The centre has received {received} entries. The receipt is kept here.";
    answered_news(received, news) => "Pusat sudah menerima {received} data, dan mengirim {news} kabar. Tanda terimanya tersimpan di sini.", "The centre has received {received} entries and sent {news} pieces of news. The receipt is kept here.";
    answered_only_news(news) => "{news} kabar dari pusat sudah diambil. Tidak ada tanda terima baru.", "News from the centre fetched: {news}. There is no new receipt.";
    answered_nothing => "Berkas ini sudah pernah dibaca. Tidak ada yang berubah.", "This file was read before. Nothing changes.";
    open_folder => "Buka folder", "Open the folder";
    packets => "Paket yang menunggu tanda terima", "Packets that wait for their receipt";
    packet_line(documents, size) => "{documents} data, {size}", "{documents} entries, {size}";
    packet_where(file, folder) => "{file} di {folder}", "{file} in {folder}";

    repair => "Perlu Anda perbaiki", "For you to correct";
    held => "Menunggu pusat", "Waiting for the centre";
    held_text => "Sudah tersimpan di pusat. Anda tidak perlu melakukan apa pun.", "The centre keeps it. There is nothing for you to do.";
    trouble_since(day) => "sejak {day}", "since {day}";
    open_what(title) => "Buka {title}", "Open {title}";

    decisions => "Perlu keputusan Anda", "For you to decide";
    decision(what) => "Diubah juga di pusat: {what}", "Changed at the centre as well: {what}";
    mine => "Milik Anda", "Yours";
    centre => "Milik pusat", "The centre's";
    before => "Sebelumnya", "Before";
    field => "Isian", "Entry";
    mine_is(value) => "Milik Anda: {value}", "Yours: {value}";
    centre_is(value) => "Milik pusat: {value}", "The centre's: {value}";
    by(who, when) => "{who}, {when}", "{who}, {when}";
    changed => "diubah", "changed";
    empty => "(kosong)", "(empty)";
    recommended => "Disarankan", "Recommended";
    take_mine => "Pakai milik Anda", "Take yours";
    take_centre => "Pakai milik pusat", "Take the centre's";
    decision_text => "Versi yang tidak dipilih tetap tersimpan di riwayat.", "The version that you do not choose stays in the history.";
    decided_mine(what) => "Diputuskan, {what}: milik Anda. Keputusan ini ikut kiriman berikutnya.", "Decided, {what}: yours. The decision goes out with what is sent next.";
    decided_centre(what) => "Diputuskan, {what}: milik pusat. Keputusan ini ikut kiriman berikutnya.", "Decided, {what}: the centre's. The decision goes out with what is sent next.";

    backups_last => "Cadangan terakhir", "Last backup";
    backups_none => "belum ada", "none yet";
    backups_count => "Disimpan di komputer ini", "Kept on this computer";

    kind_unit => "Unit kerja", "Units";
    kind_employee => "Pegawai", "Employees";
    kind_assignment => "Jabatan", "Posts";
    kind_exception => "Pengecualian", "Exceptions";
    kind_signatory => "Penandatangan", "Signatories";
    kind_organisation => "Kinerja unit", "Unit performance";
    kind_evaluation => "Penilaian", "Appraisals";
    kind_note => "Catatan", "Notes";
    kind_evidence => "Keterangan bukti", "Descriptions of evidence";
    kind_alias => "Pencocokan nomor", "Matched numbers";
    kind_device => "Keterangan komputer ini", "Notes about this computer";
    kind_redaction => "Penghapusan isi", "Erased content";
    kind_user => "Pemakai", "People who use the program";
}

/// What documents of a kind are called, many of them: `Penilaian`.
#[must_use]
pub const fn kind(language: Language, kind: Kind) -> &'static str {
    match kind {
        Kind::Unit => kind_unit(language),
        Kind::Employee => kind_employee(language),
        Kind::Assignment => kind_assignment(language),
        Kind::Exception => kind_exception(language),
        Kind::Signatory => kind_signatory(language),
        Kind::OrganisationResult => kind_organisation(language),
        Kind::Evaluation => kind_evaluation(language),
        Kind::Note => kind_note(language),
        Kind::Evidence => kind_evidence(language),
        Kind::Alias => kind_alias(language),
        Kind::DeviceNote => kind_device(language),
        Kind::Redaction => kind_redaction(language),
        Kind::User => kind_user(language),
    }
}
