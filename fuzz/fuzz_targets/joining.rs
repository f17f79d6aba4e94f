//! Enrolment codes as they are typed, and the files that join an office without a line.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sync::joining::{EnrolmentCode, read_answer, read_request};

fn code(text: &str) {
    if let Ok(code) = text.parse::<EnrolmentCode>() {
        assert_eq!(code.to_string().parse::<EnrolmentCode>(), Ok(code));
    }
}

fuzz_target!(|bytes: &[u8]| {
    let _ = read_request(bytes);
    let _ = read_answer(bytes);
    for beginning in ["kinerja-luring join 1\n", "kinerja-luring joined 1\n"] {
        let mut letter = [beginning.as_bytes(), bytes].concat();
        let hash = blake3::hash(&letter);
        letter.extend_from_slice(hash.as_bytes());
        let _ = read_request(&letter);
        let _ = read_answer(&letter);
    }
    if let Ok(text) = str::from_utf8(bytes) {
        code(text);
        code(&format!("KNJ1{text}"));
    }
});
