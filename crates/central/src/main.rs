//! `kinerja-pusat`.
fn main() {}
