//! The code that the centre gives to an office.

use crate::message::{OfficeId, SECRET_BYTES};
use data_encoding::{Encoding, Specification};
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

/// An enrolment code: works once, for one device.
///
/// As text it is `KNJ1-` and groups of six letters and digits without look-alikes; upper and lower
/// case, spaces and line breaks do not matter, and four bytes of a hash find what was mistyped.
#[derive(Clone, PartialEq, Eq)]
pub struct EnrolmentCode {
    /// Known to whoever has the code.
    pub secret: [u8; SECRET_BYTES],
    /// The office.
    pub office: OfficeId,
    /// Fingerprint of the key that the centre signs with.
    pub centre: [u8; 16],
    /// The first 16 bytes of the SHA-256 hash of the centre's own certificate; `None` when a
    /// public authority vouches for it.
    pub certificate: Option<[u8; 16]>,
    /// Where the centre is: `https://kinerja.example:8443`.
    pub server: String,
}

/// Why a text is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// It does not begin as a code does.
    #[error("the text is no enrolment code")]
    NoCode,
    /// A newer centre made it.
    #[error("the enrolment code is newer than this program")]
    Newer,
    /// Something was mistyped, left out or doubled.
    #[error("the enrolment code has a mistake")]
    Mistyped,
}

const PREFIX: &str = "KNJ";
const VERSION: char = '1';
const GROUP: usize = 6;
const CHECK_BYTES: usize = 4;
const WITH_CERTIFICATE: u8 = 1;

/// Thirty-two signs of which none looks like another; what people type instead is understood.
static SIGNS: LazyLock<Encoding> = LazyLock::new(|| {
    let mut specification = Specification::new();
    specification
        .symbols
        .push_str("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    specification
        .translate
        .from
        .push_str("abcdefghjkmnpqrstvwxyzoOiIlL");
    specification
        .translate
        .to
        .push_str("ABCDEFGHJKMNPQRSTVWXYZ001111");
    specification.ignore.push_str(" -\t\r\n");
    #[expect(clippy::expect_used, reason = "the specification stands here")]
    specification.encoding().expect("a valid alphabet")
});

impl EnrolmentCode {
    fn content(&self) -> Vec<u8> {
        let mut bytes = vec![if self.certificate.is_some() {
            WITH_CERTIFICATE
        } else {
            0
        }];
        bytes.extend_from_slice(&self.secret);
        bytes.extend_from_slice(&self.office.0);
        bytes.extend_from_slice(&self.centre);
        bytes.extend_from_slice(self.certificate.as_ref().map_or(&[], <[u8; 16]>::as_slice));
        bytes.extend_from_slice(self.server.as_bytes());
        bytes
    }
}

impl fmt::Display for EnrolmentCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = self.content();
        bytes.extend_from_slice(&check(&bytes));
        write!(f, "{PREFIX}{VERSION}")?;
        for group in SIGNS.encode(&bytes).as_bytes().chunks(GROUP) {
            f.write_str("-")?;
            for sign in group {
                write!(f, "{}", char::from(*sign))?;
            }
        }
        Ok(())
    }
}

impl FromStr for EnrolmentCode {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        let text = text.trim();
        let behind = text
            .get(..PREFIX.len())
            .filter(|it| it.eq_ignore_ascii_case(PREFIX))
            .and_then(|_| text.get(PREFIX.len()..))
            .ok_or(CodeError::NoCode)?;
        let mut signs = behind.chars();
        match signs.next() {
            Some(VERSION) => {}
            Some(version) if version.is_ascii_digit() => return Err(CodeError::Newer),
            _ => return Err(CodeError::NoCode),
        }
        let bytes = SIGNS
            .decode(signs.as_str().as_bytes())
            .map_err(|_| CodeError::Mistyped)?;
        let (content, found) = bytes
            .split_last_chunk::<CHECK_BYTES>()
            .ok_or(CodeError::Mistyped)?;
        if check(content) != *found {
            return Err(CodeError::Mistyped);
        }
        read(content).ok_or(CodeError::Mistyped)
    }
}

fn read(content: &[u8]) -> Option<EnrolmentCode> {
    let (flags, rest) = content.split_first()?;
    let (secret, rest) = rest.split_first_chunk()?;
    let (office, rest) = rest.split_first_chunk()?;
    let (centre, rest) = rest.split_first_chunk()?;
    let (certificate, server) = if flags & WITH_CERTIFICATE == 0 {
        (None, rest)
    } else {
        let (certificate, rest) = rest.split_first_chunk()?;
        (Some(*certificate), rest)
    };
    Some(EnrolmentCode {
        secret: *secret,
        office: OfficeId(*office),
        centre: *centre,
        certificate,
        server: str::from_utf8(server).ok()?.to_owned(),
    })
}

fn check(content: &[u8]) -> [u8; CHECK_BYTES] {
    let derived = blake3::derive_key("kinerja enrolment code check v1", content);
    let mut check = [0; CHECK_BYTES];
    check.copy_from_slice(&derived[..CHECK_BYTES]);
    check
}

impl fmt::Debug for EnrolmentCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EnrolmentCode")
            .field("office", &self.office)
            .field("server", &self.server)
            .finish_non_exhaustive()
    }
}
