//! Bantuan: what stands around the pages themselves.

crate::messages! {
    page_title(page) => "Bantuan: {page}", "Help: {page}";
    contents => "Halaman bantuan", "Help pages";
    go_there => "Buka layarnya", "Open the screen";
    missing_title => "Halaman bantuan ini tidak ada", "There is no such help page";
    missing_text => "Alamatnya mungkin salah ketik. Pilih halaman dari daftar, atau mulai dari awal.", "The address may be mistyped. Choose a page from the list, or begin with the first.";
}
