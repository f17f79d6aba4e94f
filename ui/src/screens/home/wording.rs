//! What each line of Daftar Kurang says and where its button goes.

use crate::format::{held_as, plain_name};
use crate::routes::{self, Screen};
use crate::screens::sheet::cell_address;
use api::home::{MissingGroup, MissingPerson};
use catalogue::{Language, page_home as words};
use domain::missing::MissingCode;

/// `belum dinilai perilakunya`, after the number.
#[must_use]
pub const fn line(language: Language, code: MissingCode) -> &'static str {
    match code {
        MissingCode::KurangHasil => words::need_hasil(language),
        MissingCode::KurangPerilaku => words::need_perilaku(language),
        MissingCode::KurangBukti => words::need_bukti(language),
        MissingCode::KurangAlasan => words::need_alasan(language),
        MissingCode::PenilaiDiri => words::need_penilai_lain(language),
        MissingCode::KurangPenilai => words::need_penilai(language),
        MissingCode::BelumDitinjau => words::need_tinjau(language),
    }
}

/// `Nilai sekarang`.
#[must_use]
pub const fn action(language: Language, code: MissingCode) -> &'static str {
    match code {
        MissingCode::KurangHasil | MissingCode::KurangPerilaku => words::act_rate(language),
        MissingCode::KurangBukti => words::act_evidence(language),
        MissingCode::KurangAlasan => words::act_reason(language),
        MissingCode::PenilaiDiri | MissingCode::KurangPenilai => words::act_appraiser(language),
        MissingCode::BelumDitinjau => words::act_review(language),
    }
}

/// The name in a list: without titles, with how the post is held.
#[must_use]
pub fn name(person: &MissingPerson) -> String {
    held_as(plain_name(&person.name), person.tenure)
}

/// Where one person's missing thing is mended: the exact cell, or the person's posts.
#[must_use]
pub fn place(code: MissingCode, person: &MissingPerson) -> String {
    let cell = |column| cell_address(person.assignment, column);
    match code {
        MissingCode::KurangHasil | MissingCode::BelumDitinjau => cell("hasil_kerja"),
        MissingCode::KurangPerilaku => cell("perilaku"),
        MissingCode::KurangBukti => cell("bukti"),
        MissingCode::KurangAlasan => cell("alasan"),
        MissingCode::PenilaiDiri | MissingCode::KurangPenilai => routes::employee(person.employee),
    }
}

/// Where a line's button goes: to the first person, or to the list when an appraiser is named for
/// many at once.
#[must_use]
pub fn first_place(group: &MissingGroup) -> String {
    match (group.code, group.people.as_slice()) {
        (MissingCode::KurangPenilai, [_, _, ..]) | (_, []) => Screen::Employees.path().to_owned(),
        (code, [first, ..]) => place(code, first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::assignment::Tenure;
    use domain::{AssignmentId, EmployeeId, Nip};

    fn person() -> MissingPerson {
        MissingPerson {
            assignment: AssignmentId::from_bytes([1; 16]),
            employee: EmployeeId::from_bytes([2; 16]),
            name: "Andi".to_owned(),
            nip: Nip::parse("198509142009031004").unwrap(),
            tenure: Tenure::Plt,
        }
    }

    #[test]
    fn every_line_leads_to_its_exact_place() {
        let person = person();
        let cell = format!("/penilaian?baris={}&kolom=", person.assignment);
        assert_eq!(
            place(MissingCode::KurangPerilaku, &person),
            format!("{cell}perilaku")
        );
        assert_eq!(
            place(MissingCode::KurangBukti, &person),
            format!("{cell}bukti")
        );
        assert_eq!(
            place(MissingCode::KurangAlasan, &person),
            format!("{cell}alasan")
        );
        let employee = format!("/pegawai/{}", person.employee);
        assert_eq!(place(MissingCode::PenilaiDiri, &person), employee);
    }

    #[test]
    fn a_second_post_is_told_apart() {
        assert_eq!(name(&person()), "Andi (Plt)");
    }

    #[test]
    fn an_appraiser_for_many_is_named_in_the_list() {
        let many = MissingGroup {
            code: MissingCode::KurangPenilai,
            blocks: false,
            people: vec![person(), person()],
        };
        assert_eq!(first_place(&many), "/pegawai");
        let one = MissingGroup {
            people: vec![person()],
            ..many
        };
        assert_eq!(first_place(&one), format!("/pegawai/{}", person().employee));
    }
}
