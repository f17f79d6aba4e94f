//! A network that answers everything with its own page: nobody takes it for the centre.

use journeys::desk::Pc;
use journeys::network::centre::{Centre, OFFICE};
use journeys::network::sending::{
    assert_arrived, join, office_of, records, seal_one, status, sync, unsent,
};
use journeys::network::{Manner, Mood, Portal, Proxy};
use journeys::terminal::kinerja;

const SAYS_WHO: &str = "jaringan meminta masuk lewat peramban";

#[test]
fn a_page_instead_of_a_plain_answer_is_not_the_centre() -> anyhow::Result<()> {
    met(&Centre::plain()?, Portal::Plain)
}

#[test]
fn a_page_by_another_certificate_is_not_the_centre() -> anyhow::Result<()> {
    met(&Centre::start()?, Portal::Tls)
}

#[test]
fn a_page_where_tls_was_spoken_is_not_the_centre() -> anyhow::Result<()> {
    met(&Centre::start()?, Portal::Plain)
}

fn met(centre: &Centre, portal: Portal) -> anyhow::Result<()> {
    let office = office_of(5)?;
    let line = centre.line(Manner::default())?;
    nobody_joins_a_portal(&office, (centre, &line), portal)?;
    join(&office, centre, Some(&line))?;
    sync(&office)?.with(0)?;
    seal_one(&office, "Baik")?;
    let there = centre.records()?;

    line.be(Mood::Portal(portal));
    let sent = sync(&office)?.with(1)?;
    assert_eq!(
        (&sent["sent"], &sent["receipt"]),
        (&0.into(), &().into()),
        "{sent}"
    );
    assert_eq!(sent["error"]["code"], "not_sent", "{sent}");
    let sentence = sent["error"]["message"].as_str().unwrap_or_default();
    assert!(sentence.contains(SAYS_WHO), "{sentence}");
    assert!(
        sentence.contains("Tidak ada data yang hilang"),
        "{sentence}"
    );
    assert_eq!(unsent(&office)?, 1, "{}", status(&office)?);
    assert_eq!(centre.records()?, there);
    records(&office)?;

    line.be(Mood::Open);
    let sent = sync(&office)?.with(0)?;
    assert_eq!(sent["accepted"], 1, "{sent}");
    assert_arrived(&office, centre)
}

/// The code is not used up by it either.
fn nobody_joins_a_portal(
    office: &Pc,
    (centre, line): (&Centre, &Proxy),
    portal: Portal,
) -> anyhow::Result<()> {
    line.be(Mood::Portal(portal));
    let (code, url) = (centre.code(OFFICE)?, centre.url_over(line));
    let call = ["gabung", &code, "--server", &url];
    let (kind, about, sentence) = kinerja(office, &call)?.refused()?;
    assert_eq!((kind.as_str(), about.as_str()), ("sync", "not_the_centre"));
    assert!(sentence.contains("bukan pusat"), "{sentence}");
    line.be(Mood::Gone);
    let (_, about, sentence) = kinerja(office, &call)?.refused()?;
    assert_eq!(about, "unreachable", "{sentence}");
    line.be(Mood::Open);
    let other = office_of(5)?;
    kinerja(&other, &call)?.with(0)?;
    Ok(())
}
