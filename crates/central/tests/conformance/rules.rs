//! Rules that the centre publishes.

use crate::going_down::entries;
use crate::on_both;
use crate::support::bed::{Bed, Kind};
use crate::support::documents::{evaluation, master_data};
use crate::support::rules::{days_to_send, package};
use central::{Centre, Publication, Publisher};
use domain::Period;
use domain::rules::{PackageError, RuleFile, VERSION};
use sync::message::{Feed, FeedItem};

on_both!(
    rules_go_down_once_to_every_office,
    what_cannot_follow_is_refused_and_nothing_is_written,
    every_server_and_every_later_start_goes_by_them,
    late_is_counted_by_the_rules_of_the_period,
);

async fn publish(centre: &Centre, package: &str) -> Publication {
    let publisher = Publisher {
        id: None,
        name: "Sari".to_owned(),
    };
    let bytes = package.as_bytes().to_vec();
    centre.publish_rules(bytes, publisher).await.unwrap()
}

fn month(month: u32) -> Period {
    Period::month(2027, month).unwrap()
}

async fn rules_go_down_once_to_every_office(kind: Kind) {
    let bed = Bed::new(kind).await;
    let text = package(2, "2027-01-01", &[days_to_send(10)]);
    // Two of the staff at once, on two servers, with the same file.
    let second_server = bed.another().await;
    let (one, other) = tokio::join!(publish(&bed.centre, &text), publish(&second_server, &text),);
    let done = [&one, &other].map(|it| matches!(it, Publication::Done(_)));
    assert!(done[0] != done[1], "{one:?} {other:?}");
    assert!(matches!(
        publish(&bed.centre, &text).await,
        Publication::Again(_)
    ));
    for (number, name) in [(1, "Dinas Pendidikan"), (2, "Dinas Kesehatan")] {
        let pc = bed.enrolled(number, name).await;
        let items = entries(&bed.centre, &pc, Feed::Common).await;
        let [FeedItem::Rules(rules)] = items.as_slice() else {
            unreachable!("{items:?}")
        };
        assert_eq!((rules.version, &*rules.package), (2, text.as_bytes()));
    }
    let trail = "SELECT count(*) FROM audit WHERE act = 'rules_published' AND who = 'Sari'";
    assert_eq!(bed.count(trail).await, 1);
    assert_eq!(bed.centre.verify().await.unwrap().faults, []);
}

async fn what_cannot_follow_is_refused_and_nothing_is_written(kind: Kind) {
    let bed = Bed::new(kind).await;
    let tenggat = [days_to_send(10)];
    publish(&bed.centre, &package(4, "2027-03-01", &tenggat)).await;
    let refused = [
        (package(VERSION, "2027-04-01", &tenggat), "not above 4"),
        // The same version with other content.
        (package(4, "2027-03-01", &[days_to_send(9)]), "not above 4"),
        (package(5, "2027-02-01", &tenggat), "before version 4"),
        (package(5, "2027-04-01", &[]), "no file"),
        (package(5, "2027-04-01", &[days_to_send(999)]), "tenggat: "),
        ("{}".to_owned(), "missing field"),
    ];
    for (text, part) in refused {
        match publish(&bed.centre, &text).await {
            Publication::Refused(error) => assert!(error.to_string().contains(part), "{error}"),
            other => unreachable!("{other:?}"),
        }
        let checked = bed.centre.check_rules(text.into_bytes()).await.unwrap();
        assert!(matches!(checked, Publication::Refused(_)));
    }
    let (_, matrix) = crate::support::rules::changed(RuleFile::Predikat, "/version", 2);
    let fixed = package(5, "2027-04-01", &[(RuleFile::Predikat, matrix)]);
    let file = RuleFile::Predikat;
    assert_eq!(
        publish(&bed.centre, &fixed).await,
        Publication::Refused(PackageError::Fixed { file })
    );
    assert_eq!(bed.count("SELECT count(*) FROM rules_package").await, 1);
    assert_eq!(bed.count("SELECT count(*) FROM audit").await, 1);
}

async fn every_server_and_every_later_start_goes_by_them(kind: Kind) {
    let bed = Bed::new(kind).await;
    let second_server = bed.another().await;
    // Both have looked, and know of none.
    for centre in [&bed.centre, &second_server] {
        assert_eq!(centre.rules().await.unwrap().newest_version(), VERSION);
    }
    publish(&bed.centre, &package(2, "2027-01-01", &[days_to_send(3)])).await;
    publish(&bed.centre, &package(3, "2027-06-01", &[days_to_send(8)])).await;
    let later = bed.another().await;
    for centre in [&bed.centre, &second_server, &later] {
        let rules = centre.rules().await.unwrap();
        let days = |it: Period| rules.at(it).deadlines.send_days_after_period();
        let december = Period::month(2026, 12).unwrap();
        assert_eq!([december, month(1), month(6)].map(days), [0, 3, 8]);
        let published = centre.published_rules().await.unwrap();
        let versions: Vec<u32> = published.iter().map(|it| it.package.version()).collect();
        assert_eq!(versions, [2, 3]);
        assert_eq!(
            (published[0].by.as_str(), published[0].at),
            ("Sari", bed.now())
        );
    }
}

async fn late_is_counted_by_the_rules_of_the_period(kind: Kind) {
    const LATE: &str = "SELECT CAST(coalesce(sum(late), 0) AS bigint) FROM unit_week";
    // October ended four days ago.
    for (days, valid_from, late) in [
        (4, "2026-10-01", 0),
        (3, "2026-10-01", 2),
        (4, "2026-11-01", 2),
    ] {
        let bed = Bed::new(kind).await;
        publish(&bed.centre, &package(2, valid_from, &[days_to_send(days)])).await;
        let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
        for document in master_data(2) {
            pc.seal(&document);
        }
        bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
        let sent = pc.head.seq;
        for number in 1..=2 {
            pc.seal(&evaluation(number, "baik"));
        }
        bed.ingest(pc.office, &pc.batch_behind(sent)).await.unwrap();
        assert_eq!(bed.count(LATE).await, late, "{days} days from {valid_from}");
    }
}
