//! A person named in an assignment: somebody from the list, or somebody typed.

use crate::{EmployeeId, Golongan, Nip};
use serde::{Deserialize, Serialize};

/// A pejabat penilai, or that person's superior.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonReference {
    /// An employee of the list: jabatan and golongan follow that person's assignments.
    Employee(EmployeeId),
    /// Somebody outside the list, as typed.
    Typed(TypedPerson),
}

/// A person who is not in the list: the regent's secretary, a head of another office.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TypedPerson {
    /// Name with titles, as printed.
    pub name: String,
    /// NIP, unless the person has none (a regent).
    pub nip: Option<Nip>,
    /// Jabatan, as printed.
    pub jabatan: String,
    /// Golongan, when known.
    pub golongan: Option<Golongan>,
    /// Unit, as printed.
    pub unit: String,
}
