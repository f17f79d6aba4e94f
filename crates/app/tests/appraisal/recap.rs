//! Rekap unit.

use crate::people::{except, hire, hire_as, october, office, post, rate};
use api::reports::{Export, Form, GetRecap, PreviewExport, Recap};
use api::settings::SaveSignatory;
use domain::{ExceptionKind, Golongan, Nip, PersonReference, Rating};
use testkit::{TestOffice, day};

fn recap(office: &TestOffice) -> Recap {
    office
        .ask(GetRecap {
            unit: office.unit().id,
            period: october(),
        })
        .unwrap()
}

#[test]
fn people_are_counted_by_predikat_and_kind() {
    let office = office();
    let rina = hire(&office, 1, "Rina");
    let yusuf = hire(&office, 2, "Yusuf");
    let contract = Nip::parse("199009142022211001").unwrap();
    let mut contract_post = post(office.unit().id);
    contract_post.golongan = Golongan::pppk(9);
    let dewi = hire_as(&office, "Dewi", contract, contract_post);
    hire(&office, 3, "Hasan");
    rate(&office, &rina, (Rating::Sesuai, Rating::Sesuai));
    rate(&office, &dewi, (Rating::Sesuai, Rating::DiAtas));
    except(
        &office,
        &yusuf,
        ExceptionKind::CutiBesar,
        ("2026-10-01", "2026-12-31"),
    );

    let lines: Vec<_> = recap(&office)
        .lines
        .into_iter()
        .filter(|line| line.pns + line.pppk > 0)
        .map(|line| (line.label, line.pns, line.pppk))
        .collect();
    let line = |label: &str, pns, pppk| (label.to_owned(), pns, pppk);
    assert_eq!(
        lines,
        [
            line("Baik", 1, 1),
            line("Belum dinilai", 1, 0),
            line("Tidak dinilai (pengecualian)", 1, 0),
            line("Jumlah", 3, 1),
        ]
    );
}

#[test]
fn the_head_signs_until_a_signatory_is_named() {
    let office = office();
    let head = recap(&office).signature.unwrap();
    assert_eq!(head.name, "Drs. Ahmad Yani, M.Pd.");
    assert_eq!(head.jabatan, "Kepala Dinas Pendidikan");
    assert_eq!(head.place_and_date, "28 Oktober 2026");

    let rina = hire(&office, 1, "Rina");
    office
        .ask(SaveSignatory {
            unit: office.unit().id,
            person: PersonReference::Employee(rina.employee),
            place: "Sinabang".to_owned(),
            from: day("2026-10-01"),
        })
        .unwrap();
    let signature = recap(&office).signature.unwrap();
    assert_eq!(signature.place_and_date, "Sinabang, 28 Oktober 2026");
    assert_eq!(
        (signature.name.as_str(), signature.nip),
        ("Rina", rina.nip.grouped())
    );
    assert_eq!(signature.pangkat, "Penata (III/c)");
}

#[test]
fn the_preview_is_what_the_file_holds() {
    let office = office();
    hire(&office, 1, "Rina");
    let unit = Some(office.unit().id);
    let (period, form) = (october(), Form::Recap);
    let preview = office.ask(PreviewExport { unit, period, form }).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rekap.xlsx");
    office
        .office()
        .export_to(&Export { unit, period, form }, &path)
        .unwrap();
    let cells = crate::export::cells(&path);
    assert_eq!(cells[7], preview.columns);
    assert_eq!(cells[8..], preview.rows);
    assert_eq!(preview.row_count as usize, preview.rows.len());
}
