//! kinerja
fn main() {}
