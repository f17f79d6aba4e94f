//! Import of employee lists: reasons, warnings, names of fields, heads of the workbooks.

use crate::Language;
use domain::rules::ImportField;

crate::messages! {
    name_missing => "Nama kosong. Isi nama pegawai ini.", "The name is empty. Fill in this employee's name.";
    duplicate_nip(first_row) => "NIP ini sudah ada di baris {first_row} dengan isi yang berbeda. Baris pertama yang dipakai.", "This NIP already stands in row {first_row} with other content. The first row counts.";
    date_unreadable => "Tanggal ini belum dapat dibaca. Tulis seperti 17-08-1985 atau 17 Agustus 1985.", "This date cannot be read. Write it as 17-08-1985 or 17 Agustus 1985.";
    golongan_unreadable => "Golongan ini tidak dikenal. Tulis seperti III/b (PNS) atau IX (PPPK).", "This golongan is not known. Write it as III/b (PNS) or IX (PPPK).";
    capaian_unreadable => "Capaian harus berupa angka dengan paling banyak dua desimal, misalnya 90,5.", "Attainment must be a number with at most two decimals, such as 90.5.";
    capaian_too_large => "Capaian lebih dari 999,99 %. Periksa angkanya.", "Attainment is above 999.99%. Check the number.";
    cell_error => "Rumus di sel ini gagal (#N/A, #REF!). Perbaiki rumusnya atau ketik nilainya.", "The formula in this cell failed (#N/A, #REF!). Correct it or type the value.";
    too_long(limit) => "Isi sel ini lebih dari {limit} huruf. Periksa apakah kolomnya tertukar.", "This cell holds more than {limit} characters. Check whether columns were mixed up.";

    sex_differs => "Jenis kelamin berbeda dari angka 15 NIP. Yang dipakai adalah isi kolom.", "Sex differs from digit 15 of the NIP. The column was kept.";
    birth_date_differs => "Tanggal lahir berbeda dari angka 1–8 NIP. Yang dipakai adalah isi kolom.", "The birth date differs from digits 1–8 of the NIP. The column was kept.";
    kind_differs => "Jenis pegawai berbeda dari angka 13–14 NIP. Yang dipakai adalah isi kolom.", "PNS or PPPK differs from digits 13–14 of the NIP. The column was kept.";
    sex_unreadable => "Jenis kelamin belum dimengerti, jadi dikosongkan. Tulis L atau P.", "Sex was not understood and left empty. Write L or P.";
    kind_unreadable => "Jenis pegawai belum dimengerti, jadi diambil dari NIP.", "PNS or PPPK was not understood and taken from the NIP.";
    jabatan_kind_unreadable => "Jenis jabatan belum dapat ditentukan, jadi dicatat sebagai pelaksana. Betulkan di Pegawai bila keliru.", "The kind of post could not be told, so it is noted as pelaksana. Correct it under Employees if that is wrong.";
    eselon_missing => "Jabatan struktural tanpa eselon, jadi dicatat sebagai pengawas. Betulkan di Pegawai bila keliru.", "A structural post without its eselon, so it is noted as pengawas. Correct it under Employees if that is wrong.";
    jenjang_unreadable => "Jenjang belum dimengerti, jadi dikosongkan.", "The level was not understood and left empty.";
    tenure_unreadable => "Definitif, Plt, atau Plh belum dimengerti, jadi dianggap definitif.", "Whether the post is held as Plt or Plh was not understood; taken as permanent.";
    golongan_left_empty => "Golongan PPPK ini tidak ada dalam daftar I–XVII, jadi dikosongkan.", "This PPPK golongan is not in the list I–XVII and was left empty.";
    golongan_of_other_kind => "Golongan ini tidak sesuai dengan jenis pegawainya (PNS/PPPK). Periksa keduanya.", "This golongan does not belong to this kind of employee. Check both.";
    capaian_ambiguous => "Angka sekecil ini dapat berarti pecahan atau persen, jadi dikosongkan. Tulis misalnya 90 atau 90%.", "A number this small could be a fraction or a percentage, so it was left empty. Write 90 or 90%, say.";
    direction_controls_removed => "Tanda pembalik arah tulisan yang tidak terlihat dibuang dari isi ini.", "Invisible signs that turn the direction of writing were taken out.";
    same_row_again(first_row) => "Sama dengan baris {first_row}, jadi dilewati.", "The same as row {first_row}, so it was skipped.";
    not_active => "Kedudukan hukum bukan aktif. Catat pengecualian bila pegawai ini tidak dinilai.", "Not in active service. Add an exception if this employee is not rated.";

    problem_sheet => "Baris bermasalah", "Rows with problems";
    problem_row => "Baris", "Row";
    problem_reasons => "Yang perlu diperbaiki", "What to correct";
    template_sheet => "Daftar pegawai", "Employees";

    field_nip => "NIP", "NIP";
    field_name => "Nama", "Name";
    field_title_before => "Gelar depan", "Titles before";
    field_title_after => "Gelar belakang", "Titles after";
    field_pns_id => "PNS ID", "PNS ID";
    field_birth_date => "Tanggal lahir", "Birth date";
    field_sex => "Jenis kelamin", "Sex";
    field_employee_kind => "Jenis pegawai", "PNS or PPPK";
    field_legal_position => "Kedudukan hukum", "Legal position";
    field_golongan => "Golongan", "Golongan";
    field_golongan_since => "TMT golongan", "Golongan since";
    field_jabatan => "Jabatan", "Post";
    field_jabatan_kind => "Jenis jabatan", "Kind of post";
    field_jenjang => "Jenjang", "Level";
    field_eselon => "Eselon", "Eselon";
    field_jabatan_since => "TMT jabatan", "In post since";
    field_tenure => "Plt/Plh", "Plt/Plh";
    field_unit => "Unit kerja", "Unit";
    field_unit_siasn_id => "UNOR ID", "UNOR ID";
    field_unit_parent => "Unor induk", "Unit above";
    field_instansi => "Instansi", "Agency";
    field_education => "Pendidikan", "Education";
    field_capaian => "Capaian", "Attainment";
    field_appraiser_name => "Nama pejabat penilai", "Appraiser's name";
    field_appraiser_nip => "NIP pejabat penilai", "Appraiser's NIP";
    field_appraiser_jabatan => "Jabatan pejabat penilai", "Appraiser's post";
    field_appraiser_golongan => "Golongan pejabat penilai", "Appraiser's golongan";
    field_appraiser_unit => "Unit kerja pejabat penilai", "Appraiser's unit";
    field_superior_name => "Nama atasan pejabat penilai", "Name of the appraiser's superior";
    field_superior_nip => "NIP atasan pejabat penilai", "NIP of the appraiser's superior";
    field_superior_jabatan => "Jabatan atasan pejabat penilai", "Post of the appraiser's superior";
    field_superior_golongan => "Golongan atasan pejabat penilai", "Golongan of the appraiser's superior";
    field_superior_unit => "Unit kerja atasan pejabat penilai", "Unit of the appraiser's superior";
}

/// What a field of a list is called: in the wizard, in differences, as heads of the template.
#[must_use]
pub const fn field(language: Language, field: ImportField) -> &'static str {
    match field {
        ImportField::Nip => field_nip(language),
        ImportField::Name => field_name(language),
        ImportField::TitleBefore => field_title_before(language),
        ImportField::TitleAfter => field_title_after(language),
        ImportField::PnsId => field_pns_id(language),
        ImportField::BirthDate => field_birth_date(language),
        ImportField::Sex => field_sex(language),
        ImportField::EmployeeKind => field_employee_kind(language),
        ImportField::LegalPosition => field_legal_position(language),
        ImportField::Golongan => field_golongan(language),
        ImportField::GolonganSince => field_golongan_since(language),
        ImportField::Jabatan => field_jabatan(language),
        ImportField::JabatanKind => field_jabatan_kind(language),
        ImportField::Jenjang => field_jenjang(language),
        ImportField::Eselon => field_eselon(language),
        ImportField::JabatanSince => field_jabatan_since(language),
        ImportField::Tenure => field_tenure(language),
        ImportField::Unit => field_unit(language),
        ImportField::UnitSiasnId => field_unit_siasn_id(language),
        ImportField::UnitParent => field_unit_parent(language),
        ImportField::Instansi => field_instansi(language),
        ImportField::Education => field_education(language),
        ImportField::Capaian => field_capaian(language),
        ImportField::AppraiserName => field_appraiser_name(language),
        ImportField::AppraiserNip => field_appraiser_nip(language),
        ImportField::AppraiserJabatan => field_appraiser_jabatan(language),
        ImportField::AppraiserGolongan => field_appraiser_golongan(language),
        ImportField::AppraiserUnit => field_appraiser_unit(language),
        ImportField::SuperiorName => field_superior_name(language),
        ImportField::SuperiorNip => field_superior_nip(language),
        ImportField::SuperiorJabatan => field_superior_jabatan(language),
        ImportField::SuperiorGolongan => field_superior_golongan(language),
        ImportField::SuperiorUnit => field_superior_unit(language),
    }
}
