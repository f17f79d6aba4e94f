//! Disks that are full while an office sends: here, and at the centre.

use journeys::desk::Pc;
use journeys::disk::Disk;
use journeys::network::Manner;
use journeys::network::centre::Centre;
use journeys::network::sending::{
    assert_arrived, join, office_of, rate, records, seal, status, sync, unsent,
};
use journeys::steps::{import, list};
use journeys::terminal::Called;

#[test]
fn a_full_disk_here_is_said_and_nothing_is_lost() -> anyhow::Result<()> {
    let centre = Centre::start()?;
    let office = Pc::new()?;
    let Some(disk) = Disk::mount(&office.data(), 24 << 10)? else {
        return Ok(());
    };
    import(&office, &list(&office, 200)?)?.with(0)?;
    join(&office, &centre, None)?;
    rate(&office)?;
    seal(&office)?;
    let sealed = unsent(&office)?;
    // Room for nothing, and for some of the batch and of what comes down.
    let mut refused = 0;
    for room in [0, 16, 48, 96] {
        disk.fill_but(room)?;
        let called = sync(&office)?;
        if called.status == 1 {
            refused += 1;
            let (_, about, sentence) = called.refused()?;
            assert_eq!(about, "disk_full", "{room} KiB: {sentence}");
            assert!(sentence.contains("Ruang disk habis"), "{sentence}");
        }
        disk.make_room()?;
        records(&office)?;
    }
    assert!(refused > 0, "{sealed} were sealed");
    sync(&office)?.with(0)?;
    sync(&office)?.with(0)?;
    assert_arrived(&office, &centre)
}

#[test]
fn a_full_disk_of_the_centre_is_said_and_nothing_is_lost() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let Some(disk) = Disk::mount(&folder.path().join("data"), 24 << 10)? else {
        return Ok(());
    };
    let centre = Centre::in_folder(&folder.path().join("data"))?;
    let office = office_of(300)?;
    let line = centre.line(Manner::default())?;
    join(&office, &centre, Some(&line))?;
    rate(&office)?;
    seal(&office)?;
    let sealed = unsent(&office)?;
    disk.fill_but(64)?;
    let sent: Called = sync(&office)?;
    let sent = sent.with(1)?;
    assert_eq!(sent["sent"], 0, "{sent}");
    let sentence = sent["error"]["message"].as_str().unwrap_or_default();
    assert!(
        sentence.contains("Tidak ada data yang hilang"),
        "{sentence}"
    );
    assert!(
        !sentence.contains("peramban"),
        "it is the centre: {sentence}"
    );
    assert_eq!(unsent(&office)?, sealed, "{}", status(&office)?);

    disk.make_room()?;
    let sent = sync(&office)?.with(0)?;
    assert_eq!(sent["accepted"], sealed, "{sent}");
    centre.verify()?;
    assert_arrived(&office, &centre)
}
