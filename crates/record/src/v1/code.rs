//! Enums as small integers. Every number stands here in full; none may be used again.

use domain::assignment::Tenure;
use domain::evaluation::{Aspek, EvaluationState};
use domain::evidence::EvidenceType;
use domain::nip::{NipKind, Sex};
use domain::note::NoteSource;
use domain::signatory::SignatoryRole;
use domain::{
    Behaviour, ExceptionKind, JabatanKind, Jenjang, Kind, OrganisationPredikat, Rating, Rhythm,
    Zone,
};
use minicbor::decode::Error;
use minicbor::encode::{self, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};

/// An enum whose values have frozen numbers.
pub(crate) trait Numbered: Copy {
    /// The number that is written.
    fn number(self) -> u8;
    /// The value of a number.
    fn from_number(number: u8) -> Option<Self>;
}

/// A value of an enum, written as its number.
#[derive(Clone, Copy)]
pub(crate) struct Code<T>(pub(crate) T);

impl<C, T: Numbered> Encode<C> for Code<T> {
    fn encode<W: Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        e.u8(self.0.number())?.ok()
    }
}

impl<'b, C, T: Numbered> Decode<'b, C> for Code<T> {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, Error> {
        T::from_number(d.u8()?)
            .map(Self)
            .ok_or_else(|| Error::message("no such value"))
    }
}

macro_rules! codes {
    ($($type:ident { $($variant:ident = $number:literal),+ $(,)? })+) => {$(
        impl Numbered for $type {
            fn number(self) -> u8 {
                match self { $(Self::$variant => $number),+ }
            }

            fn from_number(number: u8) -> Option<Self> {
                Some(match number { $($number => Self::$variant,)+ _ => return None })
            }
        }
    )+};
}

codes! {
    Zone { Wib = 0, Wita = 1, Wit = 2 }
    Rhythm { Monthly = 0, Quarterly = 1 }
    NipKind { Pns = 0, Pppk = 1 }
    Sex { Male = 1, Female = 2 }
    JabatanKind { Jpt = 0, Administrator = 1, Pengawas = 2, Pelaksana = 3, Fungsional = 4 }
    Jenjang {
        Pemula = 0, Terampil = 1, Mahir = 2, Penyelia = 3,
        AhliPertama = 4, AhliMuda = 5, AhliMadya = 6, AhliUtama = 7,
    }
    Tenure { Definitif = 0, Plt = 1, Plh = 2 }
    ExceptionKind { CutiBesar = 0, Pensiun = 1, TugasBelajar = 2, Mutasi = 3, Meninggal = 4 }
    SignatoryRole { Head = 0, Preparer = 1 }
    OrganisationPredikat { SangatKurang = 0, Kurang = 1, ButuhPerbaikan = 2, Baik = 3, Istimewa = 4 }
    Rating { DiBawah = 1, Sesuai = 2, DiAtas = 3 }
    Aspek { Kuantitas = 0, Kualitas = 1, Waktu = 2, Biaya = 3 }
    EvaluationState { Draft = 0, Ready = 1 }
    Behaviour {
        BerorientasiPelayanan = 0, Akuntabel = 1, Kompeten = 2, Harmonis = 3,
        Loyal = 4, Adaptif = 5, Kolaboratif = 6,
    }
    NoteSource { Observation = 0, Survey = 1, Interview = 2, DailyProgress = 3 }
    EvidenceType { Pdf = 0, Jpeg = 1, Png = 2, Xlsx = 3, Docx = 4 }
    Kind {
        Unit = 1, Employee = 2, Assignment = 3, Exception = 4, Signatory = 5,
        OrganisationResult = 6, Evaluation = 7, Note = 8, Evidence = 9,
        Alias = 10, DeviceNote = 11, Redaction = 12, User = 64,
    }
}
