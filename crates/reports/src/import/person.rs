//! What one row says of one person.

use super::field_reader::{FieldReader, Unreadable};
use super::jabatan::{self, Said};
use super::name::{self, SplitName};
use super::number::{self, ReadCapaian};
use super::{Entry, ImportField as F, ImportReason, ImportWarning};
use domain::capaian::CapaianError;
use domain::employee::EmployeeKind;
use domain::nip::Sex;
use domain::rules::normalised;
use domain::{Capaian, Golongan, Nip, TypedPerson};

/// A row as far as it could be read.
pub(super) struct Read {
    pub(super) nip: Option<Nip>,
    pub(super) name: String,
    /// Everything; `None` without a valid NIP.
    pub(super) entry: Option<Box<Entry>>,
}

/// No name in Indonesia is longer; a longer text came from another column.
const LONGEST_NAME: u32 = 200;
/// Posts and units have long names: "Kepala Sub Bagian … pada Bagian … Sekretariat …".
const LONGEST_TEXT: u32 = 400;

/// Reads every field, so that all problems are found at once.
pub(super) fn read(reader: &mut FieldReader<'_>) -> Read {
    let nip = reader.nip(F::Nip);
    let SplitName {
        before,
        name,
        after,
    } = full_name(reader);
    let kind = kind(reader, nip.as_ref());
    let golongan = golongan(reader, kind);
    let sex = sex(reader, nip.as_ref());
    let birth_date = reader.date(F::BirthDate);
    if let (Some(date), Some(nip)) = (birth_date, &nip)
        && date != nip.birth_date()
    {
        reader.warn(F::BirthDate, ImportWarning::BirthDateDiffersFromNip);
    }
    let golongan_since = reader.date(F::GolonganSince);
    let jabatan_since = reader.date(F::JabatanSince);
    let tenure = tenure(reader);
    let capaian = capaian(reader);
    let legal_position = legal_position(reader);
    let appraiser = someone(reader, &APPRAISER);
    let appraiser_superior = someone(reader, &SUPERIOR);
    let post = post(reader);
    let [education, unit, unit_parent, instansi] =
        [F::Education, F::Unit, F::UnitParent, F::Instansi].map(|it| reader.text(it, LONGEST_TEXT));
    let [pns_id, unit_siasn_id] =
        [F::PnsId, F::UnitSiasnId].map(|it| Some(reader.text(it, 100)).filter(|id| !id.is_empty()));
    let entry = nip.clone().map(|nip| {
        Box::new(Entry {
            name: name.clone(),
            title_before: before,
            title_after: after,
            kind: kind.unwrap_or_else(|| nip.kind()),
            nip,
            sex,
            birth_date,
            golongan,
            golongan_since,
            education,
            pns_id,
            jabatan: post.jabatan,
            jabatan_kind: post.kind,
            jenjang: post.jenjang,
            jabatan_since,
            tenure,
            unit,
            unit_siasn_id,
            unit_parent,
            instansi,
            appraiser,
            appraiser_superior,
            capaian,
            legal_position,
        })
    });
    Read { nip, name, entry }
}

/// Titles come from their own columns; a row that leaves these empty may have them in the name.
fn full_name(reader: &mut FieldReader<'_>) -> SplitName {
    let name = reader.text(F::Name, LONGEST_NAME);
    let before = reader.text(F::TitleBefore, LONGEST_NAME);
    let after = reader.text(F::TitleAfter, LONGEST_NAME);
    if name.is_empty() && !matches!(reader.cell(F::Name), super::cell::Cell::Error) {
        reader.reject(F::Name, ImportReason::NameMissing);
    }
    if before.is_empty() && after.is_empty() {
        name::split(&name)
    } else {
        SplitName {
            before,
            name,
            after,
        }
    }
}

/// PNS or PPPK: the column, because a legacy NIP may not tell it; else the NIP.
fn kind(reader: &mut FieldReader<'_>, nip: Option<&Nip>) -> Option<EmployeeKind> {
    let text = reader.text(F::EmployeeKind, LONGEST_TEXT);
    let told = nip.map(Nip::kind);
    if text.is_empty() {
        return told;
    }
    let Some(kind) = reader.rules.import_columns.kind(&text) else {
        reader.warn(F::EmployeeKind, ImportWarning::KindUnreadable);
        return told;
    };
    if told.is_some_and(|told| told != kind) {
        reader.warn(F::EmployeeKind, ImportWarning::KindDiffersFromNip);
    }
    Some(kind)
}

fn golongan(reader: &mut FieldReader<'_>, kind: Option<EmployeeKind>) -> Option<Golongan> {
    match reader.golongan(F::Golongan) {
        Ok(golongan) => {
            let other = match golongan? {
                Golongan::Pns { .. } => EmployeeKind::Pppk,
                Golongan::Pppk(_) => EmployeeKind::Pns,
            };
            if kind == Some(other) {
                reader.warn(F::Golongan, ImportWarning::GolonganOfOtherKind);
            }
            golongan
        }
        // The table of PPPK golongan is not settled by a text, so it is held loosely.
        Err(Unreadable) if kind == Some(EmployeeKind::Pppk) => {
            reader.warn(F::Golongan, ImportWarning::GolonganUnreadable);
            None
        }
        Err(Unreadable) => {
            reader.reject(F::Golongan, ImportReason::GolonganUnreadable);
            None
        }
    }
}

fn sex(reader: &mut FieldReader<'_>, nip: Option<&Nip>) -> Option<Sex> {
    let text = reader.text(F::Sex, LONGEST_TEXT);
    if text.is_empty() {
        return None;
    }
    let Some(sex) = reader.rules.import_columns.sex(&text) else {
        reader.warn(F::Sex, ImportWarning::SexUnreadable);
        return None;
    };
    if nip.is_some_and(|nip| nip.sex() != sex) {
        reader.warn(F::Sex, ImportWarning::SexDiffersFromNip);
    }
    Some(sex)
}

fn tenure(reader: &mut FieldReader<'_>) -> domain::assignment::Tenure {
    let text = reader.text(F::Tenure, LONGEST_TEXT);
    if text.is_empty() {
        return domain::assignment::Tenure::Definitif;
    }
    reader
        .rules
        .import_columns
        .tenure(&text)
        .unwrap_or_else(|| {
            reader.warn(F::Tenure, ImportWarning::TenureUnreadable);
            domain::assignment::Tenure::Definitif
        })
}

fn capaian(reader: &mut FieldReader<'_>) -> Option<Capaian> {
    let reason = match number::capaian(reader.cell(F::Capaian)) {
        ReadCapaian::Nothing => return None,
        ReadCapaian::Figure(capaian) => return Some(capaian),
        ReadCapaian::Ambiguous => {
            reader.warn(F::Capaian, ImportWarning::CapaianAmbiguous);
            return None;
        }
        ReadCapaian::Wrong(_) if matches!(reader.cell(F::Capaian), super::cell::Cell::Error) => {
            ImportReason::CellError
        }
        ReadCapaian::Wrong(CapaianError::NotANumber) => ImportReason::CapaianUnreadable,
        ReadCapaian::Wrong(CapaianError::TooLarge) => ImportReason::CapaianTooLarge,
    };
    reader.reject(F::Capaian, reason);
    None
}

fn legal_position(reader: &mut FieldReader<'_>) -> String {
    let text = reader.text(F::LegalPosition, LONGEST_TEXT);
    let active = normalised(&text)
        .split(' ')
        .next()
        .is_some_and(|word| word == "aktif");
    if !text.is_empty() && !active {
        reader.warn(F::LegalPosition, ImportWarning::NotActive);
    }
    text
}

struct Post {
    jabatan: String,
    kind: Option<domain::JabatanKind>,
    jenjang: Option<domain::Jenjang>,
}

fn post(reader: &mut FieldReader<'_>) -> Post {
    let rules = &reader.rules.jabatan;
    let [jabatan, kind, eselon, jenjang] = [F::Jabatan, F::JabatanKind, F::Eselon, F::Jenjang]
        .map(|field| reader.text(field, LONGEST_TEXT));
    let said = Said {
        jabatan: &jabatan,
        kind: &kind,
        eselon: &eselon,
        jenjang: &jenjang,
    };
    if !jabatan::is_kind_readable(rules, &said) {
        reader.warn(F::JabatanKind, ImportWarning::JabatanKindUnreadable);
    } else if jabatan::lacks_eselon(rules, &said) {
        reader.warn(F::JabatanKind, ImportWarning::EselonMissing);
    }
    let level = jabatan::jenjang(rules, &said);
    if !jenjang.is_empty() && level.is_none() {
        reader.warn(F::Jenjang, ImportWarning::JenjangUnreadable);
    }
    let kind = jabatan::kind(rules, &said);
    Post {
        jabatan,
        kind,
        jenjang: level,
    }
}

/// The columns that describe a person who is not the row's own.
struct Someone {
    name: F,
    nip: F,
    jabatan: F,
    golongan: F,
    unit: F,
}

const APPRAISER: Someone = Someone {
    name: F::AppraiserName,
    nip: F::AppraiserNip,
    jabatan: F::AppraiserJabatan,
    golongan: F::AppraiserGolongan,
    unit: F::AppraiserUnit,
};

const SUPERIOR: Someone = Someone {
    name: F::SuperiorName,
    nip: F::SuperiorNip,
    jabatan: F::SuperiorJabatan,
    golongan: F::SuperiorGolongan,
    unit: F::SuperiorUnit,
};

/// An appraiser or that person's superior; nobody when neither name nor NIP is there.
fn someone(reader: &mut FieldReader<'_>, fields: &Someone) -> Option<TypedPerson> {
    let name = reader.text(fields.name, LONGEST_NAME);
    let nip = reader.nip_if_any(fields.nip);
    let jabatan = reader.text(fields.jabatan, LONGEST_TEXT);
    let unit = reader.text(fields.unit, LONGEST_TEXT);
    let golongan = reader
        .golongan(fields.golongan)
        .unwrap_or_else(|Unreadable| {
            reader.reject(fields.golongan, ImportReason::GolonganUnreadable);
            None
        });
    (!name.is_empty() || nip.is_some()).then_some(TypedPerson {
        name,
        nip,
        jabatan,
        golongan,
        unit,
    })
}
