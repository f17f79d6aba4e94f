//! Where there is no line, a stick does the same: out and back, damaged, twice, in any order.

use journeys::desk::Pc;
use journeys::network::centre::{Centre, OFFICE};
use journeys::network::random::Random;
use journeys::network::sending::{
    assert_arrived, join, office_of, rate, records, seal, seal_one, status, sync, unsent,
};
use journeys::terminal::{Called, kinerja};
use std::fs;
use std::path::{Path, PathBuf};
use sync::packet::Packet;

/// How many places of a file are tried by the programs; all of them are tried in this process.
const TRIED: u64 = 40;

fn write(pc: &Pc, name: &str) -> anyhow::Result<PathBuf> {
    let file = pc.file(name);
    kinerja(pc, &["usb", "tulis", &file.to_string_lossy()])?.with(0)?;
    Ok(file)
}

fn read(pc: &Pc, file: &Path) -> anyhow::Result<Called> {
    kinerja(pc, &["usb", "baca", &file.to_string_lossy()])
}

fn import(centre: &Centre, packet: &Path, answer: &Path) -> anyhow::Result<Called> {
    let (packet, answer) = (packet.to_string_lossy(), answer.to_string_lossy());
    centre.call(&["import-usb", &packet, "--answer", &answer])
}

#[test]
fn an_office_without_a_line_joins_and_sends_by_files() -> anyhow::Result<()> {
    let centre = Centre::start()?;
    let office = office_of(10)?;
    let (code, asked) = (centre.code(OFFICE)?, office.file("gabung.kinerja"));
    let asked_text = asked.to_string_lossy();
    kinerja(&office, &["usb", "minta", &code, "--ke", &asked_text])?.with(0)?;
    let answer = centre.file("jawaban gabung");
    import(&centre, &asked, &answer)?.with(0)?;
    assert_eq!(read(&office, &answer)?.with(0)?["office"], OFFICE);

    rate(&office)?;
    seal(&office)?;
    let sealed = unsent(&office)?;
    let packet = write(&office, "paket 1.kinerja")?;
    let said = status(&office)?;
    assert_eq!(said["condition"], "packet_written", "{said}");
    let answer = centre.file("jawaban 1.kinerja");
    let imported = import(&centre, &packet, &answer)?.with(0)?;
    assert_eq!(imported["accepted"], sealed, "{imported}");
    assert_eq!(unsent(&office)?, sealed, "not before the answer came back");
    // Twice is as good as once, at both ends.
    let again = import(&centre, &packet, &centre.file("jawaban lagi.kinerja"))?.with(0)?;
    assert_eq!(again["accepted"], sealed, "{again}");
    assert_eq!(read(&office, &answer)?.with(0)?["received"], sealed);
    let twice = read(&office, &answer)?.with(0)?;
    assert_eq!((&twice["received"], &twice["news"]), (&0.into(), &0.into()));
    assert_arrived(&office, &centre)?;
    centre.verify()?;
    Ok(())
}

#[test]
fn a_damaged_file_is_refused_and_changes_nothing() -> anyhow::Result<()> {
    let centre = Centre::start()?;
    let office = office_of(2)?;
    join(&office, &centre, None)?;
    let packet = write(&office, "paket.kinerja")?;
    let answer = centre.file("jawaban.kinerja");
    let (there, sealed) = (centre.records()?, unsent(&office)?);
    each_damage(&fs::read(&packet)?, |bytes| {
        let file = centre.file("rusak.kinerja");
        fs::write(&file, bytes)?;
        let (code, _, sentence) = import(&centre, &file, &answer)?.refused()?;
        assert_eq!(code, "wrong_file", "{sentence}");
        assert!(!answer.exists(), "no answer to a file that was refused");
        Ok(())
    })?;
    assert_eq!(centre.records()?, there);

    import(&centre, &packet, &answer)?.with(0)?;
    each_damage(&fs::read(&answer)?, |bytes| {
        let file = office.file("rusak.kinerja");
        fs::write(&file, bytes)?;
        let (code, about, sentence) = read(&office, &file)?.refused()?;
        assert_eq!(code, "sync", "{sentence}");
        assert!(
            ["no_packet", "packet_changed", "packet_newer"].contains(&about.as_str()),
            "{about}"
        );
        assert!(sentence.contains("Tidak ada yang diubah"), "{sentence}");
        Ok(())
    })?;
    assert_eq!(unsent(&office)?, sealed);
    records(&office)?;
    read(&office, &answer)?.with(0)?;
    assert_arrived(&office, &centre)
}

/// Each byte flipped and each length cut, in this process; a drawn part of that with `refused`.
fn each_damage(whole: &[u8], refused: impl Fn(&[u8]) -> anyhow::Result<()>) -> anyhow::Result<()> {
    assert!(Packet::parse(whole).is_ok());
    for length in 0..whole.len() {
        assert!(Packet::parse(&whole[..length]).is_err(), "{length} bytes");
    }
    let mut flipped = whole.to_vec();
    for at in 0..whole.len() {
        flipped[at] ^= 1;
        assert!(Packet::parse(&flipped).is_err(), "byte {at}");
        flipped[at] ^= 1;
    }
    let mut random = Random::of(43);
    for round in 0..TRIED {
        let at = usize::try_from(random.below(whole.len() as u64))?;
        if round % 4 == 0 {
            refused(&whole[..at])?;
        } else {
            flipped[at] ^= 1 << random.below(8);
            refused(&flipped)?;
            flipped[at] = whole[at];
        }
    }
    Ok(())
}

#[test]
fn a_file_for_somebody_else_is_refused() -> anyhow::Result<()> {
    let (centre, other_centre) = (Centre::start()?, Centre::start()?);
    let (office, other) = (office_of(2)?, office_of(2)?);
    join(&office, &centre, None)?;
    join(&other, &centre, None)?;
    let stranger = office_of(2)?;
    join(&stranger, &other_centre, None)?;
    let packet = write(&office, "paket.kinerja")?;
    let answer = centre.file("jawaban.kinerja");
    let called = import(&other_centre, &packet, &answer)?;
    assert_eq!(called.refused()?.0, "wrong_file");
    import(&centre, &packet, &answer)?.with(0)?;
    for pc in [&other, &stranger] {
        let (code, about, sentence) = read(pc, &answer)?.refused()?;
        assert_eq!(
            (code.as_str(), about.as_str()),
            ("sync", "packet_elsewhere")
        );
        assert!(sentence.contains("komputer lain"), "{sentence}");
    }
    // A packet is no answer, and an answer is no packet.
    assert_eq!(read(&office, &packet)?.refused()?.1, "packet_elsewhere");
    let called = import(&centre, &answer, &centre.file("lagi.kinerja"))?;
    assert_eq!(called.refused()?.0, "wrong_file");
    read(&office, &answer)?.with(0)?;
    assert_eq!(unsent(&office)?, 0);
    Ok(())
}

/// What one of the two ways brings, in what order, is all the same in the end.
#[test]
fn sticks_and_the_line_in_any_order_give_the_same() -> anyhow::Result<()> {
    #[derive(Clone, Copy, Debug)]
    enum Step {
        Old,
        New,
        Line,
    }
    use Step::{Line, New, Old};
    let mut states = Vec::new();
    for order in [
        [Old, New, Line],
        [New, Old, Line],
        [Old, Line, New],
        [Line, Old, New],
        [Line, New, Old],
    ] {
        let centre = Centre::start()?;
        let office = office_of(5)?;
        join(&office, &centre, None)?;
        let old = write(&office, "lama.kinerja")?;
        rate(&office)?;
        seal(&office)?;
        seal_one(&office, "Baik")?;
        let new = write(&office, "baru.kinerja")?;
        for (number, step) in order.iter().enumerate() {
            let packet = match step {
                Line => {
                    sync(&office)?;
                    continue;
                }
                Old => &old,
                New => &new,
            };
            let answer = centre.file(&format!("jawaban {number}.kinerja"));
            import(&centre, packet, &answer)?.with(0)?;
            read(&office, &answer)?.with(0)?;
        }
        assert_arrived(&office, &centre)?;
        centre.verify()?;
        let line = centre.office(OFFICE)?;
        states.push((
            line["records"].clone(),
            line["forks"].clone(),
            line["held"].clone(),
        ));
    }
    assert!(states.iter().all(|it| *it == states[0]), "{states:?}");
    assert_eq!((&states[0].1, &states[0].2), (&0.into(), &0.into()));
    Ok(())
}

#[test]
fn an_answer_that_comes_late_takes_nothing_back() -> anyhow::Result<()> {
    let centre = Centre::start()?;
    let office = office_of(5)?;
    join(&office, &centre, None)?;
    let packet = write(&office, "lama.kinerja")?;
    let answer = centre.file("jawaban lama.kinerja");
    import(&centre, &packet, &answer)?.with(0)?;
    seal_one(&office, "Baik")?;
    sync(&office)?.with(0)?;
    sync(&office)?.with(0)?;
    assert_arrived(&office, &centre)?;
    assert_eq!(read(&office, &answer)?.with(0)?["received"], 0);
    assert_arrived(&office, &centre)?;
    Ok(())
}
