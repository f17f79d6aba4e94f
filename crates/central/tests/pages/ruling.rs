//! Kembalikan and Nyatakan final, as the staff does them.

use crate::on_both;
use crate::regency::filled;
use crate::support::bed::Kind;
use crate::support::documents::{id, october};
use crate::visitor::{Pages, Visitor, refused};
use api::central::OfficeId;
use api::central::audit::ListAudit;
use api::central::results::{GetPersonResults, PersonResults};
use api::central::ruling::{FinaliseRatings, RuleRating, Ruling};
use domain::EmployeeId;
use serde_json::Value;

on_both!(
    a_rating_is_returned_with_a_reason_that_the_trail_keeps,
    what_is_whole_is_made_final_at_once_and_what_was_returned_is_left,
);

async fn person(who: &Visitor<'_>, office: OfficeId, number: u32) -> PersonResults {
    let employee = EmployeeId(id(2, number));
    let answer = who.ask(GetPersonResults { office, employee }).await;
    let value = answer["answer"]["value"].clone();
    serde_json::from_value(value).unwrap_or_else(|error| unreachable!("{error}: {answer}"))
}

fn returned(office: OfficeId, found: &PersonResults, reason: &str) -> RuleRating {
    let rated = &found.ratings[0];
    RuleRating {
        office,
        evaluation: rated.evaluation,
        revision: rated.revision.clone(),
        ruling: Ruling::Returned,
        reason: reason.to_owned(),
    }
}

async fn a_rating_is_returned_with_a_reason_that_the_trail_keeps(kind: Kind) {
    let pages = Pages::new(kind).await;
    let pcs = filled(&pages.bed).await;
    let admin = pages.admin().await;
    let office = OfficeId::from_bytes(pcs[0].office.0);
    let found = person(&admin, office, 1).await;
    assert_eq!(found.ratings[0].verdict, None);
    // An office that gets a rating back has to know why.
    let answer = admin.ask(returned(office, &found, "  ")).await;
    assert_eq!(refused(&answer), "field", "{answer}");
    let mut stale = returned(office, &found, "Periksa lagi");
    stale.revision = "00".repeat(16);
    assert_eq!(refused(&admin.ask(stale).await), "stale");
    let answer = admin
        .ask(returned(office, &found, "Umpan balik belum diisi"))
        .await;
    assert_eq!(refused(&answer), "", "{answer}");
    let verdict = person(&admin, office, 1).await.ratings[0].verdict.clone();
    let verdict = verdict.unwrap();
    assert_eq!(verdict.ruling, Ruling::Returned);
    assert_eq!(verdict.reason, "Umpan balik belum diisi");
    assert!(!verdict.is_answered);
    let trail: Value = admin.ask(ListAudit::default()).await;
    let newest = &trail["answer"]["value"]["rows"][0];
    assert_eq!(newest["act"], "returned");
    let about = newest["about"].as_str().unwrap();
    assert!(about.contains("Umpan balik belum diisi"), "{about}");
}

async fn what_is_whole_is_made_final_at_once_and_what_was_returned_is_left(kind: Kind) {
    let pages = Pages::new(kind).await;
    let pcs = filled(&pages.bed).await;
    let admin = pages.admin().await;
    let office = OfficeId::from_bytes(pcs[0].office.0);
    let found = person(&admin, office, 1).await;
    admin.ask(returned(office, &found, "Periksa lagi")).await;
    let all = || FinaliseRatings {
        office,
        period: october(),
        unit: None,
    };
    let answer = admin.ask(all()).await;
    let done = &answer["answer"]["value"];
    assert!(done["finalised"].as_u64().unwrap() > 0, "{answer}");
    assert!(done["left"].as_u64().unwrap() > 0, "{answer}");
    let again = admin.ask(all()).await;
    assert_eq!(again["answer"]["value"]["finalised"], 0, "{again}");
    let verdict = person(&admin, office, 1).await.ratings[0].verdict.clone();
    assert_eq!(verdict.unwrap().ruling, Ruling::Returned);
    assert_eq!(pages.bed.centre.verify().await.unwrap().faults, []);
}
