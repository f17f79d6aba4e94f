//! Opening the centre that the command line names.

use super::arguments::WhereData;
use super::outcome::Failure;
use central::database::Place;
use central::{Centre, Files, Opening, Trouble};
use std::path::PathBuf;

/// The database that the command line names.
pub(super) fn database(place: &WhereData) -> Place {
    match &place.database {
        Some(address) => Place::Server(address.clone()),
        None => Place::File(file(place)),
    }
}

/// The SQLite file in the data folder.
pub(super) fn file(place: &WhereData) -> PathBuf {
    place.data.join("pusat.sqlite")
}

/// Opens it.
pub(super) async fn open(place: &WhereData) -> Result<Centre, Failure> {
    std::fs::create_dir_all(&place.data).map_err(Trouble::from)?;
    let files = match &place.files {
        Some(address) => Files::at(address)?,
        None => Files::folder(&place.data.join("files"))?,
    };
    Ok(Centre::open(Opening::new(database(place), files)).await?)
}
