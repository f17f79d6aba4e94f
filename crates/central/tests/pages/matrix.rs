//! Every command, asked by everybody.

use crate::on_both;
use crate::support::bed::{Kind, SECOND};
use crate::visitor::{Pages, Visitor, refused};
use api::CentralRequest;
use api::central::{Need, Role};
use serde_json::{Value, json};

on_both!(
    a_stranger_gets_to_the_door_only,
    each_role_opens_its_own_part,
    a_cookie_alone_proves_nothing,
    a_session_that_was_not_used_for_twelve_hours_is_over,
    the_workbook_is_for_those_who_export,
);

const ID: &str = "01900000-0000-7000-8000-000000000000";

/// One of each. What they name is not there: whoever may ask is told just that.
fn samples() -> Vec<CentralRequest> {
    let record = json!({ "stream": "00".repeat(32), "seq": 1, "chain": "00".repeat(32) });
    let person = json!({ "name": "", "title_before": "", "title_after": "", "nip": "",
        "education": "", "pns_id": "" });
    let unit = json!({ "name": "", "instansi": "", "siasn_id": "" });
    let page = json!({ "search": "", "skip": 0 });
    let samples = [
        ("GetStaffSession", json!({})),
        ("SignIn", json!({ "account": "nobody", "password": "x" })),
        ("ChoosePassword", json!({ "link": "x", "password": "x" })),
        (
            "ChangePassword",
            json!({ "old": "x", "new": "tiga belas huruf" }),
        ),
        (
            "GetCompleteness",
            json!({ "search": "", "order": "name", "weeks_back": 0, "skip": 0 }),
        ),
        (
            "GetOfficeCompleteness",
            json!({ "office": ID, "weeks_back": 0 }),
        ),
        (
            "GetResults",
            json!({ "period": "2026-10", "search": "", "skip": 0 }),
        ),
        (
            "GetOfficeResults",
            json!({ "office": ID, "period": "2026-10", "unit": null, "predikat": null,
                "search": "", "skip": 0 }),
        ),
        ("GetPersonResults", json!({ "office": ID, "employee": ID })),
        (
            "ListPeople",
            json!({ "office": null, "search": "", "skip": 0 }),
        ),
        ("GetPerson", json!({ "office": ID, "employee": ID })),
        (
            "SavePerson",
            json!({ "office": ID, "employee": ID, "fields": person, "revision": "" }),
        ),
        (
            "SavePost",
            json!({ "office": ID, "employee": ID, "revision": "",
                "change": { "end": [ID, "2026-10-31"] } }),
        ),
        ("ListUnits", json!({ "office": ID })),
        (
            "SaveUnit",
            json!({ "office": ID, "unit": ID, "fields": unit, "revision": "" }),
        ),
        ("GetPeriods", json!({})),
        (
            "ListPeriodOffices",
            json!({ "period": "2026-10", "search": "", "skip": 0 }),
        ),
        (
            "RuleRating",
            json!({ "office": ID, "evaluation": ID, "revision": "00", "ruling": "final", "reason": "" }),
        ),
        (
            "FinaliseRatings",
            json!({ "office": ID, "period": "2026-10", "unit": null }),
        ),
        ("ClosePeriod", json!({ "period": "2026-10", "office": ID })),
        ("ListRules", json!({})),
        ("CheckRules", json!({ "package": "{}" })),
        ("PublishRules", json!({ "package": "{}" })),
        ("ListCodes", json!({ "skip": 0 })),
        ("MakeCode", json!({ "office": "" })),
        (
            "CancelCode",
            json!({ "office": ID, "code": "0011223344556677" }),
        ),
        ("ListDevices", page.clone()),
        ("RevokeDevice", json!({ "device": ID })),
        ("ListHeld", json!({ "skip": 0 })),
        ("LetThrough", json!({ "record": record })),
        ("Leave", json!({ "record": record, "reason": "x" })),
        ("ListBranched", json!({ "skip": 0 })),
        (
            "GetBranched",
            json!({ "office": ID, "kind": "employee", "id": ID }),
        ),
        ("GetExport", json!({ "period": "2026-10" })),
        ("ListAudit", page),
        ("CheckAudit", json!({})),
        ("ListStaff", json!({})),
        (
            "AddStaff",
            json!({ "account": "", "name": "", "role": "analis" }),
        ),
        ("SetRole", json!({ "id": ID, "role": "analis" })),
        ("SetAdmission", json!({ "id": ID, "admission": "barred" })),
        ("ResetPassword", json!({ "id": ID })),
        // Last: it ends the session.
        ("SignOut", json!({})),
    ];
    let read = |(command, arguments): (&str, Value)| {
        serde_json::from_value(json!({ "command": command, "arguments": arguments })).unwrap()
    };
    samples.map(read).into()
}

#[test]
fn no_command_is_left_out() {
    let samples = samples();
    let mut asked: Vec<&str> = samples.iter().map(CentralRequest::name).collect();
    let mut known = CentralRequest::NAMES.to_vec();
    asked.sort_unstable();
    known.sort_unstable();
    assert_eq!(asked, known);
}

async fn ask_all(visitor: &Visitor<'_>, expected: impl Fn(Need) -> &'static str) {
    for request in samples() {
        let (name, need) = (request.name(), request.needs());
        let (_, envelope, _) = visitor.send(request).await;
        let why = refused(&envelope);
        let expected = expected(need);
        if expected.is_empty() {
            let at_the_door = ["signed_out", "not_from_the_page", "wrong_role"];
            assert!(!at_the_door.contains(&why), "{name}: {envelope}");
        } else {
            assert_eq!(why, expected, "{name}: {envelope}");
        }
    }
}

async fn a_stranger_gets_to_the_door_only(kind: Kind) {
    let pages = Pages::new(kind).await;
    ask_all(&pages.visitor(), |need| match need {
        Need::Nothing => "",
        _ => "signed_out",
    })
    .await;
}

async fn each_role_opens_its_own_part(kind: Kind) {
    let pages = Pages::new(kind).await;
    let admin = pages.admin().await;
    for role in [Role::Verifikator, Role::Analis] {
        let person = pages.staff(&admin, role).await;
        ask_all(&person, |need| {
            if role.suffices(need) {
                ""
            } else {
                "wrong_role"
            }
        })
        .await;
    }
    ask_all(&admin, |_| "").await;
}

async fn a_cookie_alone_proves_nothing(kind: Kind) {
    let pages = Pages::new(kind).await;
    let admin = pages.admin().await;
    let without = Visitor {
        proof: String::new(),
        ..admin.clone()
    };
    ask_all(&without, |need| match need {
        Need::Nothing => "",
        _ => "not_from_the_page",
    })
    .await;
    let elsewhere = Visitor {
        origin: "https://example.org".to_owned(),
        ..admin
    };
    for request in samples() {
        let (status, envelope, _) = elsewhere.send(request).await;
        assert_eq!((status, refused(&envelope)), (403, "not_from_the_page"));
    }
}

async fn a_session_that_was_not_used_for_twelve_hours_is_over(kind: Kind) {
    let pages = Pages::new(kind).await;
    let admin = pages.admin().await;
    pages.bed.pass(12 * 60 * 60 * SECOND + 1);
    ask_all(&admin, |need| match need {
        Need::Nothing => "",
        _ => "signed_out",
    })
    .await;
}

async fn the_workbook_is_for_those_who_export(kind: Kind) {
    let pages = Pages::new(kind).await;
    let admin = pages.admin().await;
    let mut expected = vec![(String::new(), 401), (admin.cookie.clone(), 200)];
    for (role, status) in [(Role::Verifikator, 403), (Role::Analis, 200)] {
        expected.push((pages.staff(&admin, role).await.cookie, status));
    }
    for (cookie, status) in expected {
        let request = pages.get("/unduh/bkn/2026-10").header("cookie", &cookie);
        assert_eq!(request.send().await.unwrap().status(), status);
        let lured = pages
            .get("/unduh/bkn/2026-10")
            .header("cookie", &cookie)
            .header("sec-fetch-site", "cross-site");
        assert_eq!(lured.send().await.unwrap().status(), 401);
    }
}
