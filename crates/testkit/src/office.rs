//! An office in a temporary folder.

use crate::TestHost;
use api::import::UploadToken;
use api::session::{FirstRun, UserRole};
use api::{Command, Envelope, Refusal, Tag};
use app::Office;
use catalogue::Language;
use domain::{Rhythm, Unit, Zone};
use std::sync::Arc;
use tempfile::TempDir;

/// An office in a temporary folder, which goes when this is dropped.
#[derive(Debug)]
pub struct TestOffice {
    office: Office,
    host: Arc<TestHost>,
    folder: TempDir,
}

impl Default for TestOffice {
    fn default() -> Self {
        Self::new()
    }
}

impl TestOffice {
    /// An empty place: nobody has said who uses the program.
    #[must_use]
    pub fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let host = Arc::new(TestHost::new(folder.path()));
        let office = Office::start(Arc::clone(&host) as Arc<dyn app::Host>);
        Self {
            office,
            host,
            folder,
        }
    }

    /// An empty place on another PC: its ids and keys are not those of [`Self::new`].
    #[must_use]
    pub fn of_another_pc(number: u64) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let host = Arc::new(TestHost::of_another_pc(folder.path(), number));
        let office = Office::start(Arc::clone(&host) as Arc<dyn app::Host>);
        Self {
            office,
            host,
            folder,
        }
    }

    /// After the first run of the head of Dinas Pendidikan; see [`first_run`].
    #[must_use]
    pub fn ready() -> Self {
        let office = Self::new();
        office.ask(first_run()).expect("a first run");
        office
    }

    /// Closes the program and starts it again on the same folders.
    #[must_use]
    pub fn restarted(self) -> Self {
        let Self {
            office,
            host,
            folder,
        } = self;
        drop(office);
        let office = Office::start(Arc::clone(&host) as Arc<dyn app::Host>);
        Self {
            office,
            host,
            folder,
        }
    }

    /// One command.
    ///
    /// # Errors
    /// The program's refusal.
    pub fn ask<C: Command<Set = api::OfficeRequest>>(
        &self,
        command: C,
    ) -> Result<C::Answer, Refusal> {
        self.ask_with_tags(command).map(|(answer, _)| answer)
    }

    /// One command, with what became stale.
    ///
    /// # Errors
    /// The program's refusal.
    pub fn ask_with_tags<C: Command<Set = api::OfficeRequest>>(
        &self,
        command: C,
    ) -> Result<(C::Answer, Vec<Tag>), Refusal> {
        match self.office.call(command.request()) {
            Envelope::Answer { value, stale } => Ok((
                serde_json::from_value(value).expect("an answer of the declared type"),
                stale,
            )),
            Envelope::Refused(refusal) => Err(refusal),
        }
    }

    /// Hands a file over.
    #[must_use]
    pub fn upload(&self, name: &str, bytes: &[u8]) -> UploadToken {
        self.office.upload(name, bytes.to_vec()).expect("an upload")
    }

    /// The unit of the first run.
    #[must_use]
    pub fn unit(&self) -> Unit {
        let settings = self
            .ask(api::settings::GetSettings {})
            .expect("the settings");
        let mut units = settings.units.into_iter().map(|it| it.unit);
        units
            .find(|it| it.name == first_run().unit_name)
            .expect("the unit of the first run")
    }

    /// The host: its clock, what it opened.
    #[must_use]
    pub fn host(&self) -> &TestHost {
        &self.host
    }

    /// The program itself.
    #[must_use]
    pub const fn office(&self) -> &Office {
        &self.office
    }
}

/// Drs. Ahmad Yani heads Dinas Pendidikan, monthly, WIB.
#[must_use]
pub fn first_run() -> FirstRun {
    FirstRun {
        user_name: "Drs. Ahmad Yani, M.Pd.".to_owned(),
        user_nip: "197001011995031001".to_owned(),
        user_jabatan: "Kepala Dinas Pendidikan".to_owned(),
        unit_name: "Dinas Pendidikan".to_owned(),
        instansi: "Pemerintah Kabupaten Simeulue".to_owned(),
        zone: Zone::Wib,
        rhythm: Rhythm::Monthly,
        role: UserRole::Head,
        language: Language::Indonesian,
    }
}
