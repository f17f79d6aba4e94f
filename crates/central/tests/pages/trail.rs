//! The trail of what the staff did.

use crate::on_both;
use crate::support::bed::Kind;
use crate::visitor::Pages;
use api::central::audit::{CheckAudit, ListAudit};
use api::central::joining::MakeCode;
use central::database::SqlError;

on_both!(
    what_was_done_stands_there_and_a_changed_entry_shows,
    an_entry_that_was_cut_off_shows,
);

async fn what_was_done_stands_there_and_a_changed_entry_shows(kind: Kind) {
    let pages = Pages::new(kind).await;
    let admin = pages.admin().await;
    let made = admin
        .ask(MakeCode {
            office: "Dinas Sosial".to_owned(),
        })
        .await;
    let code = made["answer"]["value"]["code"].as_str().unwrap();
    let trail = admin.ask(ListAudit::default()).await;
    let newest = &trail["answer"]["value"]["rows"][0];
    assert_eq!(newest["act"], "code_made");
    assert_eq!(newest["about"], "Dinas Sosial");
    assert_eq!(newest["who"], "sari");
    assert!(
        !trail.to_string().contains(code),
        "the code itself is not kept"
    );

    let checked = admin.ask(CheckAudit {}).await;
    assert_eq!(
        checked["answer"]["value"]["broken_at"],
        serde_json::Value::Null
    );
    change("UPDATE audit SET who = 'Budi' WHERE seq = 2", &pages).await;
    let checked = admin.ask(CheckAudit {}).await;
    assert_eq!(checked["answer"]["value"]["broken_at"], 2);
}

async fn an_entry_that_was_cut_off_shows(kind: Kind) {
    let pages = Pages::new(kind).await;
    let admin = pages.admin().await;
    change(
        "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)",
        &pages,
    )
    .await;
    let checked = admin.ask(CheckAudit {}).await;
    assert!(
        checked["answer"]["value"]["broken_at"].is_number(),
        "{checked}"
    );
}

async fn change(statement: &'static str, pages: &Pages) {
    let changed = pages
        .bed
        .centre
        .database()
        .write(move |sql| Box::pin(async move { sql.execute(statement, &[]).await }))
        .await;
    let changed: Result<u64, SqlError> = changed;
    assert_eq!(changed.unwrap(), 1);
}
