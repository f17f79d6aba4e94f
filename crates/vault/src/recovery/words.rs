//! The code as ten words of three syllables.

use super::{RecoveryError, all_or_positions, parts};

/// How many words a recovery code has.
pub const WORDS: usize = 10;

const CONSONANTS: [char; 16] = [
    'b', 'c', 'd', 'g', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'w', 'y',
];
const VOWELS: [char; 4] = ['a', 'e', 'i', 'u'];
const LETTERS: usize = 6;
/// What one word carries beside its check: two consonants of 4 bits, three vowels of 2.
const BITS: usize = 14;
/// 128 bits of the code and 12 over all of it, in whole bytes.
const STREAM: usize = 18;

pub(super) fn from_entropy(entropy: &[u8; 16]) -> [String; WORDS] {
    let stream = with_check(entropy);
    std::array::from_fn(|position| {
        let payload = (0..BITS).fold(0, |value, bit| {
            let at = position * BITS + bit;
            value << 1 | u16::from(stream[at / 8] >> (7 - at % 8) & 1)
        });
        word(position, payload)
    })
}

pub(super) fn to_entropy(text: &str) -> Result<[u8; 16], RecoveryError> {
    let typed = text.to_lowercase();
    let words = parts(&typed, char::is_alphabetic, (WORDS, LETTERS))
        .map_err(|found| RecoveryError::WordCount { found })?;
    let payloads = words
        .iter()
        .enumerate()
        .map(|(position, letters)| payload(position, letters))
        .collect();
    let payloads =
        all_or_positions(payloads).map_err(|positions| RecoveryError::WrongWords { positions })?;

    let mut stream = [0_u8; STREAM];
    for (position, payload) in payloads.into_iter().enumerate() {
        for bit in 0..BITS {
            let at = position * BITS + bit;
            let set = u8::from(payload >> (BITS - 1 - bit) & 1 == 1);
            stream[at / 8] |= set << (7 - at % 8);
        }
    }
    let mut entropy = [0; 16];
    entropy.copy_from_slice(&stream[..16]);
    if stream != with_check(&entropy) {
        return Err(RecoveryError::NotTogether);
    }
    Ok(entropy)
}

/// The code, 12 bits of its hash, and four zeros that no word carries.
fn with_check(entropy: &[u8; 16]) -> [u8; STREAM] {
    let hash = blake3::derive_key("kinerja luring 2026 recovery code checksum v1", entropy);
    let mut stream = [0; STREAM];
    stream[..16].copy_from_slice(entropy);
    stream[16] = hash[0];
    stream[17] = hash[1] & 0xf0;
    stream
}

/// A word as numbers: consonant, vowel, consonant, vowel, vowel. The check is the consonant between
/// the last two.
type Syllables = [usize; 5];

/// Every weight is odd and every number is below 16, so a change of one of them always changes the
/// sum modulo 16; so does another line, of which there are fewer than 16.
fn check(position: usize, [c1, v1, c2, v2, v3]: Syllables) -> usize {
    (position + c1 + 5 * v1 + 3 * c2 + 7 * v2 + 9 * v3) % CONSONANTS.len()
}

fn word(position: usize, payload: u16) -> String {
    let bits = |shift: u32, mask: u16| usize::from(payload >> shift & mask);
    let syllables = [
        bits(10, 15),
        bits(8, 3),
        bits(4, 15),
        bits(2, 3),
        bits(0, 3),
    ];
    let [c1, v1, c2, v2, v3] = syllables;
    [
        CONSONANTS[c1],
        VOWELS[v1],
        CONSONANTS[c2],
        VOWELS[v2],
        CONSONANTS[check(position, syllables)],
        VOWELS[v3],
    ]
    .iter()
    .collect()
}

/// What the word carries, or nothing if it cannot stand on this line.
fn payload(position: usize, letters: &[char]) -> Option<u16> {
    let &[c1, v1, c2, v2, c3, v3] = letters else {
        return None;
    };
    let consonant = |letter| CONSONANTS.iter().position(|known| *known == letter);
    let vowel = |letter| VOWELS.iter().position(|known| *known == letter);
    let syllables = [
        consonant(c1)?,
        vowel(v1)?,
        consonant(c2)?,
        vowel(v2)?,
        vowel(v3)?,
    ];
    if consonant(c3)? != check(position, syllables) {
        return None;
    }
    let [c1, v1, c2, v2, v3] = syllables;
    u16::try_from(c1 << 10 | v1 << 8 | c2 << 4 | v2 << 2 | v3).ok()
}
