use proptest::prelude::*;
use vault::{RecoveryCode, WRAPPED_KEY, WrapError, unwrap_key, wrap_key};

const KEY: [u8; 32] = [0x42; 32];

fn code() -> RecoveryCode {
    RecoveryCode::from_entropy([7; 16])
}

fn wrapped() -> [u8; WRAPPED_KEY] {
    wrap_key(&KEY, &code(), &[1; 16], &[2; 24])
}

proptest! {
    #[test]
    fn the_right_code_opens_and_another_is_named(
        key: [u8; 32],
        entropy: [u8; 16],
        bit in 0..128_usize,
        salt: [u8; 16],
        nonce: [u8; 24],
    ) {
        let right = RecoveryCode::from_entropy(entropy);
        let mut near = entropy;
        near[bit / 8] ^= 1 << (bit % 8);
        let wrapped = wrap_key(&key, &right, &salt, &nonce);
        prop_assert_eq!(*unwrap_key(&wrapped, &right).unwrap(), key);
        prop_assert_eq!(
            unwrap_key(&wrapped, &RecoveryCode::from_entropy(near)).unwrap_err(),
            WrapError::WrongCode
        );
    }
}

#[test]
fn each_changed_bit_is_damage_and_no_wrong_code() {
    for bit in 0..WRAPPED_KEY * 8 {
        let mut changed = wrapped();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(
            unwrap_key(&changed, &code()).unwrap_err(),
            WrapError::Damaged,
            "bit {bit}"
        );
    }
}

#[test]
fn each_length_but_the_right_one_is_damage() {
    let mut longer = wrapped().to_vec();
    longer.push(0);
    for length in (0..=longer.len()).filter(|length| *length != WRAPPED_KEY) {
        assert_eq!(
            unwrap_key(&longer[..length], &code()).unwrap_err(),
            WrapError::Damaged,
            "{length} bytes"
        );
    }
}

#[test]
fn the_key_does_not_stand_in_the_wrapped_bytes() {
    assert!(!wrapped().windows(4).any(|part| part == &KEY[..4]));
    let with_other_salt = wrap_key(&KEY, &code(), &[3; 16], &[2; 24]);
    assert_ne!(wrapped()[48..96], with_other_salt[48..96]);
}
