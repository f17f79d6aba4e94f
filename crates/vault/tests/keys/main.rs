//! What the crate promises to its callers, on real folders and real bytes.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by a panic"
)]

mod device_key;
mod frozen;
mod place;
mod recovery;
mod stream;
mod wrap;

use vault::{DatabaseId, KeySet};

const DATABASE: DatabaseId = DatabaseId::from_bytes([0xd1; 16]);

/// Bytes that differ from each other and from those of another seed, in place of random ones.
fn bytes_of(seed: u64) -> impl FnMut(&mut [u8]) {
    let mut state = seed;
    move |bytes| {
        for byte in bytes {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            *byte = state.to_be_bytes()[0];
        }
    }
}

fn keys(seed: u64) -> KeySet {
    KeySet::generate(&mut bytes_of(seed))
}
