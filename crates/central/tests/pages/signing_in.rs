//! Coming in, and being kept out.

use crate::on_both;
use crate::support::bed::{Kind, SECOND};
use crate::visitor::{PASSWORD, Pages, Visitor, refused};
use api::central::Role;
use api::central::session::{ChoosePassword, GetStaffSession, Password};
use api::central::staff::{Admission, ListStaff, ResetPassword, SetAdmission, SetRole};

on_both!(
    a_link_is_good_once_and_no_short_password_uses_it_up,
    whoever_guesses_waits_at_every_server,
    a_session_is_good_at_every_server,
    who_is_barred_is_out_at_once_and_the_last_admin_stays,
    a_reset_password_is_good_no_more,
    the_page_says_that_it_is_the_centres,
);

fn account(session: &serde_json::Value) -> &str {
    let person = &session["answer"]["value"]["person"];
    person["account"].as_str().unwrap_or_default()
}

async fn a_link_is_good_once_and_no_short_password_uses_it_up(kind: Kind) {
    let pages = Pages::new(kind).await;
    let link = pages.bed.centre.invite_admin("sari").await.unwrap();
    let (_, token) = link.path.split_once('#').unwrap();
    let mut visitor = pages.visitor();
    for (password, expected) in [
        ("sebelas hur", "password_too_short"),
        (PASSWORD, ""),
        (PASSWORD, "link_used_up"),
    ] {
        let command = ChoosePassword {
            link: Password(token.to_owned()),
            password: Password(password.to_owned()),
        };
        assert_eq!(refused(&visitor.enter(command).await), expected);
    }
    assert_eq!(account(&visitor.ask(GetStaffSession {}).await), "sari");
}

async fn whoever_guesses_waits_at_every_server(kind: Kind) {
    let pages = Pages::new(kind).await;
    pages.admin().await;
    let other = pages.another().await;
    for number in 0..10 {
        let mut visitor = pages.visitor();
        if number % 2 == 0 {
            visitor.origin.clone_from(&other);
            visitor.url.clone_from(&other);
        }
        let answer = visitor.sign_in("sari", "salah sekali ini").await;
        assert_eq!(refused(&answer), "wrong_password");
    }
    let mut visitor = pages.visitor();
    // The right password too: guessing must not pay.
    let answer = visitor.sign_in("sari", PASSWORD).await;
    assert_eq!(refused(&answer), "too_many_tries");
    pages.bed.pass(15 * 60 * SECOND + 1);
    let answer = visitor.sign_in(" SARI ", PASSWORD).await;
    assert_eq!(account(&answer), "sari");
}

async fn a_session_is_good_at_every_server(kind: Kind) {
    let pages = Pages::new(kind).await;
    let admin = pages.admin().await;
    let other = pages.another().await;
    let elsewhere = Visitor {
        origin: other.clone(),
        url: other,
        ..admin
    };
    let answer = elsewhere.ask(ListStaff {}).await;
    assert_eq!(refused(&answer), "", "{answer}");
}

async fn who_is_barred_is_out_at_once_and_the_last_admin_stays(kind: Kind) {
    let pages = Pages::new(kind).await;
    let admin = pages.admin().await;
    let mut person = pages.staff(&admin, Role::Verifikator).await;
    let staff = admin.ask(ListStaff {}).await;
    let staff = staff["answer"]["value"]["staff"]
        .as_array()
        .unwrap()
        .clone();
    let id = |account: &str| {
        let line = staff.iter().find(|line| line["account"] == account);
        serde_json::from_value(line.unwrap()["id"].clone()).unwrap()
    };
    let barred = SetAdmission {
        id: id("verifikator"),
        admission: Admission::Barred,
    };
    assert_eq!(refused(&admin.ask(barred).await), "");
    assert_eq!(account(&person.ask(GetStaffSession {}).await), "");
    let again = person.sign_in("verifikator", PASSWORD).await;
    assert_eq!(refused(&again), "wrong_password");

    let own = id("sari");
    let demoted = SetRole {
        id: own,
        role: Role::Analis,
    };
    assert_eq!(refused(&admin.ask(demoted).await), "last_admin");
    let barred = SetAdmission {
        id: own,
        admission: Admission::Barred,
    };
    assert_eq!(refused(&admin.ask(barred).await), "last_admin");
}

async fn a_reset_password_is_good_no_more(kind: Kind) {
    let pages = Pages::new(kind).await;
    let admin = pages.admin().await;
    let mut person = pages.staff(&admin, Role::Analis).await;
    let session = person.ask(GetStaffSession {}).await;
    let id = session["answer"]["value"]["person"]["id"].clone();
    let reset = ResetPassword {
        id: serde_json::from_value(id).unwrap(),
    };
    assert_eq!(refused(&admin.ask(reset).await), "");
    assert_eq!(account(&person.ask(GetStaffSession {}).await), "");
    let again = person.sign_in("analis", PASSWORD).await;
    assert_eq!(refused(&again), "wrong_password");
}

async fn the_page_says_that_it_is_the_centres(kind: Kind) {
    let pages = Pages::new(kind).await;
    for path in ["/", "/hasil", "/sandi"] {
        let text = pages.get(path).send().await.unwrap().text().await.unwrap();
        assert!(
            text.contains("name=\"kinerja-root\" content=\"centre\""),
            "{path}"
        );
    }
    for path in ["/v1/nothing", "/ui-1/missing.js", "/../../etc/passwd.txt"] {
        assert_eq!(
            pages.get(path).send().await.unwrap().status(),
            404,
            "{path}"
        );
    }
}
