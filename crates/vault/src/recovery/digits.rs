//! The code as eight groups of six digits.

use super::{RecoveryError, all_or_positions, parts};

/// How many groups of digits a recovery code has.
pub const DIGIT_GROUPS: usize = 8;

const DIGITS: usize = 6;
/// A prime that exceeds every digit and every place: the remainder of a group is its place.
const MODULUS: usize = 11;

pub(super) fn from_entropy(entropy: &[u8; 16]) -> [String; DIGIT_GROUPS] {
    std::array::from_fn(|position| {
        let value = u16::from_be_bytes([entropy[2 * position], entropy[2 * position + 1]]);
        format!("{:06}", usize::from(value) * MODULUS + position)
    })
}

pub(super) fn to_entropy(text: &str) -> Result<[u8; 16], RecoveryError> {
    let belongs = |character: char| character.is_ascii_digit();
    let groups = parts(text, belongs, (DIGIT_GROUPS, DIGITS))
        .map_err(|found| RecoveryError::DigitGroupCount { found })?;
    let values = groups
        .iter()
        .enumerate()
        .map(|(position, digits)| value(position, digits))
        .collect();
    let values = all_or_positions(values)
        .map_err(|positions| RecoveryError::WrongDigitGroups { positions })?;
    let mut entropy = [0; 16];
    for (pair, value) in entropy.chunks_exact_mut(2).zip(values) {
        pair.copy_from_slice(&value.to_be_bytes());
    }
    Ok(entropy)
}

fn value(position: usize, digits: &[char]) -> Option<u16> {
    if digits.len() != DIGITS {
        return None;
    }
    let number: usize = digits.iter().collect::<String>().parse().ok()?;
    if number % MODULUS != position {
        return None;
    }
    u16::try_from(number / MODULUS).ok()
}
