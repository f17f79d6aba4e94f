//! Bearer tokens: who said hello within the last hour. No server has to remember them.

use crate::Centre;
use data_encoding::BASE64URL_NOPAD;
use domain::Timestamp;
use sync::message::{DeviceId, OfficeId};

/// How long a token is good, in microseconds: an hour.
const GOOD_FOR: i64 = 60 * 60 * 1_000_000;
const CONTENT: usize = 40;
const SEAL: usize = 16;

/// Makes and checks tokens. Every process of a centre has the same key.
#[derive(Clone)]
pub struct Tokens {
    key: [u8; 32],
}

/// Whom a token names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bearer {
    /// The device.
    pub device: DeviceId,
    /// Its office.
    pub office: OfficeId,
}

impl Tokens {
    /// The tokens of a centre.
    #[must_use]
    pub fn of(centre: &Centre) -> Self {
        Self {
            key: centre.derived_secret("kinerja pusat token v1"),
        }
    }

    /// A token for a device that just proved itself.
    #[must_use]
    pub fn issue(&self, bearer: Bearer, now: Timestamp) -> String {
        let expires = now.0.saturating_add(GOOD_FOR);
        let mut bytes = [
            bearer.device.0.as_slice(),
            &bearer.office.0,
            &expires.to_be_bytes(),
        ]
        .concat();
        bytes.extend_from_slice(&self.seal(&bytes));
        BASE64URL_NOPAD.encode(&bytes)
    }

    /// Whom a token names; `None` when it is none of ours or too old.
    #[must_use]
    pub fn check(&self, token: &str, now: Timestamp) -> Option<Bearer> {
        let bytes = BASE64URL_NOPAD.decode(token.as_bytes()).ok()?;
        let (content, seal) = bytes.split_last_chunk::<SEAL>()?;
        let content: &[u8; CONTENT] = content.try_into().ok()?;
        // Compared in the same time whatever differs.
        let genuine = blake3::hash(&self.seal(content)) == blake3::hash(seal);
        let (device, rest) = content.split_first_chunk()?;
        let (office, expires) = rest.split_first_chunk()?;
        let expires = i64::from_be_bytes(expires.try_into().ok()?);
        (genuine && now.0 < expires).then_some(Bearer {
            device: DeviceId(*device),
            office: OfficeId(*office),
        })
    }

    fn seal(&self, content: &[u8]) -> [u8; SEAL] {
        let mut seal = [0; SEAL];
        seal.copy_from_slice(&blake3::keyed_hash(&self.key, content).as_bytes()[..SEAL]);
        seal
    }
}
