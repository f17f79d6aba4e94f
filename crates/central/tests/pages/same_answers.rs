//! On the same data, both databases answer the same.

use crate::regency::{OFFICES, PEOPLE, filled, people_of};
use crate::support::bed::{Kind, SECOND};
use crate::support::documents::{employee, evaluation, id, october};
use crate::support::pc::Pc;
use crate::visitor::{Pages, Visitor};
use api::CentralRequest;
use api::central::master::{GetPerson, SavePerson};
use api::central::periods::ClosePeriod;
use domain::{Document, EmployeeId, Period};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What was asked, and what came back.
type Answers = BTreeMap<String, String>;

#[tokio::test(flavor = "multi_thread")]
async fn both_databases_answer_the_same() {
    let sqlite = answers(Kind::Sqlite).await;
    let postgres = answers(Kind::Postgres).await;
    assert_eq!(sqlite.len(), postgres.len());
    for (question, answer) in &sqlite {
        assert_eq!(Some(answer), postgres.get(question), "{question}");
        assert!(!answer.contains("refused"), "{question}: {answer}");
    }
}

async fn answers(kind: Kind) -> Answers {
    let pages = Pages::new(kind).await;
    let mut pcs = filled(&pages.bed).await;
    let admin = pages.admin().await;
    correct_beside(&pages, &admin, &mut pcs[0]).await;
    close_and_come_late(&pages, &admin, &mut pcs[1]).await;
    let names: Vec<(String, &str)> = pcs
        .iter()
        .zip(OFFICES)
        .map(|(pc, name)| (key(pc), name))
        .collect();
    let mut answers = Answers::new();
    for (question, request) in questions(&key(&pcs[0])) {
        let (_, answer, _) = admin.send(request).await;
        answers.insert(plain(&question, &names), plain(&answer.to_string(), &names));
    }
    let file = pages.bed.folder.path().join("bkn.xlsx");
    let exported = pages.bed.centre.export_bkn(october(), &file).await.unwrap();
    assert_eq!(exported.rows, 3 * (PEOPLE - 1));
    let workbook = std::fs::read(&file).unwrap();
    let hash = blake3::hash(&workbook).to_string();
    answers.insert("the workbook".to_owned(), hash);
    answers
}

fn key(pc: &Pc) -> String {
    uuid::Uuid::from_bytes(pc.office.0).to_string()
}

/// Offices have ids of their own in each centre, and so has the staff.
fn plain(text: &str, names: &[(String, &str)]) -> String {
    let named = names
        .iter()
        .fold(text.to_owned(), |text, (id, name)| text.replace(id, name));
    without(&without(&named, "\"id\":\""), "\"revision\":\"")
}

fn without(text: &str, before: &str) -> String {
    let mut parts = text.split(before);
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.split_once('"').map_or("", |it| it.1));
    }
    kept
}

/// The centre and the office change the same person: two versions stand side by side.
async fn correct_beside(pages: &Pages, admin: &Visitor<'_>, pc: &mut Pc) {
    let office = key(pc).parse().unwrap();
    let person = EmployeeId(id(2, 2));
    let asked = GetPerson {
        office,
        employee: person,
    };
    let sheet = admin.ask(asked).await;
    let sheet = &sheet["answer"]["value"];
    let mut fields: api::central::master::PersonFields =
        serde_json::from_value(sheet["fields"].clone()).unwrap();
    fields.title_before = "Dra.".to_owned();
    let saved = admin
        .ask(SavePerson {
            office,
            employee: person,
            fields,
            revision: sheet["revision"].as_str().unwrap().to_owned(),
        })
        .await;
    assert!(saved["answer"].is_object(), "{saved}");
    let before = pc.head.seq;
    let mut document = employee(2);
    if let Document::Employee(person) = &mut document {
        person.education = "S-2".to_owned();
    }
    pc.seal(&document);
    let sent = pc.batch_behind(before);
    pages.bed.ingest(pc.office, &sent).await.unwrap();
}

async fn close_and_come_late(pages: &Pages, admin: &Visitor<'_>, pc: &mut Pc) {
    let closed = admin
        .ask(ClosePeriod {
            period: october(),
            office: Some(key(pc).parse().unwrap()),
        })
        .await;
    assert!(closed["answer"].is_object(), "{closed}");
    pages.bed.pass(SECOND);
    pc.beacon = Some(pages.bed.now());
    let before = pc.head.seq;
    pc.seal(&evaluation(*people_of(1).start(), "terlambat"));
    let sent = pc.batch_behind(before);
    pages.bed.ingest(pc.office, &sent).await.unwrap();
}

/// Everything that can be asked of the data, in the variants that reach the database.
fn questions(office: &str) -> Vec<(String, CentralRequest)> {
    let period = Period::month(2026, 10).unwrap().to_string();
    let person = id(2, 3);
    let mut asked = vec![
        (
            "GetOfficeCompleteness",
            json!({ "office": office, "weeks_back": 0 }),
        ),
        (
            "GetPersonResults",
            json!({ "office": office, "employee": person }),
        ),
        ("GetPerson", json!({ "office": office, "employee": person })),
        ("ListUnits", json!({ "office": office })),
        ("GetPeriods", json!({})),
        ("ListHeld", json!({ "skip": 0 })),
        ("ListBranched", json!({ "skip": 0 })),
        (
            "GetBranched",
            json!({ "office": office, "kind": "employee", "id": id(2, 2) }),
        ),
        ("GetExport", json!({ "period": period })),
        ("CheckAudit", json!({})),
        ("ListStaff", json!({})),
    ];
    for search in [
        "",
        "dinas",
        "KÉSE",
        "késehatan",
        "100%",
        "_",
        "\\",
        "tidak ada",
    ] {
        for order in ["name", "least_complete"] {
            let request = json!({ "search": search, "order": order, "weeks_back": 1, "skip": 0 });
            asked.push(("GetCompleteness", request));
        }
        let page = json!({ "search": search, "skip": 0 });
        let of_period = json!({ "period": period, "search": search, "skip": 0 });
        asked.push(("GetResults", of_period.clone()));
        asked.push(("ListPeriodOffices", of_period));
        asked.push(("ListDevices", page.clone()));
        asked.push(("ListAudit", page));
    }
    for search in [
        "",
        "andré",
        "ANDRÉ",
        "SUHARTO",
        "19800101 2005",
        "9",
        "198001012005011003",
    ] {
        asked.push((
            "ListPeople",
            json!({ "office": office, "search": search, "skip": 0 }),
        ));
        asked.push((
            "ListPeople",
            json!({ "office": null, "search": search, "skip": 1 }),
        ));
        for (unit, predikat) in [
            (Value::Null, Value::Null),
            (json!(id(1, 1)), Value::Null),
            (json!(id(1, 2)), json!("baik")),
        ] {
            let request = json!({ "office": office, "period": period, "unit": unit,
                "predikat": predikat, "search": search, "skip": 0 });
            asked.push(("GetOfficeResults", request));
        }
    }
    asked
        .into_iter()
        .map(|(command, arguments)| {
            let call = json!({ "command": command, "arguments": arguments });
            (call.to_string(), serde_json::from_value(call).unwrap())
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_with_accents_are_found_in_either_case() {
    for kind in [Kind::Sqlite, Kind::Postgres] {
        let pages = Pages::new(kind).await;
        let pcs = filled(&pages.bed).await;
        let admin = pages.admin().await;
        for search in ["andré", "ANDRÉ", "André"] {
            let found = admin
                .ask(api::central::master::ListPeople {
                    office: Some(key(&pcs[0]).parse().unwrap()),
                    search: search.to_owned(),
                    skip: 0,
                })
                .await;
            assert_eq!(
                found["answer"]["value"]["total"], 1,
                "{kind:?} {search}: {found}"
            );
        }
    }
}
