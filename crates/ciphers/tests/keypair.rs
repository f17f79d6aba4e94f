//! What one side signs and seals, the other checks and opens.

use ciphers::{Keypair, SealedTo, Signatures};
use sync::packet::{Opener as _, Sealer as _};
use sync::{SignatureCheck as _, Signer as _, Statement};

fn statement(context: &'static str) -> Statement<'static> {
    Statement {
        context,
        message: b"a week of work",
    }
}

#[test]
fn a_signature_fits_its_key_and_its_use_only() {
    let (mine, other) = (
        Keypair::from_secret(&[1; 32]).unwrap(),
        Keypair::from_secret(&[2; 32]).unwrap(),
    );
    let signature = mine.sign(statement("a test v1"));
    assert!(Signatures.fits(&mine.public(), statement("a test v1"), &signature));
    assert!(!Signatures.fits(&mine.public(), statement("another test v1"), &signature));
    assert!(!Signatures.fits(&other.public(), statement("a test v1"), &signature));
}

#[test]
fn what_is_sealed_to_a_key_only_its_owner_opens_and_only_up_to_the_limit() {
    let (mine, other) = (
        Keypair::from_secret(&[1; 32]).unwrap(),
        Keypair::from_secret(&[2; 32]).unwrap(),
    );
    let sealed = SealedTo::parse(&mine.seal_to())
        .unwrap()
        .seal(b"rahasia")
        .unwrap();
    assert_eq!(mine.open(&sealed, 7).unwrap(), b"rahasia");
    assert!(mine.open(&sealed, 6).is_err());
    assert!(other.open(&sealed, 7).is_err());
}

#[test]
fn the_keys_of_a_secret_never_change() {
    let mine = Keypair::from_secret(&[7; 32]).unwrap();
    assert_eq!(
        mine.seal_to(),
        Keypair::from_secret(&[7; 32]).unwrap().seal_to()
    );
    assert!(SealedTo::parse("age1nothing").is_err());
}
