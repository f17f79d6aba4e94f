//! Bytes that the first release made. A change here means that files in offices no longer open.

use std::fs;

use rstest::rstest;
use tempfile::TempDir;
use vault::{
    DeviceKey, KeyPlace, NONCE_PREFIX, Purpose, RecoveryCode, StreamKey, derive, open_stream,
    seal_stream, unwrap_key, verify, wrap_key,
};

use crate::{DATABASE, keys};

const KEY: [u8; 32] = [0x11; 32];

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap())
        .collect()
}

#[rstest]
#[case(
    Purpose::EvidenceContent,
    "d9f6fa020eea9d2429d6f2b9a5a5fe9697656d9bf6f2c83a4833528008539aeb"
)]
#[case(
    Purpose::EvidenceName,
    "d2b75288b49f6472c6469167c989459dad42c31150261d0b29066ea7c6e8ad9f"
)]
#[case(
    Purpose::Backup,
    "06a36d38a994cb94329b88ba8f36371657cd9c1195430e2fe118ecae238cdc3f"
)]
fn derived_keys(#[case] purpose: Purpose, #[case] expected: &str) {
    assert_eq!(hex(derive(&KEY, purpose).as_slice()), expected);
}

#[rstest]
#[case([0; 16], "bababa babaca babada babaga babaha babaja babaka babala babama gubetu", "000000 000001 000002 000003 000004 000005 000006 000007")]
#[case([0xff; 16], "yuyuru yuyusu yuyutu yuyuwu yuyuyu yuyubu yuyucu yuyudu yuyugu sukami", "720885 720886 720887 720888 720889 720890 720891 720892")]
#[case(*b"Kinerja Luring 1", "hitiji jiwegi jesile pikade dacahu cujeku depere rikebu dabuya kemipa", "212355 310872 322192 273507 215307 322184 310899 090658")]
fn recovery_sheets(#[case] entropy: [u8; 16], #[case] words: &str, #[case] digits: &str) {
    let code = RecoveryCode::from_entropy(entropy);
    assert_eq!(code.to_words().join(" "), words);
    assert_eq!(code.to_digits().join(" "), digits);
}

const WRAPPED: &str = "6b696e7772617031333333333333333333333333333333334444444444444444444444444444444444444444444444445ad6e43294f53d586b967f4986bb8e61594686a38044a40254488157283b7920e98b7a9720f909fe27f68573b565ec3f2afdd048423639da02ecd71ce837213e";

#[test]
fn a_wrapped_key() {
    let code = RecoveryCode::from_entropy([0x22; 16]);
    assert_eq!(
        hex(&wrap_key(&KEY, &code, &[0x33; 16], &[0x44; 24])),
        WRAPPED
    );
    assert_eq!(*unwrap_key(&bytes(WRAPPED), &code).unwrap(), KEY);
}

const SEALED: &str =
    "6b696e7365616c3155555555555555555555555555555555555555d3cc863e961991d59d85e59eadd17981da3678";

#[test]
fn a_sealed_file() {
    let key = StreamKey::new(&KEY, b"bukti");
    let mut sealed = Vec::new();
    seal_stream(b"isi".as_slice(), &mut sealed, &key, &[0x55; NONCE_PREFIX]).unwrap();
    assert_eq!(hex(&sealed), SEALED);
    let mut opened = Vec::new();
    open_stream(bytes(SEALED).as_slice(), &mut opened, &key).unwrap();
    assert_eq!(opened, b"isi");
}

const PUBLIC: &str = "d04ab232742bb4ab3a1368bd4615e4e6d0224ab71a016baf8520a332c9778737";
const SIGNATURE: &str = "41c108038b12c50f6bfc3edcca28cf2568a4b849d55dc0e77662a1c34d6c394eceadbc3fb0296427e1ef791ac3a275c5807b99fa258e00b222d85a7f8ed5ac08";

#[test]
fn a_signature() {
    let device = DeviceKey::from_secret(&KEY);
    assert_eq!(hex(&device.public()), PUBLIC);
    assert_eq!(hex(&device.sign("kinerja test v1", b"isi")), SIGNATURE);
    let public = bytes(PUBLIC).try_into().unwrap();
    let signature = bytes(SIGNATURE).try_into().unwrap();
    assert_eq!(
        verify(&public, "kinerja test v1", b"isi", &signature),
        Ok(())
    );
}

const KEY_FILE: &str = "6b696e65726a612d6b6579736574310ad1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d16c82a562cb808d10d632be89c8513ebf6c929f34ddfa8c9f63c9960ef6e348a3528c8a3fcc2f044e39a3fc5b94492f8f032e7549a20098f95befd61248a23cd7a8168839e91f803558fac9f6095d9c92569fb919f943ddf8d059d71898e3fe2a2120604a86fba598356d9f4c9202c3b0";

#[test]
fn a_key_file() {
    let folder = TempDir::new().unwrap();
    let place = KeyPlace::choose(Some(folder.path().to_path_buf()), folder.path());
    place.save(DATABASE, &keys(1)).unwrap();
    let file = folder.path().join(format!("{DATABASE}.key"));
    assert_eq!(hex(&fs::read(&file).unwrap()), KEY_FILE);
    fs::write(&file, bytes(KEY_FILE)).unwrap();
    assert_eq!(place.load(DATABASE).unwrap(), Some(keys(1)));
}
