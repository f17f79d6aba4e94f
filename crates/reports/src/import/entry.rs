//! One good row of a list.

use chrono::NaiveDate;
use domain::assignment::Tenure;
use domain::employee::EmployeeKind;
use domain::nip::Sex;
use domain::{Capaian, Golongan, JabatanKind, Jenjang, Nip, TypedPerson};

/// What one row says of one person. Empty texts and `None` mean that the row says nothing;
/// whether the file has the column at all is [`super::Parsed::has`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Name without titles.
    pub name: String,
    /// Titles before the name.
    pub title_before: String,
    /// Titles after the name.
    pub title_after: String,
    /// Number of the civil servant.
    pub nip: Nip,
    /// As the column says, else as the NIP tells.
    pub kind: EmployeeKind,
    /// As the column says.
    pub sex: Option<Sex>,
    /// As the column says.
    pub birth_date: Option<NaiveDate>,
    /// Golongan now.
    pub golongan: Option<Golongan>,
    /// TMT golongan.
    pub golongan_since: Option<NaiveDate>,
    /// Education, as written.
    pub education: String,
    /// SIASN's PNS ID.
    pub pns_id: Option<String>,
    /// The post's name.
    pub jabatan: String,
    /// Kind of post, where the row tells it.
    pub jabatan_kind: Option<JabatanKind>,
    /// Level of a functional post.
    pub jenjang: Option<Jenjang>,
    /// TMT jabatan.
    pub jabatan_since: Option<NaiveDate>,
    /// Definitif unless the row says Plt or Plh.
    pub tenure: Tenure,
    /// Unit kerja.
    pub unit: String,
    /// SIASN's UNOR id.
    pub unit_siasn_id: Option<String>,
    /// The unit above.
    pub unit_parent: String,
    /// The government that the unit belongs to.
    pub instansi: String,
    /// Pejabat penilai; the same person may stand in the list, under the same NIP.
    pub appraiser: Option<TypedPerson>,
    /// Atasan pejabat penilai.
    pub appraiser_superior: Option<TypedPerson>,
    /// Attainment.
    pub capaian: Option<Capaian>,
    /// Kedudukan hukum, as written.
    pub legal_position: String,
}
