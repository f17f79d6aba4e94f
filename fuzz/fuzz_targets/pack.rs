//! Packs of a feed.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sync::batch::Zstd;
use sync::message::FeedItem;
use sync::wire::{open_pack, pack};

fuzz_target!(|bytes: &[u8]| {
    let _ = FeedItem::from_bytes(bytes);
    let Ok(opened) = open_pack(bytes, &Zstd) else {
        return;
    };
    // What was read can be written, and is read as the same.
    let first = opened.entries.first().map_or(1, |entry| entry.seq);
    let items: Vec<_> = opened.entries.into_iter().map(|entry| entry.item).collect();
    if let Ok(bytes) = pack(first, &items, &Zstd) {
        let again = open_pack(&bytes, &Zstd).expect("what was written");
        assert!(again.entries.into_iter().map(|entry| entry.item).eq(items));
    }
});
