//! Aturan.

use crate::export::rows;
use crate::on_both;
use crate::support::bed::{Bed, DAY, Kind};
use crate::support::documents::{evaluation, master_data, october};
use crate::support::rules::{changed, days_to_send, package};
use crate::visitor::Pages;
use api::central::audit::ListAudit;
use api::central::rules::{CheckRules, ListRules, PublishRules};
use api::central::session::GetStaffSession;
use central::Publisher;
use domain::rules::RuleFile;

on_both!(
    a_package_is_checked_then_published_and_stands_in_list_and_trail,
    what_is_wrong_is_said_and_nothing_stands_in_the_trail,
    the_page_begins_with_the_month_that_the_rules_make_due,
    a_workbook_has_the_words_of_its_period,
);

async fn a_package_is_checked_then_published_and_stands_in_list_and_trail(kind: Kind) {
    let pages = Pages::new(kind).await;
    let admin = pages.admin().await;
    // Valid since before today, 4 November.
    let text = package(2, "2026-10-01", &[days_to_send(5)]);
    let check = CheckRules {
        package: text.clone(),
    };
    let checked = admin.ask(check).await;
    let sound = &checked["answer"]["value"]["sound"];
    assert_eq!(sound["version"], 2);
    assert_eq!(sound["files"][0], "tenggat");
    let empty = admin.ask(ListRules {}).await;
    assert_eq!(empty["answer"]["value"]["packages"], serde_json::json!([]));

    for expected in ["done", "again"] {
        let publish = PublishRules {
            package: text.clone(),
        };
        let published = admin.ask(publish).await;
        assert_eq!(published["answer"]["value"][expected], 2, "{published}");
    }
    let later = PublishRules {
        package: package(3, "2027-01-01", &[days_to_send(8)]),
    };
    admin.ask(later).await;
    let list = admin.ask(ListRules {}).await;
    let packages = &list["answer"]["value"]["packages"];
    let told = [0, 1].map(|place| {
        let line = &packages[place];
        let version = line["summary"]["version"].as_u64().unwrap();
        (version, line["standing"].as_str().unwrap())
    });
    assert_eq!(told, [(3, "later"), (2, "in_force")]);
    assert_eq!(packages[1]["by"], "sari");

    let trail = admin.ask(ListAudit::default()).await;
    let rows = trail["answer"]["value"]["rows"].as_array().unwrap();
    let about: Vec<&str> = rows
        .iter()
        .filter(|row| row["act"] == "rules_published")
        .map(|row| row["about"].as_str().unwrap())
        .collect();
    assert_eq!(about, ["3 · 2027-01-01", "2 · 2026-10-01"]);
}

async fn what_is_wrong_is_said_and_nothing_stands_in_the_trail(kind: Kind) {
    let pages = Pages::new(kind).await;
    let admin = pages.admin().await;
    let wrong = [
        (String::new(), "unreadable"),
        (package(2, "2027-01-01", &[days_to_send(999)]), "file"),
        (package(1, "2027-01-01", &[days_to_send(9)]), "not_above"),
        (
            package(
                2,
                "2027-01-01",
                &[changed(RuleFile::Golongan, "/version", 2)],
            ),
            "fixed",
        ),
        ("x".repeat(200_000), "too_long"),
    ];
    for (package, code) in wrong {
        let check = CheckRules {
            package: package.clone(),
        };
        let checked = admin.ask(check).await;
        let refused = &checked["answer"]["value"]["refused"];
        assert!(refused.get(code).is_some(), "{code}: {checked}");
        let published = admin.ask(PublishRules { package }).await;
        assert_eq!(&published["answer"]["value"]["refused"], refused);
    }
    let trail = admin.ask(ListAudit::default()).await;
    assert!(!trail.to_string().contains("rules_published"), "{trail}");
}

async fn the_page_begins_with_the_month_that_the_rules_make_due(kind: Kind) {
    let pages = Pages::new(kind).await;
    // 7 November: nobody is at work on October any more.
    pages.bed.pass(3 * DAY);
    let admin = pages.admin().await;
    let session = admin.ask(GetStaffSession {}).await;
    assert_eq!(session["answer"]["value"]["due"], "2026-11");
    let package = package(2, "2026-10-01", &[days_to_send(8)]);
    admin.ask(PublishRules { package }).await;
    let session = admin.ask(GetStaffSession {}).await;
    assert_eq!(session["answer"]["value"]["due"], "2026-10");
}

async fn a_workbook_has_the_words_of_its_period(kind: Kind) {
    let words = changed(RuleFile::KataSiasn, "/ratings/1/word", "SESUAI HARAPAN");
    for (valid_from, expected) in [
        ("2026-10-01", "SESUAI HARAPAN"),
        ("2026-11-01", "SESUAI EKSPEKTASI"),
    ] {
        let bed = Bed::new(kind).await;
        let publisher = Publisher {
            id: None,
            name: "Sari".to_owned(),
        };
        let text = package(2, valid_from, std::slice::from_ref(&words));
        bed.centre
            .publish_rules(text.into_bytes(), publisher)
            .await
            .unwrap();
        let mut pc = bed.enrolled(1, "Dinas Pendidikan").await;
        for document in master_data(1) {
            pc.seal(&document);
        }
        pc.seal(&evaluation(1, "baik"));
        bed.ingest(pc.office, &pc.batch_behind(0)).await.unwrap();
        let file = bed.folder.path().join("bkn.xlsx");
        bed.centre.export_bkn(october(), &file).await.unwrap();
        let rows = rows(&file);
        assert_eq!(rows[0]["hasil_kerja"], expected, "from {valid_from}");
    }
}
