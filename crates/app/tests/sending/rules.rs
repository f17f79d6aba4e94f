//! Rules that come down from the centre.

use crate::at_the_centre::{TestCentre, finish, rated, send};
use crate::people::{october, rating, save_in, sheet_of};
use api::backup::Verify;
use api::home::Finish;
use api::reports::GetRecap;
use api::session::{EnterPractice, GetSession, GetStatus, LeavePractice};
use api::settings::{GetSettings, PublishedRules, RulesStanding};
use api::sheet::AppraiserChoice;
use central::database::SqlError;
use central::{Publication, Publisher};
use chrono::NaiveDate;
use domain::rules::VERSION;
use domain::{Capaian, Column, Document, Kind, Period, Rating};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use sync::message::{Epoch, FeedItem, FeedPosition, FeedRules};
use testkit::{TestOffice, day, period};

fn january() -> Period {
    period("2027-01")
}

/// A file of the program with another number in it.
fn with(name: &str, field: &str, number: u32) -> (String, Value) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/rules");
    let text = std::fs::read(folder.join(format!("{name}.json"))).unwrap();
    let mut file: Value = serde_json::from_slice(&text).unwrap();
    file[field] = number.into();
    (name.to_owned(), file)
}

/// A package from January on: so many days to send, and another threshold of bulk.
fn package(version: u32, days: u32) -> Vec<u8> {
    let files: BTreeMap<String, Value> = BTreeMap::from([
        with("tenggat", "send_days_after_period", days),
        with("ambang", "bulk_capaian_hundredths", 8000),
    ]);
    let package = json!({
        "version": version,
        "valid_from": "2027-01-01",
        "source": "Keputusan Bupati 12/2026",
        "files": files,
    });
    package.to_string().into_bytes()
}

fn publish(centre: &TestCentre, package: Vec<u8>) {
    let publisher = Publisher {
        id: None,
        name: "Sari".to_owned(),
    };
    let published = centre.centre.publish_rules(package, publisher);
    let published = centre.runtime.block_on(published).unwrap();
    assert!(matches!(published, Publication::Done(_)), "{published:?}");
}

fn due(office: &TestOffice, period: Period) -> NaiveDate {
    let asked = GetStatus {
        unit: None,
        period: Some(period),
    };
    office.ask(asked).unwrap().deadline.unwrap()
}

fn published(office: &TestOffice) -> Vec<PublishedRules> {
    office.ask(GetSettings {}).unwrap().published
}

fn versions(office: &TestOffice) -> Vec<(u32, RulesStanding)> {
    let published = published(office);
    let told = published.iter().map(|it| (it.version, it.standing));
    told.collect()
}

fn recap_version(office: &TestOffice, period: Period) -> u32 {
    let unit = office.unit().id;
    office.ask(GetRecap { unit, period }).unwrap().rules_version
}

/// October is as it was, January by the package.
fn check_periods(office: &TestOffice) {
    assert_eq!(due(office, october()), day("2026-10-31"));
    assert_eq!(due(office, january()), day("2027-02-10"));
    let bulk = |period| sheet_of(office, period).bulk_threshold;
    assert_eq!(bulk(october()), Capaian(9_000));
    assert_eq!(bulk(january()), Capaian(8_000));
    let recaps = [october(), january()].map(|it| recap_version(office, it));
    assert_eq!(recaps, [VERSION, 2]);
}

#[test]
fn october_keeps_its_rules_and_january_has_those_of_the_centre() {
    let centre = TestCentre::new();
    let pc = centre.pc(1);
    let rina = rated(&pc, 1, "Rina");
    assert_eq!(published(&pc), []);
    assert_eq!(due(&pc, january()), day("2027-01-31"));

    publish(&centre, package(2, 10));
    send(&pc);
    check_periods(&pc);
    let [told] = &published(&pc)[..] else {
        panic!("one package")
    };
    assert_eq!(told.valid_from, Some(day("2027-01-01")));
    assert_eq!(told.source, "Keputusan Bupati 12/2026");
    assert_eq!(told.files, ["ambang", "tenggat"]);
    assert_eq!(told.standing, RulesStanding::Later);
    assert_eq!(pc.ask(GetSession {}).unwrap().rules_version, VERSION);

    // Another day, another start of the program.
    pc.host().set_now("2027-01-28T09:00:00+07:00");
    let pc = pc.restarted();
    check_periods(&pc);
    assert_eq!(versions(&pc), [(2, RulesStanding::InForce)]);
    assert_eq!(pc.ask(GetSession {}).unwrap().rules_version, 2);

    let edits = [Column::HasilKerja, Column::Perilaku];
    let edits = edits.map(|column| rating(&rina, column, Rating::Sesuai));
    save_in(&pc, january(), edits.to_vec());
    let january = Finish {
        unit: None,
        period: january(),
        appraiser: AppraiserChoice::Everybody,
    };
    assert_eq!(pc.ask(january).unwrap().sealed, 1);
    send(&pc);
    assert_eq!(
        remembered(&centre),
        [(october(), VERSION), (self::january(), 2)]
    );
    assert!(pc.ask(Verify {}).unwrap().ok);
}

/// The version that each rating at the centre remembers.
fn remembered(centre: &TestCentre) -> Vec<(Period, u32)> {
    let office = centre.offices()[0].office;
    let documents = centre.centre.documents(office, Kind::Evaluation);
    let documents = centre.runtime.block_on(documents).unwrap();
    let mut found: Vec<(Period, u32)> = documents
        .iter()
        .filter_map(|folded| {
            let body = folded.body.as_ref()?;
            match record::decode(folded.kind, body.schema, &body.bytes).unwrap() {
                Document::Evaluation(it) => Some((it.period, it.rules_version)),
                _ => None,
            }
        })
        .collect();
    found.sort_unstable();
    found
}

#[test]
fn practice_data_has_rules_of_its_own() {
    let centre = TestCentre::new();
    let pc = centre.pc(1);
    publish(&centre, package(2, 10));
    send(&pc);
    pc.ask(EnterPractice {}).unwrap();
    assert_eq!(due(&pc, january()), day("2027-01-31"));
    assert_eq!(published(&pc), []);
    pc.ask(LeavePractice {}).unwrap();
    check_periods(&pc);
}

/// A newer centre publishes what this program does not know: it writes its line past this one's door.
fn publish_unseen(centre: &TestCentre, version: u32, package: Vec<u8>) {
    let written = centre.centre.database().write(move |sql| {
        Box::pin(async move {
            let common = [0_u8; 16];
            let ends = sql
                .lock(
                    "SELECT feed_seq, feed_chain FROM office_head WHERE office_id = $1",
                    &[common.into()],
                )
                .await?;
            let before = FeedPosition {
                seq: ends[0].count(0)?,
                chain: ends[0].array(1)?,
            };
            let item = FeedItem::Rules(Box::new(FeedRules { version, package }));
            let after = before.after(&item);
            let seq = i64::try_from(after.seq).unwrap();
            sql.execute(
                "INSERT INTO feed (office_id, seq, chain, item) VALUES ($1, $2, $3, $4)",
                &[
                    common.into(),
                    seq.into(),
                    after.chain.into(),
                    item.to_bytes().into(),
                ],
            )
            .await?;
            sql.execute(
                "UPDATE office_head SET feed_seq = $2, feed_chain = $3 WHERE office_id = $1",
                &[common.into(), seq.into(), after.chain.into()],
            )
            .await
        })
    });
    let written: Result<u64, SqlError> = centre.runtime.block_on(written);
    written.unwrap();
}

#[test]
fn rules_of_a_newer_program_are_kept_and_said_and_the_ones_before_go_on() {
    let centre = TestCentre::new();
    let pc = centre.pc(1);
    rated(&pc, 1, "Rina");
    publish(&centre, package(2, 10));
    let newer = json!({ "form": 2, "version": 3, "parts": ["tenggat"] });
    publish_unseen(&centre, 3, newer.to_string().into_bytes());
    // Whatever goes on from it cannot hold either.
    publish_unseen(&centre, 4, package(4, 20));
    let sent = send(&pc);
    assert!(sent.is_done && sent.accepted > 0, "{sent:?}");
    let pc = pc.restarted();
    check_periods(&pc);
    let expected = [
        (4, RulesStanding::Unreadable),
        (3, RulesStanding::Unreadable),
        (2, RulesStanding::Later),
    ];
    assert_eq!(versions(&pc), expected);
    assert_eq!(published(&pc)[0].valid_from, None);
    finish(&pc);
    assert!(pc.ask(Verify {}).unwrap().ok);
}

#[test]
fn what_a_restored_centre_lost_is_forgotten_and_what_it_publishes_then_holds() {
    let centre = TestCentre::new();
    let pc = centre.pc(1);
    publish(&centre, package(2, 10));
    send(&pc);
    check_periods(&pc);

    // Yesterday's backup, in which nothing was published.
    let restored = centre.centre.database().write(|sql| {
        Box::pin(async move {
            let common = [0_u8; 16];
            sql.execute("DELETE FROM rules_package", &[]).await?;
            sql.execute("DELETE FROM feed WHERE office_id = $1", &[common.into()])
                .await?;
            sql.execute(
                "UPDATE office_head SET feed_seq = 0, feed_chain = $2 WHERE office_id = $1",
                &[common.into(), [0_u8; 32].into()],
            )
            .await
        })
    });
    let restored: Result<u64, SqlError> = centre.runtime.block_on(restored);
    assert_eq!(restored.unwrap(), 1);
    let life = centre.centre.begin_new_life(Epoch(0));
    centre.runtime.block_on(life).unwrap();
    send(&pc);
    assert_eq!(published(&pc), []);
    assert_eq!(due(&pc, january()), day("2027-01-31"));

    publish(&centre, package(2, 5));
    send(&pc);
    assert_eq!(versions(&pc), [(2, RulesStanding::Later)]);
    assert_eq!(due(&pc, january()), day("2027-02-05"));
}
