//! A place: one folder, one database, one key, one device.

use crate::desk::setting;
use crate::rules::PlaceRules;
use crate::{Host, Operation, Trouble};
use api::error::{ErrorCode, StoreTrouble};
use std::sync::Arc;
use store::{Identity, OpenError, OpenKey, Places, Store};
use uuid::Uuid;
use vault::{DatabaseId, KeyPlace, KeySet};

/// The office's own data, or practice data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// The real thing.
    Office,
    /// "Coba data latihan": never enrolled, never sent.
    Practice,
}

/// An open place.
pub(crate) struct Place {
    pub(crate) kind: PlaceKind,
    pub(crate) store: Arc<Store>,
    pub(crate) keys: KeySet,
    pub(crate) rules: PlaceRules,
}

impl std::fmt::Debug for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Place({:?})", self.kind)
    }
}

/// The folders of a place.
pub(crate) fn places(host: &dyn Host, kind: PlaceKind) -> Places {
    let places = host.places();
    Places::new(match kind {
        PlaceKind::Office => places.data.clone(),
        PlaceKind::Practice => places.practice.clone(),
    })
}

/// Where the keys of this PC are.
pub(crate) fn key_place(host: &dyn Host) -> KeyPlace {
    let places = host.places();
    KeyPlace::choose(places.key_directory.clone(), &places.configuration)
}

/// Makes a place: keys first, so that no database is ever without its key.
pub(crate) fn create(host: &dyn Host, kind: PlaceKind) -> Result<Place, Trouble> {
    let places = places(host, kind);
    if Store::exists(&places) {
        return Err(ErrorCode::PlaceNotEmpty.into());
    }
    let keys = generate_keys(host)?;
    let identity = Identity {
        database_id: *new_id(host)?.as_bytes(),
        device_id: *new_id(host)?.as_bytes(),
        incarnation: keys.incarnation(),
        device_public: keys.device_key().public(),
    };
    key_place(host).save(DatabaseId::from_bytes(identity.database_id), &keys)?;
    let store = Store::create(&places, &OpenKey::new(*keys.database_key()), &identity)?;
    let place = Place {
        kind,
        store: Arc::new(store),
        keys,
        rules: PlaceRules::default(),
    };
    carry_device(host, &place)?;
    Ok(place)
}

/// Opens a place; `None` when there is none yet.
pub(crate) fn open(host: &dyn Host, kind: PlaceKind) -> Result<Option<Place>, Trouble> {
    let places = places(host, kind);
    let Some(database_id) = Store::database_id(&places)? else {
        return Ok(None);
    };
    let Some(keys) = key_place(host).load(DatabaseId::from_bytes(database_id))? else {
        return Err(ErrorCode::Store(StoreTrouble::KeyMissing).into());
    };
    let key = OpenKey::new(*keys.database_key());
    let store = match Store::open(&places, &key) {
        Err(OpenError::NotFound) => return Ok(None),
        Err(OpenError::OlderSchema { .. }) => {
            Store::migrate(&places, &key, &crate::backup::label_before_migration(host))?;
            Store::open(&places, &key)?
        }
        other => other?,
    };
    let mut place = Place {
        kind,
        store: Arc::new(store),
        keys,
        rules: PlaceRules::default(),
    };
    adopt_device(host, &mut place)?;
    crate::backup::adopt_incarnation(host, &place)?;
    place.keys = place
        .keys
        .with_incarnation(place.store.identity().incarnation);
    Ok(Some(place))
}

/// A database carries the secret of its device, so that a backup which is restored on another PC goes
/// on as that device, in a new stream: what was sealed and not sent can still be sent.
fn adopt_device(host: &dyn Host, place: &mut Place) -> Result<(), Trouble> {
    let identity = place.store.identity();
    let carried = place
        .store
        .read(|view| view.setting(setting::DEVICE_SECRET))
        .map_err(Trouble::from)?
        .and_then(|text| crate::backup::unhex(&text))
        .and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    let is_own = |keys: &KeySet| keys.device_key().public() == identity.device_public;
    match carried {
        Some(_) if is_own(&place.keys) => {}
        Some(secret) => {
            let keys = place.keys.with_device_secret(&secret);
            if is_own(&keys) {
                key_place(host).save(DatabaseId::from_bytes(identity.database_id), &keys)?;
                place.keys = keys;
            }
        }
        None if is_own(&place.keys) => carry_device(host, place)?,
        None => {}
    }
    Ok(())
}

fn carry_device(host: &dyn Host, place: &Place) -> Result<(), Trouble> {
    let secret = crate::backup::hex(place.keys.device_secret());
    let mut salt_seed = [0; 32];
    host.random(&mut salt_seed)?;
    let info = store::ActInfo {
        op: Operation::Preferences.code(),
        actor: domain::UserId(Uuid::nil()),
        at: host.now(),
        salt_seed,
        undoable: Operation::Preferences.undoable(),
        sentence: None,
    };
    place
        .store
        .transact(info, |act| act.setting_put(setting::DEVICE_SECRET, &secret))?;
    Ok(())
}

/// A UUIDv7 of this instant.
pub(crate) fn new_id(host: &dyn Host) -> Result<Uuid, Trouble> {
    let mut random = [0; 10];
    host.random(&mut random)?;
    let millis = u64::try_from(host.now().0 / 1000).unwrap_or(0);
    Ok(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
}

fn generate_keys(host: &dyn Host) -> Result<KeySet, Trouble> {
    let mut failed = None;
    let keys = KeySet::generate(&mut |bytes| {
        if let Err(error) = host.random(bytes) {
            failed = Some(error);
        }
    });
    match failed {
        Some(error) => Err(error.into()),
        None => Ok(keys),
    }
}
