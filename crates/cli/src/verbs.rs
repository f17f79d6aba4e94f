//! One verb per file.

mod advice;
mod backup;
mod calculate;
mod employees;
mod exception;
mod export;
mod finish;
mod import;
mod join;
mod missing;
mod organisation;
mod practice;
mod rate;
mod restore;
mod send;
mod status;
mod stick;
mod taken;
mod verify;

use crate::arguments::{Arguments, Verb};
use crate::outcome::{Failure, Outcome};
use crate::place;
use catalogue::Language;

/// The terminal speaks Indonesian; its JSON has English keys.
pub(crate) const LANGUAGE: Language = Language::Indonesian;

/// Does what the command line says.
pub(crate) fn run(arguments: Arguments) -> Result<Outcome, Failure> {
    let data = arguments.data;
    match arguments.verb {
        Verb::Hitung(it) => calculate::run(it),
        Verb::Latihan(it) => practice::run(&place::open(data), &it),
        Verb::Impor(it) => import::run(&place::open(data), &it),
        Verb::Pegawai => employees::run(&place::ready(data)?),
        Verb::Nilai(it) => rate::run(&place::ready(data)?, &it),
        Verb::Pengecualian(it) => exception::run(&place::ready(data)?, &it),
        Verb::Organisasi(it) => organisation::run(&place::ready(data)?, &it),
        Verb::Kurang(it) => missing::run(&place::ready(data)?, &it),
        Verb::Kirim(it) => finish::run(&place::ready(data)?, &it),
        Verb::Ekspor(it) => export::run(&place::ready(data)?, &it),
        Verb::Periksa => verify::run(&place::ready(data)?),
        Verb::Cadangkan(it) => backup::run(&place::ready(data)?, &it),
        Verb::Gabung(it) => join::run(&place::ready(data)?, &it),
        Verb::Sinkron => send::run(&place::ready(data)?),
        Verb::Usb(it) => stick::run(&place::ready(data)?, &it),
        Verb::Status => status::run(&place::ready(data)?),
        Verb::Pulihkan(it) => restore::run(&place::open(data), &it),
    }
}
