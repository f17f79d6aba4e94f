use proptest::prelude::*;
use rstest::rstest;
use vault::{DeviceKey, SignatureError, verify};

use crate::keys;

const CHECKPOINT: &str = "kinerja test checkpoint v1";
const ENROLMENT: &str = "kinerja test enrolment v1";

proptest! {
    #[test]
    fn a_signature_counts_for_its_key_context_and_message_only(
        secret: [u8; 32],
        other: [u8; 32],
        message: Vec<u8>,
        more: u8,
    ) {
        prop_assume!(secret != other);
        let device = DeviceKey::from_secret(&secret);
        let public = device.public();
        let signature = device.sign(CHECKPOINT, &message);
        prop_assert_eq!(verify(&public, CHECKPOINT, &message, &signature), Ok(()));

        let mut longer = message.clone();
        longer.push(more);
        let stranger = DeviceKey::from_secret(&other).public();
        for refused in [
            verify(&public, ENROLMENT, &message, &signature),
            verify(&public, CHECKPOINT, &longer, &signature),
            verify(&stranger, CHECKPOINT, &message, &signature),
        ] {
            prop_assert_eq!(refused, Err(SignatureError::Mismatch));
        }
    }
}

#[test]
fn each_flipped_bit_of_a_signature_is_refused() {
    let device = keys(1).device_key();
    let signature = device.sign(CHECKPOINT, b"kepala batch");
    for bit in 0..signature.len() * 8 {
        let mut changed = signature;
        changed[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(
            verify(&device.public(), CHECKPOINT, b"kepala batch", &changed),
            Err(SignatureError::Mismatch),
            "bit {bit}"
        );
    }
}

#[rstest]
#[case::neutral_element(1)]
#[case::order_four(0)]
#[case::not_a_point(2)]
fn a_key_that_is_none_is_refused(#[case] first: u8) {
    let mut public = [0; 32];
    public[0] = first;
    assert_eq!(
        verify(&public, CHECKPOINT, b"", &[0; 64]),
        Err(SignatureError::PublicKey)
    );
}

#[test]
fn a_device_keeps_its_key_through_a_new_incarnation_and_not_through_a_restore() {
    let before = keys(1);
    let again = before.with_incarnation([9; 16]);
    assert_eq!(again.device_key().public(), before.device_key().public());
    assert_eq!(again.database_key(), before.database_key());
    assert_eq!(again.incarnation(), [9; 16]);

    let restored = vault::KeySet::for_restored(before.database_key(), &mut crate::bytes_of(2));
    assert_eq!(restored.database_key(), before.database_key());
    assert_ne!(restored.device_key().public(), before.device_key().public());
    assert_ne!(restored.incarnation(), before.incarnation());
}

#[test]
fn debug_shows_no_secret() {
    let shown = format!("{:?} {:?}", keys(1), keys(1).device_key());
    assert_eq!(shown, "KeySet(..) DeviceKey(..)");
}
