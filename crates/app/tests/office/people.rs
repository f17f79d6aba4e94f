//! What these tests say again and again.

use api::employees::{
    EmployeeFilter, EmployeeLine, EmployeeList, ListEmployees, Post, SaveEmployee,
};
use api::import::{ApplyImport, ImportPreview, ImportSource, Imported, PreviewImport};
use domain::assignment::Tenure;
use domain::{Assignment, Employee, JabatanKind, UnitId};
use testkit::{TestOffice, day, list, period};

/// A post as a form gives it.
pub(crate) fn post(unit: UnitId, jabatan: &str, from: &str) -> Post {
    Post {
        unit,
        jabatan: jabatan.to_owned(),
        jabatan_kind: JabatanKind::Pelaksana,
        jenjang: None,
        golongan: "III/b".parse().ok(),
        tenure: Tenure::Definitif,
        appraiser: None,
        appraiser_superior: None,
        from: day(from),
        to: None,
    }
}

/// A person as a form gives one.
pub(crate) fn person(name: &str, nip: &str, post: Option<Post>) -> SaveEmployee {
    SaveEmployee {
        employee: None,
        name: name.to_owned(),
        title_before: String::new(),
        title_after: String::new(),
        nip: nip.to_owned(),
        sex: None,
        birth_date: None,
        education: String::new(),
        post,
    }
}

/// Adds somebody in the first unit, since 2020.
pub(crate) fn add(office: &TestOffice, name: &str, number: u32) -> (Employee, Assignment) {
    let post = post(office.unit().id, "Pengelola Data", "2020-01-01");
    let nip = testkit::nip(number);
    let detail = office.ask(person(name, nip.digits(), Some(post))).unwrap();
    (detail.employee, detail.assignments[0].assignment.clone())
}

/// The list of everybody with a post in a period, of every unit.
pub(crate) fn listed(office: &TestOffice, of: &str, filter: EmployeeFilter) -> EmployeeList {
    let request = ListEmployees {
        unit: None,
        period: period(of),
        query: String::new(),
        filter,
    };
    office.ask(request).unwrap()
}

/// One person's line in a period.
pub(crate) fn line(office: &TestOffice, of: &str, name: &str) -> Option<EmployeeLine> {
    let lines = listed(office, of, EmployeeFilter::Active).lines;
    lines.into_iter().find(|line| line.name.contains(name))
}

/// Reads a pasted list; who has no unit in it belongs to the unit of the first run.
pub(crate) fn preview<R: AsRef<[C]>, C: AsRef<str>>(
    office: &TestOffice,
    rows: &[R],
) -> ImportPreview {
    let source = ImportSource::Text(list(rows));
    office
        .ask(PreviewImport {
            source,
            unit: Some(office.unit().id),
        })
        .unwrap()
}

/// Reads a pasted list and lets it in, from a day on.
pub(crate) fn import<R: AsRef<[C]>, C: AsRef<str>>(
    office: &TestOffice,
    rows: &[R],
    from: &str,
) -> Imported {
    let token = preview(office, rows).token;
    office
        .ask(ApplyImport {
            token,
            from: day(from),
            newcomers_from: None,
        })
        .unwrap()
}
