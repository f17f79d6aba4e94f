//! A centre on SQLite in a temporary folder, and offices that join it.

use crate::people::{Person, hire, october, rate};
use api::home::Finish;
use api::session::{GetStatus, Status};
use api::sheet::AppraiserChoice;
use api::sync::{GetSync, Join, SyncView};
use app::sending::Report;
use central::database::Place;
use central::http::{Limits, Serving, Site, Transport, serve};
use central::{Centre, Files, OfficeLine, Opening};
use domain::Rating;
use std::sync::mpsc::channel;
use testkit::TestOffice;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

/// A centre that serves until it is dropped.
pub struct TestCentre {
    pub centre: Centre,
    pub runtime: Runtime,
    stop: Option<oneshot::Sender<()>>,
    _folder: tempfile::TempDir,
}

impl TestCentre {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let runtime = Runtime::new().unwrap();
        let place = Place::File(folder.path().join("pusat.sqlite"));
        let files = Files::folder(&folder.path().join("berkas")).unwrap();
        let centre = runtime
            .block_on(Centre::open(Opening::new(place, files)))
            .unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let (address, announced) = channel();
        let site = Site::new(centre.clone(), Limits::default());
        runtime.spawn(async move {
            let serving = Serving {
                listen: "127.0.0.1:0".parse().unwrap(),
                transport: Transport::OwnCertificate,
                public_url: None,
                page: None,
            };
            let announce = |url: &str| address.send(url.to_owned()).unwrap();
            let stop = async {
                let _ = stopped.await;
            };
            serve(site, serving, announce, stop).await.unwrap();
        });
        announced.recv().unwrap();
        Self {
            centre,
            runtime,
            stop: Some(stop),
            _folder: folder,
        }
    }

    /// A code for Dinas Pendidikan.
    pub fn code(&self) -> String {
        let made = self
            .runtime
            .block_on(self.centre.new_code("Dinas Pendidikan"));
        made.unwrap().code
    }

    /// What the centre says of its offices.
    pub fn offices(&self) -> Vec<OfficeLine> {
        self.runtime.block_on(self.centre.offices()).unwrap()
    }

    /// A PC of Dinas Pendidikan that has joined.
    pub fn pc(&self, number: u64) -> TestOffice {
        let office = TestOffice::of_another_pc(number);
        office.ask(testkit::first_run()).unwrap();
        office.host().set_now("2026-10-28T09:00:00+07:00");
        office.ask(Join { code: self.code() }).unwrap();
        office
    }
}

impl Drop for TestCentre {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
    }
}

pub fn send(office: &TestOffice) -> Report {
    office.office().send_now().unwrap()
}

pub fn screen(office: &TestOffice) -> SyncView {
    office.ask(GetSync {}).unwrap()
}

pub fn status(office: &TestOffice) -> Status {
    office
        .ask(GetStatus {
            unit: None,
            period: None,
        })
        .unwrap()
}

/// Hires somebody, rates and finishes.
pub fn rated(office: &TestOffice, number: u32, name: &str) -> Person {
    let person = hire(office, number, name);
    rate(office, &person, (Rating::Sesuai, Rating::Sesuai));
    finish(office);
    person
}

pub fn finish(office: &TestOffice) {
    office
        .ask(Finish {
            unit: None,
            period: october(),
            appraiser: AppraiserChoice::Everybody,
        })
        .unwrap();
}

/// What somebody is called on this PC, whatever the unit.
pub fn name_of(office: &TestOffice, person: &Person) -> String {
    let employee = person.employee;
    let detail = office.ask(api::employees::GetEmployee { employee });
    detail.unwrap().employee.name
}
