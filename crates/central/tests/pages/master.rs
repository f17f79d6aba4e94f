//! Data induk: what the centre changes of a person and the posts.

use crate::export::rows;
use crate::on_both;
use crate::regency::filled;
use crate::support::bed::Kind;
use crate::support::documents::{id, october};
use crate::visitor::{Pages, Visitor, refused};
use api::central::master::{GetPerson, PersonSheet, SavePerson};
use api::central::posts::SavePost;
use api::employees::{Post, PostChange};
use chrono::NaiveDate;
use domain::{AssignmentId, EmployeeId, JabatanKind, PersonReference, UnitId};
use serde_json::Value;

on_both!(
    a_golongan_with_its_day_splits_the_running_post,
    a_post_is_corrected_changed_and_ended,
    what_does_not_fit_is_refused_at_its_field,
    a_rating_follows_into_the_post_of_its_period,
);

/// The admin with one person before the eyes.
struct Looking<'p> {
    admin: Visitor<'p>,
    office: api::central::OfficeId,
    employee: EmployeeId,
    sheet: PersonSheet,
}

impl<'p> Looking<'p> {
    async fn at(pages: &'p Pages, number: u32) -> Self {
        let pcs = filled(&pages.bed).await;
        let admin = pages.admin().await;
        let office = api::central::OfficeId::from_bytes(pcs[0].office.0);
        let employee = EmployeeId(id(2, number));
        let sheet = admin.ask(GetPerson { office, employee }).await;
        Self {
            sheet: read(&sheet),
            admin,
            office,
            employee,
        }
    }

    async fn change(&mut self, change: PostChange, revision: &str) -> Value {
        let answer = self
            .admin
            .ask(SavePost {
                office: self.office,
                employee: self.employee,
                change,
                revision: revision.to_owned(),
            })
            .await;
        if refused(&answer).is_empty() {
            self.sheet = read(&answer);
        }
        answer
    }

    /// The newest post, as a form would give it, with its id and revision.
    fn post(&self) -> (AssignmentId, Post, String) {
        let newest = &self.sheet.posts[0];
        let it = newest.line.assignment.clone();
        let post = Post {
            unit: it.unit,
            jabatan: it.jabatan,
            jabatan_kind: it.jabatan_kind,
            jenjang: it.jenjang,
            golongan: it.golongan,
            tenure: it.tenure,
            appraiser: it.appraiser,
            appraiser_superior: it.appraiser_superior,
            from: it.from,
            to: it.to,
        };
        (it.id, post, newest.revision.clone())
    }
}

fn read(answer: &Value) -> PersonSheet {
    let value = answer["answer"]["value"].clone();
    serde_json::from_value(value).unwrap_or_else(|error| unreachable!("{error}: {answer}"))
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

async fn a_golongan_with_its_day_splits_the_running_post(kind: Kind) {
    let pages = Pages::new(kind).await;
    let mut looking = Looking::at(&pages, 2).await;
    let (post_id, mut post, revision) = looking.post();
    post.golongan = "III/a".parse().ok();
    looking
        .change(PostChange::Correct(post_id, post), &revision)
        .await;
    assert_eq!(looking.sheet.fields.golongan, "III/a".parse().ok());

    let mut fields = looking.sheet.fields.clone();
    fields.golongan = "III/b".parse().ok();
    fields.golongan_since = Some(day(10, 1));
    let saved = looking
        .admin
        .ask(SavePerson {
            office: looking.office,
            employee: looking.employee,
            fields,
            revision: looking.sheet.revision.clone(),
        })
        .await;
    let sheet = read(&saved);
    assert_eq!(sheet.fields.golongan_since, Some(day(10, 1)));
    let [now, before] = sheet.posts.as_slice() else {
        unreachable!("{sheet:?}")
    };
    assert_eq!(now.line.assignment.golongan, "III/b".parse().ok());
    assert_eq!(
        (now.line.assignment.from, now.line.assignment.to),
        (day(10, 1), None)
    );
    assert_eq!(before.line.assignment.golongan, "III/a".parse().ok());
    assert_eq!(before.line.assignment.to, Some(day(9, 30)));
    assert_eq!(pages.bed.centre.verify().await.unwrap().faults, []);
}

async fn a_post_is_corrected_changed_and_ended(kind: Kind) {
    let pages = Pages::new(kind).await;
    let mut looking = Looking::at(&pages, 4).await;
    let (post_id, mut post, revision) = looking.post();
    post.jabatan = " Guru  Ahli Muda ".to_owned();
    post.unit = UnitId(id(1, 2));
    post.appraiser = Some(PersonReference::Employee(EmployeeId(id(2, 3))));
    looking
        .change(PostChange::Correct(post_id, post), &revision)
        .await;
    let corrected = &looking.sheet.posts[0];
    assert_eq!(corrected.line.assignment.jabatan, "Guru Ahli Muda");
    assert_eq!(corrected.line.unit, "Bidang 2");
    assert!(
        corrected.line.appraiser.starts_with("ANDRÉ"),
        "{corrected:?}"
    );

    let (post_id, mut post, revision) = looking.post();
    post.jabatan = "Kepala Bidang".to_owned();
    post.jabatan_kind = JabatanKind::Administrator;
    (post.from, post.to) = (day(11, 1), None);
    looking
        .change(PostChange::ChangeFrom(post_id, post), &revision)
        .await;
    assert_eq!(looking.sheet.posts.len(), 2);
    assert_eq!(looking.sheet.posts[1].line.assignment.to, Some(day(10, 31)));

    let (post_id, _, revision) = looking.post();
    let ended = PostChange::End(post_id, day(12, 31));
    looking.change(ended.clone(), &revision).await;
    assert_eq!(looking.sheet.posts[0].line.assignment.to, Some(day(12, 31)));
    // Whoever looked at an older state is told so.
    let stale = looking.change(ended, &revision).await;
    assert_eq!(refused(&stale), "stale", "{stale}");
    assert_eq!(
        pages
            .bed
            .count("SELECT count(*) FROM audit WHERE act = 'post_corrected'")
            .await,
        3
    );
    assert_eq!(pages.bed.centre.verify().await.unwrap().faults, []);
}

/// Makes a post wrong.
type Spoil = fn(&mut Post);

async fn what_does_not_fit_is_refused_at_its_field(kind: Kind) {
    let pages = Pages::new(kind).await;
    let mut looking = Looking::at(&pages, 4).await;
    let (post_id, post, revision) = looking.post();
    let wrong: [(&str, Spoil); 4] = [
        ("unit", |post| post.unit = UnitId(id(1, 77))),
        ("jabatan", |post| post.jabatan = " ".to_owned()),
        ("to", |post| post.to = Some(day(1, 1).pred_opt().unwrap())),
        ("appraiser", |post| {
            post.appraiser = Some(PersonReference::Typed(domain::TypedPerson::default()));
        }),
    ];
    for (field, spoil) in wrong {
        let mut spoilt = post.clone();
        spoil(&mut spoilt);
        let answer = looking
            .change(PostChange::Correct(post_id, spoilt), &revision)
            .await;
        assert_eq!(answer["refused"]["about"], field, "{answer}");
    }
    // Nobody holds two posts for good at once.
    let answer = looking.change(PostChange::AddBeside(post), "").await;
    assert_eq!(answer["refused"]["about"], "from", "{answer}");
}

async fn a_rating_follows_into_the_post_of_its_period(kind: Kind) {
    let pages = Pages::new(kind).await;
    let mut looking = Looking::at(&pages, 6).await;
    let file = pages.bed.folder.path().join("bkn.xlsx");
    let rated_as = |jabatan: &'static str| {
        let mut rows = rows(&file).into_iter();
        let row = rows.find(|row| row["skp_jabatan"] == jabatan);
        row.map(|row| row["hasil_akhir"].clone())
    };
    let (post_id, mut post, revision) = looking.post();
    post.jabatan = "Analis Muda".to_owned();
    looking
        .change(PostChange::Correct(post_id, post), &revision)
        .await;
    pages.bed.centre.export_bkn(october(), &file).await.unwrap();
    let before = rated_as("Analis Muda");
    assert_eq!(before.as_deref(), Some("BAIK"));

    let (post_id, mut post, revision) = looking.post();
    post.from = day(10, 1);
    post.jabatan = "Pengawas Sekolah".to_owned();
    looking
        .change(PostChange::ChangeFrom(post_id, post), &revision)
        .await;
    pages.bed.centre.export_bkn(october(), &file).await.unwrap();
    assert_eq!(rated_as("Analis Muda"), None);
    assert_eq!(rated_as("Pengawas Sekolah"), before);
}
