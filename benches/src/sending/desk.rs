//! A real office: its database with the corpus in it, written as the program writes it.

use anyhow::Context as _;
use corpus::{Line, Office};
use domain::{Assignment, Document, Kind, Timestamp, UserId};
use journeys::desk::Pc;
use journeys::network::sending::empty_office;
use std::time::{SystemTime, UNIX_EPOCH};
use store::{Act, ActInfo, OpenKey, Places, Store, StoreError, Undoable};
use uuid::Uuid;
use vault::{DatabaseId, KeyPlace};

/// A PC with the people of the lines in it, nobody rated; and the post of each line.
pub(super) fn filled(lines: &[Line]) -> anyhow::Result<(Pc, Vec<Assignment>)> {
    let pc = empty_office()?;
    let store = open(&pc)?;
    let mut failed = None;
    let office = Office::of(lines, &mut || {
        new_id().unwrap_or_else(|error| {
            failed = Some(error);
            Uuid::nil()
        })
    })?;
    if let Some(error) = failed {
        return Err(error);
    }
    write(&store, app::now(), |act| {
        office.master.iter().try_for_each(|it| act.put(it))
    })?;
    Ok((pc, office.posts))
}

/// Seals the evaluations, one act each, at the times that the lines say.
pub(super) fn rate(pc: &Pc, (lines, posts): (&[Line], &[Assignment])) -> anyhow::Result<()> {
    let store = open(pc)?;
    for (line, post) in lines.iter().zip(posts) {
        let evaluation = line.evaluation(post)?;
        let id = evaluation.id.0;
        let at = Timestamp(line.dibuat.cast_signed().saturating_mul(1000));
        write(&store, at, |act| {
            act.put(Document::Evaluation(Box::new(evaluation)))?;
            act.seal(Kind::Evaluation, id)?;
            Ok(())
        })?;
    }
    Ok(())
}

fn open(pc: &Pc) -> anyhow::Result<Store> {
    let places = Places::new(pc.data());
    let id = Store::database_id(&places)?.context("no database")?;
    let keys = KeyPlace::choose(Some(pc.keys()), &pc.home()).load(DatabaseId::from_bytes(id))?;
    let keys = keys.context("no key")?;
    Ok(Store::open(&places, &OpenKey::new(*keys.database_key()))?)
}

fn write(
    store: &Store,
    at: Timestamp,
    act: impl FnOnce(&mut Act<'_>) -> Result<(), StoreError>,
) -> anyhow::Result<()> {
    let mut salt_seed = [0; 32];
    app::random(&mut salt_seed)?;
    let info = ActInfo {
        op: "import",
        actor: UserId(Uuid::nil()),
        at,
        salt_seed,
        undoable: Undoable::No,
        sentence: None,
    };
    store.transact(info, act)?;
    Ok(())
}

fn new_id() -> anyhow::Result<Uuid> {
    let mut random = [0; 10];
    app::random(&mut random)?;
    let since = SystemTime::now().duration_since(UNIX_EPOCH)?;
    let milliseconds = u64::try_from(since.as_millis())?;
    Ok(uuid::Builder::from_unix_timestamp_millis(milliseconds, &random).into_uuid())
}
