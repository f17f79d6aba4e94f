//! Why a row stays out of the workbook, and where a rubric comes from.

crate::messages! {
    appointed_later => "Menurut NIP ini, pengangkatannya setelah hari ini. Periksa NIP pegawai ini di menu Pegawai.", "By this NIP the appointment lies after today. Check the person's NIP under Employees.";
    rubric_signs(version) => "Tanda tiap tingkat: contoh dari program ini (aturan versi {version}), boleh disesuaikan kabupaten.", "Signs of each level: this program's own examples (rules version {version}), which the regency may adapt.";
    rubric_statements => "Pernyataan: panduan perilaku ASN, SE MenPANRB 20/2021.", "Statements: code of conduct for civil servants, SE MenPANRB 20/2021.";
}
