//! The people of the practice office, as data.

use crate::Trouble;
use domain::note::NoteSource;
use domain::{Capaian, ExceptionKind, Golongan, JabatanKind, Jenjang, Nip, TypedPerson};
use serde::Deserialize;

/// The file that notes with evidence carry: a real PDF.
pub(super) const PROOF: &[u8] = include_bytes!("../../../../assets/latihan/bukti.pdf");

#[derive(Deserialize)]
pub(super) struct Cast {
    pub(super) instansi: String,
    /// Who rates the heads: somebody outside the list.
    pub(super) superior: TypedPerson,
    pub(super) units: Vec<CastUnit>,
    pub(super) people: Vec<Member>,
    pub(super) notes: Vec<NoteLine>,
    pub(super) given_names: Vec<String>,
    pub(super) family_names: Vec<String>,
    pub(super) posts: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct CastUnit {
    pub(super) key: String,
    pub(super) name: String,
}

/// One employee.
#[derive(Clone, Deserialize)]
pub(super) struct Member {
    pub(super) unit: String,
    pub(super) title_before: String,
    pub(super) name: String,
    pub(super) title_after: String,
    pub(super) nip: Nip,
    pub(super) golongan: Golongan,
    pub(super) jabatan: String,
    pub(super) jabatan_kind: JabatanKind,
    pub(super) jenjang: Option<Jenjang>,
    pub(super) education: String,
    pub(super) capaian: Option<Capaian>,
    #[serde(default)]
    pub(super) head: bool,
    #[serde(default)]
    pub(super) acting: Option<String>,
    #[serde(default)]
    pub(super) transfer: bool,
    #[serde(default)]
    pub(super) exception: Option<ExceptionKind>,
}

#[derive(Deserialize)]
pub(super) struct NoteLine {
    pub(super) nip: Nip,
    pub(super) day: i64,
    pub(super) source: NoteSource,
    pub(super) text: String,
    pub(super) tags: Vec<String>,
    pub(super) evidence: bool,
}

impl Cast {
    pub(super) fn embedded() -> Result<Self, Trouble> {
        Ok(serde_json::from_str(include_str!(
            "../../../../assets/latihan/latihan.json"
        ))?)
    }
}

impl Member {
    pub(super) fn full_name(&self) -> String {
        let before = if self.title_before.is_empty() {
            ""
        } else {
            " "
        };
        let after = if self.title_after.is_empty() {
            ""
        } else {
            ", "
        };
        format!(
            "{}{before}{}{after}{}",
            self.title_before, self.name, self.title_after
        )
    }
}
