//! Two PCs of one office change the same person without knowing of each other: a person decides.

use api::backup::Verify;
use api::sync::{Choice, Condition, Decide, DecisionLine, GetSync};
use journeys::desk::Pc;
use journeys::network::centre::{Centre, OFFICE};
use journeys::network::sending::{empty_office, join, office_of, records, status, sync, unsent};
use journeys::steps::import;
use journeys::stored;
use journeys::terminal::kinerja;

#[test]
fn whoever_comes_second_decides_for_their_own() -> anyhow::Result<()> {
    decided(Choice::Mine, "Nama Kedua")
}

#[test]
fn whoever_comes_second_decides_for_the_centre() -> anyhow::Result<()> {
    decided(Choice::Centre, "Nama Pertama")
}

fn decided(choice: Choice, expected: &str) -> anyhow::Result<()> {
    let centre = Centre::start()?;
    let (first, second) = (office_of(3)?, empty_office()?);
    for pc in [&first, &second] {
        join(pc, &centre, None)?;
        sync(pc)?.with(0)?;
    }
    assert_eq!(names(&second)?, names(&first)?, "the list came down");
    rename(&first, "Nama Pertama")?;
    rename(&second, "Nama Kedua")?;
    sync(&first)?.with(0)?;
    sync(&second)?;
    let said = status(&second)?;
    assert_eq!(said["condition"], "needs_decision", "{said}");
    assert_eq!(
        unsent(&second)?,
        0,
        "what was written here is at the centre too"
    );

    let line = decide(&second, choice)?;
    assert!(!line.fields.is_empty(), "{line:?}");
    for pc in [&second, &first] {
        sync(pc)?.with(0)?;
    }
    for pc in [&first, &second] {
        assert!(
            names(pc)?.contains(&expected.to_owned()),
            "{:?}",
            names(pc)?
        );
        let said = status(pc)?;
        assert_eq!(said["condition"], "all_received", "{said}");
        records(pc)?;
    }
    assert_eq!(centre.office(OFFICE)?["held"], 0);
    centre.verify()?;
    Ok(())
}

/// Imports the list once more, with another name of the first person.
fn rename(pc: &Pc, name: &str) -> anyhow::Result<()> {
    let people = kinerja(pc, &["pegawai"])?.with(0)?;
    let file = pc.file("perubahan.csv");
    let nip = people[0]["nip"].as_str().unwrap_or_default();
    let text =
        format!("Nama,NIP,Gol/Ruang,Jabatan,Unit Kerja\n{name},{nip},III/a,Pengelola,Dinas\n");
    std::fs::write(&file, text)?;
    let done = import(pc, &file)?;
    anyhow::ensure!(done.status == 0, "{done:?}");
    anyhow::ensure!(done.value["changed"] == 1, "{done:?}");
    Ok(())
}

/// Who is there.
fn names(pc: &Pc) -> anyhow::Result<Vec<String>> {
    let people = kinerja(pc, &["pegawai"])?.with(0)?;
    let people = people.as_array().into_iter().flatten();
    let mut found: Vec<String> = people
        .map(|it| it["name"].as_str().unwrap_or_default().to_owned())
        .collect();
    found.sort();
    Ok(found)
}

/// Decides as the window would.
fn decide(pc: &Pc, choice: Choice) -> anyhow::Result<DecisionLine> {
    let office = stored::office(pc);
    let refused = |refusal: api::Refusal| anyhow::anyhow!("{:?}", refusal.code);
    let screen = office.ask(GetSync {}).map_err(refused)?;
    anyhow::ensure!(
        matches!(screen.condition, Condition::NeedsDecision { .. }),
        "{:?}",
        screen.condition
    );
    let line = screen.decisions.first().cloned();
    let line = line.ok_or_else(|| anyhow::anyhow!("no decision"))?;
    let after = office
        .ask(Decide {
            kind: line.kind,
            id: line.id,
            centre: line.centre.revision.clone(),
            choice,
        })
        .map_err(refused)?;
    anyhow::ensure!(after.decisions.is_empty(), "{:?}", after.decisions);
    anyhow::ensure!(office.ask(Verify {}).map_err(refused)?.ok, "not sound");
    Ok(line)
}
