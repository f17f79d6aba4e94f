//! What the terminal says.

crate::messages! {
    unreadable(file) => "Berkas {file} tidak dapat dibaca. Tidak ada yang diubah.", "The file {file} could not be read. Nothing was changed.";
    imported(new, changed, same, missing, rejected) => "{new} pegawai baru, {changed} berubah, {same} sama, {missing} tidak ada di berkas, {rejected} masalah.", "{new} new, {changed} changed, {same} the same, {missing} not in the file, {rejected} problems.";
    row_problem(row, column, reason) => "baris {row}, {column}: {reason}", "row {row}, {column}: {reason}";
    applied(count) => "{count} pegawai dinilai.", "{count} people rated.";
    nip_unknown => "NIP ini tidak ada dalam daftar pada periode itu.", "This NIP is not in the list in that period.";
    rating_unknown(word) => "“{word}” bukan nilai: pakai di_atas, sesuai, atau di_bawah.", "“{word}” is no rating: use di_atas, sesuai or di_bawah.";
    rating_missing => "Tidak ada nilai di baris ini.", "There is no rating in this row.";
    column_missing(column) => "Kolom {column} tidak ada. Baris pertama harus berisi nip,hasil,perilaku,alasan.", "The column {column} is missing. The first row must hold nip,hasil,perilaku,alasan.";
    exempt => "Pegawai ini dikecualikan pada periode itu.", "This person is exempt in that period.";
    row_broken => "Baris ini tidak dapat dibaca.", "This row could not be read.";
    exception_saved(name) => "Pengecualian untuk {name} tersimpan.", "The exception of {name} is saved.";
    organisation_set(unit, predikat) => "Predikat {unit}: {predikat}.", "Predikat of {unit}: {predikat}.";
    pattern_fits => "Sesuai pola distribusi.", "Fits the distribution pattern.";
    choose_unit => "Ada beberapa unit. Sebutkan dengan --unit.", "There are several units. Name one with --unit.";
    nothing_missing => "Tidak ada yang kurang.", "Nothing is missing.";
    sealed(count, blocked) => "{count} siap dikirim, {blocked} masih tertahan.", "{count} ready to send, {blocked} still held.";
    exported(file, rows) => "{file} ditulis: {rows} baris.", "{file} written: {rows} rows.";
    verified(journal, records) => "Utuh: {journal} kejadian, {records} dokumen tersegel.", "Sound: {journal} acts, {records} sealed documents.";
    not_verified(count) => "Ada {count} masalah:", "There are {count} problems:";
    backed_up(file) => "Cadangan ditulis: {file}.", "Backup written: {file}.";
    restored => "Data dipulihkan.", "The data is restored.";
    practice_ready(employees, units) => "Data latihan siap: {employees} pegawai di {units} unit.", "Practice data is ready: {employees} people in {units} units.";
    months_out_of_range => "Bulan harus 1 sampai 12.", "Months must be 1 to 12.";
    in_the_future => "Menurut NIP ini, orangnya diangkat sesudah hari ini.", "By this NIP the person was appointed after today.";
    word_unknown(word) => "“{word}” tidak dikenal.", "“{word}” is not known.";
}
