//! What a PC and the centre keep between two sessions, and records by themselves.
#![no_main]

use libfuzzer_sys::fuzz_target;
use record::{Folded, decode_record, encode_record};
use sync::device::DeviceState;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(state) = DeviceState::from_bytes(bytes) {
        assert_eq!(DeviceState::from_bytes(&state.to_bytes()).expect("a state"), state);
    }
    if let Ok(folded) = Folded::from_bytes(bytes) {
        assert_eq!(Folded::from_bytes(&folded.to_bytes()).expect("a document"), folded);
    }
    if let Ok(record) = decode_record(bytes) {
        assert_eq!(decode_record(&encode_record(&record)).expect("a record"), record);
    }
});
