//! Any document at all, for laws.

use chrono::{Datelike, NaiveDate};
use domain::assignment::Tenure;
use domain::evaluation::{Aspek, BehaviourDetail, Cell, EvaluationState, ResultItem};
use domain::evidence::EvidenceType;
use domain::nip::{NipKind, Sex};
use domain::note::NoteSource;
use domain::signatory::SignatoryRole;
use domain::{
    Assignment, AssignmentId, Capaian, Document, Employee, EmployeeId, Evaluation, EvaluationId,
    Evidence, EvidenceId, Exception, ExceptionId, ExceptionKind, Golongan, JabatanKind, Jenjang,
    Nip, Note, NoteId, OrganisationPredikat, OrganisationResult, OrganisationResultId, Period,
    PersonReference, Rating, Rhythm, Signatory, SignatoryId, TypedPerson, Unit, UnitId, User,
    UserId, Zone,
};
use proptest::array::uniform7;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

fn text() -> BoxedStrategy<String> {
    prop_oneof![
        Just(String::new()),
        vec(any::<char>(), 0..30).prop_map(|characters| characters.into_iter().collect()),
    ]
    .boxed()
}

fn id() -> impl Strategy<Value = Uuid> {
    any::<[u8; 16]>().prop_map(Uuid::from_bytes)
}

fn day() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        9 => 700_000..760_000_i32,
        1 => NaiveDate::MIN.num_days_from_ce()..=NaiveDate::MAX.num_days_from_ce(),
    ]
    .prop_map(|days| NaiveDate::from_num_days_from_ce_opt(days).expect("in range"))
}

pub fn nip() -> impl Strategy<Value = Nip> {
    let code = prop_oneof![1..=12_u32, 21..=29_u32];
    (
        1940..2010_i32,
        1..=12_u32,
        1..=28_u32,
        21..40_i32,
        code,
        1..=2_u8,
        1..=999_u16,
    )
        .prop_map(|(year, month, day, age, code, sex, serial)| {
            let appointed = year + age;
            Nip::parse(&format!(
                "{year}{month:02}{day:02}{appointed}{code:02}{sex}{serial:03}"
            ))
            .expect("a NIP")
        })
}

fn golongan() -> impl Strategy<Value = Golongan> {
    prop_oneof![
        (1..=4_u8, 0..=4_u8).prop_filter_map("IV/e only", |(golongan, ruang)| {
            Golongan::pns(golongan, ruang)
        }),
        (1..=17_u8).prop_map(|golongan| Golongan::pppk(golongan).expect("in range")),
    ]
}

fn period() -> impl Strategy<Value = Period> {
    let year = 1900..=2999_i32;
    prop_oneof![
        (year.clone(), 1..=12_u32).prop_map(|(year, month)| Period::Month { year, month }),
        (year.clone(), 1..=4_u32).prop_map(|(year, quarter)| Period::Quarter { year, quarter }),
        year.prop_map(|year| Period::Year { year }),
    ]
}

fn person() -> BoxedStrategy<PersonReference> {
    prop_oneof![
        id().prop_map(|id| PersonReference::Employee(EmployeeId(id))),
        (text(), of(nip()), text(), of(golongan()), text()).prop_map(
            |(name, nip, jabatan, golongan, unit)| {
                PersonReference::Typed(TypedPerson {
                    name,
                    nip,
                    jabatan,
                    golongan,
                    unit,
                })
            },
        ),
    ]
    .boxed()
}

fn unit() -> impl Strategy<Value = Document> {
    let zone = select(vec![Zone::Wib, Zone::Wita, Zone::Wit]);
    let rhythm = select(vec![Rhythm::Monthly, Rhythm::Quarterly]);
    (
        id(),
        text(),
        of(id()),
        of(text()),
        text(),
        zone,
        rhythm,
        of(person()),
    )
        .prop_map(
            |(id, name, parent, siasn_unor_id, instansi, zone, rhythm, head)| {
                Document::Unit(Unit {
                    id: UnitId(id),
                    name,
                    parent: parent.map(UnitId),
                    siasn_unor_id,
                    instansi,
                    zone,
                    rhythm,
                    head,
                })
            },
        )
}

fn employee() -> impl Strategy<Value = Document> {
    let kind = select(vec![NipKind::Pns, NipKind::Pppk]);
    let sex = of(select(vec![Sex::Male, Sex::Female]));
    let names = (text(), text(), text());
    let golongan = (of(golongan()), of(day()));
    (
        id(),
        names,
        nip(),
        kind,
        sex,
        of(day()),
        golongan,
        (text(), of(text())),
    )
        .prop_map(
            |(
                id,
                (name, title_before, title_after),
                nip,
                kind,
                sex,
                birth_date,
                golongan,
                rest,
            )| {
                Document::Employee(Employee {
                    id: EmployeeId(id),
                    name,
                    title_before,
                    title_after,
                    nip,
                    kind,
                    sex,
                    birth_date,
                    golongan: golongan.0,
                    golongan_since: golongan.1,
                    education: rest.0,
                    pns_id: rest.1,
                })
            },
        )
}

fn assignment() -> impl Strategy<Value = Document> {
    let ids = (id(), id(), id());
    let kind = select(JabatanKind::ALL.to_vec());
    let jenjang = of(select(Jenjang::ALL.to_vec()));
    let people = (of(person()), of(person()));
    let days = (day(), of(day()));
    let tenure = select(vec![Tenure::Definitif, Tenure::Plt, Tenure::Plh]);
    (
        ids,
        text(),
        kind,
        jenjang,
        of(golongan()),
        people,
        days,
        tenure,
    )
        .prop_map(
            |(ids, jabatan, jabatan_kind, jenjang, golongan, people, (from, to), tenure)| {
                Document::Assignment(Assignment {
                    id: AssignmentId(ids.0),
                    employee: EmployeeId(ids.1),
                    unit: UnitId(ids.2),
                    jabatan,
                    jabatan_kind,
                    jenjang,
                    golongan,
                    appraiser: people.0,
                    appraiser_superior: people.1,
                    from,
                    to,
                    tenure,
                })
            },
        )
}

fn exception() -> impl Strategy<Value = Document> {
    (
        id(),
        id(),
        select(ExceptionKind::ALL.to_vec()),
        day(),
        of(day()),
        text(),
    )
        .prop_map(|(id, employee, kind, from, to, letter)| {
            let (id, employee) = (ExceptionId(id), EmployeeId(employee));
            Document::Exception(Exception {
                id,
                employee,
                kind,
                from,
                to,
                letter,
            })
        })
}

fn signatory() -> impl Strategy<Value = Document> {
    let role = select(vec![SignatoryRole::Head, SignatoryRole::Preparer]);
    (id(), id(), role, person(), text(), day(), of(day())).prop_map(
        |(id, unit, role, person, place, from, to)| {
            let (id, unit) = (SignatoryId(id), UnitId(unit));
            Document::Signatory(Signatory {
                id,
                unit,
                role,
                person,
                place,
                from,
                to,
            })
        },
    )
}

fn organisation_result() -> impl Strategy<Value = Document> {
    let predikat = select(OrganisationPredikat::ALL.to_vec());
    (
        id(),
        id(),
        period(),
        predikat,
        of(person()),
        of(day()),
        text(),
        text(),
    )
        .prop_map(
            |(id, unit, period, predikat, set_by, date, document, pattern_reason)| {
                Document::OrganisationResult(OrganisationResult {
                    id: OrganisationResultId(id),
                    unit: UnitId(unit),
                    period,
                    predikat,
                    set_by,
                    date,
                    document,
                    pattern_reason,
                })
            },
        )
}

fn cell() -> impl Strategy<Value = Cell> {
    (of(select(Rating::ALL.to_vec())), any::<bool>())
        .prop_map(|(rating, bulk)| Cell { rating, bulk })
}

fn item() -> impl Strategy<Value = ResultItem> {
    let aspek = select(vec![
        Aspek::Kuantitas,
        Aspek::Kualitas,
        Aspek::Waktu,
        Aspek::Biaya,
    ]);
    let rating = of(select(Rating::ALL.to_vec()));
    (
        text(),
        of(aspek),
        text(),
        text(),
        text(),
        text(),
        rating,
        text(),
    )
        .prop_map(
            |(plan, aspek, indicator, unit, target, realisation, rating, feedback)| ResultItem {
                plan,
                aspek,
                indicator,
                unit,
                target,
                realisation,
                rating,
                feedback,
            },
        )
}

fn evaluation() -> impl Strategy<Value = Document> {
    let ids = (id(), id(), id());
    let detail = (cell(), text()).prop_map(|(cell, feedback)| BehaviourDetail { cell, feedback });
    let state = select(vec![EvaluationState::Draft, EvaluationState::Ready]);
    let ratings = (cell(), cell(), uniform7(detail), of(any::<u32>()));
    let sources = (text(), vec(id(), 0..4), vec(id(), 0..4));
    (
        ids,
        period(),
        vec(item(), 0..3),
        ratings,
        sources,
        any::<u32>(),
        state,
    )
        .prop_map(
            |(ids, period, items, ratings, (reason, notes, evidence), rules_version, state)| {
                Document::Evaluation(Box::new(Evaluation {
                    id: EvaluationId(ids.0),
                    employee: EmployeeId(ids.1),
                    assignment: AssignmentId(ids.2),
                    period,
                    items,
                    hasil_kerja: ratings.0,
                    perilaku: ratings.1,
                    behaviours: ratings.2,
                    capaian: ratings.3.map(Capaian),
                    reason,
                    notes: notes.into_iter().map(NoteId).collect(),
                    evidence: evidence.into_iter().map(EvidenceId).collect(),
                    rules_version,
                    state,
                }))
            },
        )
}

fn note() -> impl Strategy<Value = Document> {
    let source = select(NoteSource::ALL.to_vec());
    let lists = (vec(text(), 0..4), vec(id(), 0..4));
    (id(), id(), day(), source, text(), lists, any::<bool>()).prop_map(
        |(id, employee, date, source, text, (tags, evidence), withdrawn)| {
            Document::Note(Note {
                id: NoteId(id),
                employee: EmployeeId(employee),
                date,
                source,
                text,
                tags,
                evidence: evidence.into_iter().map(EvidenceId).collect(),
                withdrawn,
            })
        },
    )
}

fn evidence() -> impl Strategy<Value = Document> {
    let file_type = select(vec![
        EvidenceType::Pdf,
        EvidenceType::Jpeg,
        EvidenceType::Png,
        EvidenceType::Xlsx,
        EvidenceType::Docx,
    ]);
    (
        id(),
        id(),
        day(),
        any::<[u8; 32]>(),
        text(),
        file_type,
        any::<u64>(),
        any::<bool>(),
    )
        .prop_map(
            |(id, employee, date, content_hash, name, file_type, size, withdrawn)| {
                Document::Evidence(Evidence {
                    id: EvidenceId(id),
                    employee: EmployeeId(employee),
                    date,
                    content_hash,
                    name,
                    file_type,
                    size,
                    withdrawn,
                })
            },
        )
}

fn user() -> impl Strategy<Value = Document> {
    (id(), text(), of(nip())).prop_map(|(id, name, nip)| {
        Document::User(User {
            id: UserId(id),
            name,
            nip,
        })
    })
}

/// A document of any kind.
pub fn document() -> impl Strategy<Value = Document> {
    // Boxed: the trees of all kinds together are larger than a test thread's stack.
    prop_oneof![
        unit().boxed(),
        employee().boxed(),
        assignment().boxed(),
        exception().boxed(),
        signatory().boxed(),
        organisation_result().boxed(),
        evaluation().boxed(),
        note().boxed(),
        evidence().boxed(),
        user().boxed(),
    ]
}
