//! Five kinds of people, as the workbook shows them.

use chrono::NaiveDate;
use domain::assignment::Tenure;
use domain::nip::NipKind;
use domain::{Golongan, JabatanKind, Nip, Period, Predikat, Rating};
use reports::bkn::{BknAppraiser, BknRow, BknUnit, Outcome};

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

pub fn nip(digits: &str) -> Nip {
    Nip::parse(digits).expect("a NIP")
}

pub fn october() -> Period {
    Period::month(2026, 10).expect("a month")
}

pub fn rated(hasil_kerja: Rating, perilaku: Rating) -> Outcome {
    Outcome::Rated {
        hasil_kerja,
        perilaku,
        predikat: Predikat::of(hasil_kerja, perilaku),
    }
}

/// A PNS with everything known.
pub fn pns() -> BknRow {
    BknRow {
        pns_id: None,
        nip: nip("197504211999032001"),
        name: "dr. Nur'aini, Sp.A".into(),
        kind: NipKind::Pns,
        golongan: Golongan::pns(4, 1),
        period: october(),
        from: day(2026, 10, 1),
        to: day(2026, 10, 31),
        unit: BknUnit {
            siasn_id: None,
            name: "Puskesmas Simeulue Timur".into(),
            parent: "Dinas Kesehatan".into(),
        },
        jabatan: "Dokter Ahli Madya".into(),
        jabatan_kind: JabatanKind::Fungsional,
        tenure: Tenure::Definitif,
        outcome: rated(Rating::DiAtas, Rating::DiAtas),
        appraiser: Some(BknAppraiser {
            pns_id: Some("A8ACA7E1".into()),
            nip: Some(nip("196804111993031009")),
            name: "Drs. Mahmud, M.Si".into(),
            unit: BknUnit {
                name: "Dinas Kesehatan".into(),
                ..BknUnit::default()
            },
            jabatan: "Kepala Dinas Kesehatan".into(),
            golongan: Golongan::pns(4, 2),
        }),
        rated_on: Some(day(2026, 11, 2)),
    }
}

/// A PPPK whose ids SIASN gave, with a poor behaviour.
pub fn pppk() -> BknRow {
    BknRow {
        pns_id: Some("B91F20C4".into()),
        nip: nip("200012312024211001"),
        name: "Siti Aminah, S.Keb".into(),
        kind: NipKind::Pppk,
        golongan: Golongan::pppk(9),
        unit: BknUnit {
            siasn_id: Some("8ae482a7".into()),
            ..pns().unit
        },
        jabatan: "Bidan Ahli Pertama".into(),
        outcome: rated(Rating::Sesuai, Rating::DiBawah),
        ..pns()
    }
}

/// Somebody on long leave, appraised by a regent.
pub fn exempt() -> BknRow {
    BknRow {
        nip: nip("198504122010011005"),
        name: "Andi Saputra".into(),
        outcome: Outcome::Exempt,
        appraiser: Some(BknAppraiser {
            name: "Bupati Simeulue".into(),
            jabatan: "Bupati".into(),
            ..BknAppraiser::default()
        }),
        rated_on: None,
        ..pns()
    }
}

/// The second post of the same PNS, held as Plt from the middle of the month.
pub fn acting() -> BknRow {
    BknRow {
        from: day(2026, 10, 15),
        jabatan: "Kepala Puskesmas".into(),
        jabatan_kind: JabatanKind::Pengawas,
        tenure: Tenure::Plt,
        outcome: rated(Rating::Sesuai, Rating::Sesuai),
        ..pns()
    }
}

/// Somebody half rated, without an appraiser.
pub fn open() -> BknRow {
    BknRow {
        nip: nip("196804111993031009"),
        name: "=cmd|' /C calc'!A0".into(),
        golongan: None,
        outcome: Outcome::Open {
            hasil_kerja: Some(Rating::DiBawah),
            perilaku: None,
        },
        appraiser: None,
        rated_on: None,
        ..pns()
    }
}

pub fn all() -> Vec<BknRow> {
    vec![pns(), pppk(), exempt(), acting(), open()]
}
