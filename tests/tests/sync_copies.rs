//! Copies that went their own ways: a cloned disk, a backup on another PC, a centre of yesterday.

use journeys::desk::Pc;
use journeys::network::centre::{Centre, OFFICE};
use journeys::network::sending::{
    assert_arrived, empty_office, join, office_of, rate, records, seal, seal_one, status, sync,
    unsent,
};
use journeys::terminal::kinerja;

#[test]
fn a_cloned_disk_becomes_a_second_stream_and_both_works_arrive() -> anyhow::Result<()> {
    let centre = Centre::start()?;
    let first = office_of(20)?;
    join(&first, &centre, None)?;
    sync(&first)?.with(0)?;
    let second = Pc::copy_of(&first)?;
    seal_one(&first, "Baik")?;
    rate(&second)?;
    let by_second = seal(&second)?["sealed"].as_u64().unwrap_or_default();
    assert!(by_second > 0);
    let there = centre.records()?;
    sync(&first)?.with(0)?;
    assert_eq!(centre.records()?, there + 1);

    sync(&second)?.with(0)?;
    assert_eq!(unsent(&second)?, 0, "{}", status(&second)?);
    let line = centre.office(OFFICE)?;
    assert_eq!(line["forks"], 1, "a person sees it: {line}");
    assert!(centre.records()? > there + by_second, "{line}");
    centre.verify()?;

    // Both go on, and each reads of the other.
    for office in [&first, &second] {
        seal_one(office, "Istimewa")?;
        sync(office)?;
        assert_eq!(unsent(office)?, 0, "{}", status(office)?);
        records(office)?;
    }
    assert_eq!(centre.office(OFFICE)?["forks"], 1, "one copy, one fork");
    sync(&first)?;
    let missing = kinerja(&first, &["kurang", "--periode", "2026-10"])?.with(0)?;
    let not_rated = missing.as_array().into_iter().flatten();
    let not_rated = not_rated.filter(|it| it["code"] == "KURANG-HASIL").count();
    assert_eq!(not_rated, 0, "the ratings of the copy came down: {missing}");
    Ok(())
}

#[test]
fn a_backup_on_another_pc_goes_on_as_the_same_device() -> anyhow::Result<()> {
    let centre = Centre::start()?;
    let lost = office_of(20)?;
    join(&lost, &centre, None)?;
    sync(&lost)?.with(0)?;
    rate(&lost)?;
    seal(&lost)?;
    let waiting = unsent(&lost)?;
    assert!(waiting >= 20);
    let (backup, words) = (lost.file("kantor.cadangan"), lost.file("kata.txt"));
    let (backup, words) = (backup.to_string_lossy(), words.to_string_lossy());
    kinerja(&lost, &["cadangkan", &backup, "--kode-berkas", &words])?.with(0)?;
    let there = centre.records()?;

    let fresh = Pc::new()?;
    kinerja(&fresh, &["pulihkan", &backup, "--kode-berkas", &words])?.with(0)?;
    seal_one(&fresh, "Baik")?;
    let sent = sync(&fresh)?.with(0)?;
    assert!(sent["accepted"].as_u64() > Some(waiting), "{sent}");
    assert!(centre.records()? > there + waiting);
    let line = centre.office(OFFICE)?;
    assert_eq!(line["devices"], 1, "{line}");
    assert_eq!(line["forks"], 0, "{line}");
    assert_arrived(&fresh, &centre)?;
    centre.verify()?;
    Ok(())
}

#[test]
fn a_centre_of_yesterday_gets_again_what_it_lost() -> anyhow::Result<()> {
    let mut centre = Centre::start()?;
    let offices = [office_of(20)?, empty_office()?];
    for office in &offices {
        join(office, &centre, None)?;
        sync(office)?.with(0)?;
    }
    let backup = centre.file("kemarin.cadangan");
    let backup = backup.to_string_lossy();
    centre.call(&["backup", &backup])?.with(0)?;
    let yesterday = centre.records()?;
    rate(&offices[0])?;
    seal(&offices[0])?;
    seal_one(&offices[1], "Baik")?;
    for office in &offices {
        sync(office)?;
        assert_eq!(unsent(office)?, 0, "{}", status(office)?);
    }
    let today = centre.records()?;
    assert!(today > yesterday + 20);

    centre.kill()?;
    centre.call(&["restore", &backup])?.with(0)?;
    centre.serve()?;
    assert_eq!(centre.records()?, yesterday);
    for _ in 0..2 {
        for office in &offices {
            sync(office)?;
        }
    }
    assert_eq!(centre.records()?, today, "everything came again, once");
    for office in &offices {
        assert_eq!(unsent(office)?, 0, "{}", status(office)?);
        records(office)?;
    }
    centre.verify()?;
    Ok(())
}

#[test]
fn only_a_whole_backup_of_a_centre_is_put_back() -> anyhow::Result<()> {
    let mut centre = Centre::start()?;
    let office = office_of(20)?;
    join(&office, &centre, None)?;
    sync(&office)?.with(0)?;
    let records = centre.records()?;
    let backup = centre.file("pusat.cadangan");
    centre
        .call(&["backup", &backup.to_string_lossy()])?
        .with(0)?;
    centre.kill()?;

    let mut torn = std::fs::read(&backup)?;
    let page = torn.len() / 2 / 4096 * 4096;
    torn[page..page + 4096].fill(0);
    let strange = [
        ("kosong", Vec::new()),
        ("surat", b"Dengan hormat".to_vec()),
        ("rusak", torn),
    ];
    for (name, bytes) in strange {
        let file = centre.file(name);
        std::fs::write(&file, bytes)?;
        let (code, ..) = centre
            .call(&["restore", &file.to_string_lossy()])?
            .refused()?;
        assert_eq!(code, "not_a_backup", "{name}");
    }
    centre.serve()?;
    assert_eq!(centre.records()?, records);
    Ok(())
}

#[test]
fn a_centre_says_where_offices_find_it_and_shows_its_key_to_nobody() -> anyhow::Result<()> {
    let centre = Centre::start()?;
    for call in [
        &["serve", "--listen", "0.0.0.0:0"][..],
        &["serve", "--public-url", "foo"],
    ] {
        assert_eq!(centre.call(call)?.status, 2, "{call:?}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &std::path::Path| -> anyhow::Result<u32> {
            Ok(std::fs::metadata(path)?.permissions().mode() & 0o077)
        };
        assert_eq!(mode(&centre.data().join("pusat.sqlite"))?, 0);
    }
    Ok(())
}

#[test]
fn who_reached_nobody_is_told_so() -> anyhow::Result<()> {
    let mut centre = Centre::start()?;
    let office = office_of(5)?;
    join(&office, &centre, None)?;
    sync(&office)?.with(0)?;
    centre.kill()?;
    let called = sync(&office)?;
    assert_eq!(called.status, 1, "{:?}", called.value);
    assert_eq!(called.value["error"]["code"], "not_reached");
    Ok(())
}
