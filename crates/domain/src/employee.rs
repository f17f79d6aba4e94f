//! Civil servants: who they are, apart from what post they hold.

use crate::nip::{NipKind, Sex};
use crate::{EmployeeId, Golongan, Nip};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// PNS or PPPK. The kind is stored, because a legacy NIP may not tell it.
pub type EmployeeKind = NipKind;

/// A civil servant (ASN).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Employee {
    /// Identity, made on this PC.
    pub id: EmployeeId,
    /// Name without titles.
    pub name: String,
    /// Titles before the name: `dr.`
    pub title_before: String,
    /// Titles after the name: `S.Sos., M.Si.`
    pub title_after: String,
    /// Number of the civil servant.
    pub nip: Nip,
    /// PNS or PPPK.
    pub kind: EmployeeKind,
    /// Sex in the master record; may differ from the NIP's (a legacy error, warned about).
    pub sex: Option<Sex>,
    /// Birth date in the master record; may differ from the NIP's.
    pub birth_date: Option<NaiveDate>,
    /// Golongan now.
    pub golongan: Option<Golongan>,
    /// TMT golongan: since when.
    pub golongan_since: Option<NaiveDate>,
    /// Education, as SIASN names it.
    pub education: String,
    /// SIASN's PNS ID, when an import brought it.
    pub pns_id: Option<String>,
}

impl Employee {
    /// The name with titles, as forms print it: `dr. Nur'aini, Sp.A`.
    #[must_use]
    pub fn full_name(&self) -> String {
        let mut full = String::new();
        if !self.title_before.is_empty() {
            full.push_str(&self.title_before);
            full.push(' ');
        }
        full.push_str(&self.name);
        if !self.title_after.is_empty() {
            full.push_str(", ");
            full.push_str(&self.title_after);
        }
        full
    }
}
