//! The description for machines is the one in the folder of documents.

#[test]
fn the_description_is_committed() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/openapi.json");
    let made = central::http::openapi().unwrap();
    if std::env::var_os("KINERJA_UPDATE").is_some() {
        std::fs::write(file, &made).unwrap();
    }
    let committed = std::fs::read_to_string(file).unwrap_or_default();
    assert_eq!(
        committed, made,
        "write it again: KINERJA_UPDATE=1 cargo test -p central --test wire openapi"
    );
}
