//! What the terminal says.

crate::messages! {
    unreadable(file) => "Berkas {file} tidak ada atau tidak dapat dibaca. Tidak ada yang diubah. Periksa nama dan izinnya.", "The file {file} is not there or could not be read. Nothing was changed. Check its name and permissions.";
    no_data(folder) => "Belum ada data di {folder}. Mulai dengan kinerja impor, kinerja latihan, atau kinerja pulihkan.", "There is no data in {folder} yet. Begin with kinerja impor, kinerja latihan or kinerja pulihkan.";
    imported(new, changed, same) => "{new} pegawai baru, {changed} berubah, {same} sama.", "{new} new, {changed} changed, {same} the same.";
    not_imported(missing, rejected) => "{missing} tidak ada di berkas, {rejected} masalah.", "{missing} not in the file, {rejected} problems.";
    row_problem(row, column, reason) => "baris {row}, {column}: {reason}", "row {row}, {column}: {reason}";
    row_rejected(row, reason) => "baris {row}: {reason}", "row {row}: {reason}";
    applied(count) => "{count} pegawai dinilai.", "{count} people rated.";
    nip_not_listed => "NIP ini tidak ada dalam daftar pegawai. Tidak ada yang diubah. Periksa angkanya, atau impor daftarnya dahulu.", "This NIP is not in the list of employees. Nothing was changed. Check the digits, or import the list first.";
    nip_unknown => "NIP ini tidak ada dalam daftar pada periode itu.", "This NIP is not in the list in that period.";
    rating_unknown(word) => "“{word}” bukan nilai: pakai di_atas, sesuai, atau di_bawah.", "“{word}” is no rating: use di_atas, sesuai or di_bawah.";
    rated_twice(row) => "NIP ini sudah dinilai di baris {row} dengan isi yang lain; baris itu yang dipakai.", "This NIP was already rated in row {row} with other values; that row counts.";
    reason_too_long(most) => "Alasan terlalu panjang: paling banyak {most} huruf.", "The reason is too long: {most} characters at most.";
    rating_missing => "Tidak ada nilai di baris ini.", "There is no rating in this row.";
    column_missing(column) => "Kolom {column} tidak ada. Tidak ada yang diubah. Baris pertama harus berisi nip,hasil,perilaku,alasan.", "The column {column} is missing. Nothing was changed. The first row must hold nip,hasil,perilaku,alasan.";
    exempt => "Pegawai ini dikecualikan pada periode itu.", "This person is exempt in that period.";
    exception_saved(name) => "Pengecualian untuk {name} tersimpan.", "The exception of {name} is saved.";
    span_reversed => "Hari terakhir (--sampai) lebih awal daripada hari pertama (--dari). Tidak ada yang diubah. Betulkan salah satunya.", "The last day (--sampai) is before the first (--dari). Nothing was changed. Correct one of them.";
    organisation_set(unit, predikat) => "Predikat {unit}: {predikat}.", "Predikat of {unit}: {predikat}.";
    pattern_fits => "Sesuai pola distribusi.", "Fits the distribution pattern.";
    choose_unit => "Ada baris yang tidak menyebut unit, padahal unitnya beberapa. Tidak ada yang diubah. Sebutkan satu dengan --unit.", "Some rows name no unit, and there are several. Nothing was changed. Name one with --unit.";
    unit_unknown(unit) => "Unit “{unit}” tidak ada. Tidak ada yang diubah.", "There is no unit “{unit}”. Nothing was changed.";
    unit_made_up(unit) => "Daftar ini tidak menyebut unit kerja, jadi pegawainya masuk ke “{unit}”. Ganti namanya di Pengaturan, atau sebutkan dengan --unit.", "This list names no unit, so its people went into “{unit}”. Rename it in Settings, or name one with --unit.";
    year_not_appraised => "yang dinilai bulan atau triwulan: tulis misalnya 2026-10 atau 2026-TW4", "months and quarters are appraised: write 2026-10 or 2026-TW4";
    nothing_missing => "Tidak ada yang kurang.", "Nothing is missing.";
    sealed(count, blocked) => "{count} siap dikirim, {blocked} masih tertahan.", "{count} ready to send, {blocked} still held.";
    exported(file, rows) => "{file} ditulis: {rows} baris.", "{file} written: {rows} rows.";
    nothing_fetched => "Pusat tidak terjangkau atau tidak melayani komputer ini, jadi tidak ada yang diambil. Yang dikirim sebelumnya sudah diterima pusat. Periksa sambungan, lalu ulangi.", "The centre could not be reached or does not serve this computer, so nothing was fetched. What was sent before is with the centre. Check the connection and try again.";
    one_file_for_both => "Cadangan dan kata pemulihan memerlukan dua berkas. Tidak ada yang ditulis. Sebutkan nama lain untuk salah satunya.", "The backup and the recovery words need two files. Nothing was written. Name another one for either.";
    row_warned(row, reason) => "perhatikan baris {row}: {reason}", "note row {row}: {reason}";
    file_exists(file) => "Berkas {file} sudah ada. Berkas itu tidak diubah. Sebutkan nama lain, atau ganti dengan --ganti.", "The file {file} is there already. It was not changed. Name another one, or replace it with --replace.";
    left_out(nip, name, reason) => "{nip}  {name} tidak ikut: {reason}", "{nip}  {name} was left out: {reason}";
    verified(journal, records) => "Utuh: {journal} kejadian, {records} dokumen tersegel.", "Sound: {journal} acts, {records} sealed documents.";
    not_verified(count) => "Ada {count} masalah:", "There are {count} problems:";
    backed_up(file) => "Cadangan ditulis: {file}.", "Backup written: {file}.";
    restored => "Data dipulihkan.", "The data is restored.";
    words_needed => "Komputer ini tidak menyimpan kunci cadangan itu. Data yang ada tidak diubah. Sebutkan berkas kata pemulihannya dengan --kode-berkas.", "This computer does not have the key of that backup. What is here was not changed. Name the file of recovery words with --kode-berkas.";
    practice_ready(employees, units) => "Data latihan siap: {employees} pegawai di {units} unit.", "Practice data is ready: {employees} people in {units} units.";
    joined(office) => "Terhubung ke pusat sebagai {office}.", "Connected to the centre as {office}.";
    packet_written(packet, file, documents) => "Paket {packet} dengan {documents} dokumen tersimpan di {file}. Belum diterima pusat – tunggu berkas tanda terima.", "Packet {packet} with {documents} documents is saved as {file}. The centre has not received it yet – wait for the receipt file.";
    answer_read(received, news) => "{received} dokumen sudah diterima pusat, {news} kabar dari pusat.", "The centre has received {received} documents; {news} entries of news from the centre.";
    request_written(file) => "Permintaan gabung tersimpan di {file}. Bawa ke pusat, lalu baca jawabannya dengan kinerja usb baca.", "The request to join is saved as {file}. Take it to the centre, then read the answer with kinerja usb baca.";
    months_out_of_range => "Bulan harus 1 sampai 12.", "Months must be 1 to 12.";
    in_the_future => "Menurut NIP ini, orangnya diangkat sesudah hari ini.", "By this NIP the person was appointed after today.";
    word_unknown(word) => "“{word}” tidak dikenal.", "“{word}” is not known.";
}
