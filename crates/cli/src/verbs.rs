//! One verb per file.

mod backup;
mod calculate;
mod employees;
mod exception;
mod export;
mod finish;
mod import;
mod missing;
mod organisation;
mod practice;
mod rate;
mod verify;

use crate::arguments::{Arguments, Verb};
use crate::outcome::{Failure, Outcome};
use crate::place;
use api::session::{GetSession, UnitLine};
use app::Office;
use catalogue::Language;

/// The terminal speaks Indonesian; its JSON has English keys.
const LANGUAGE: Language = Language::Indonesian;

/// Does what the command line says.
pub(crate) fn run(arguments: Arguments) -> Result<Outcome, Failure> {
    let data = arguments.data;
    match arguments.verb {
        Verb::Hitung(it) => calculate::run(it),
        Verb::Latihan(it) => practice::run(&place::open(data), &it),
        Verb::Impor(it) => import::run(data, &it),
        Verb::Pegawai => employees::run(&place::open(data)),
        Verb::Nilai(it) => rate::run(&place::open(data), &it),
        Verb::Pengecualian(it) => exception::run(&place::open(data), it),
        Verb::Organisasi(it) => organisation::run(&place::open(data), it),
        Verb::Kurang(it) => missing::run(&place::open(data), &it),
        Verb::Kirim(it) => finish::run(&place::open(data), &it),
        Verb::Ekspor(it) => export::run(&place::open(data), &it),
        Verb::Periksa => verify::run(&place::open(data)),
        Verb::Cadangkan(it) => backup::make(&place::open(data), &it),
        Verb::Pulihkan(it) => backup::restore(&place::open(data), &it),
    }
}

/// The units of an open place.
fn units(office: &Office) -> Result<Vec<UnitLine>, Failure> {
    let session = office.ask(GetSession {})?;
    match session.stage {
        api::session::Stage::Ready => Ok(session.units),
        api::session::Stage::FirstRun => {
            Err(api::Refusal::from(api::ErrorCode::NeedsFirstRun).into())
        }
        api::session::Stage::Locked(code) => Err(api::Refusal::from(code).into()),
    }
}
