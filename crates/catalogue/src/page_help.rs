//! Bantuan: what stands around the pages themselves.

crate::messages! {
    title => "Bantuan", "Help";
    contents => "Halaman bantuan", "Help pages";
    only_indonesian => "", "The help pages are in Indonesian.";
    go_there => "Buka layarnya", "Open the screen";
}
