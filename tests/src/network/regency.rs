//! A regency as a centre has it after two months: offices of every kind, people in them, ratings,
//! and what waits for somebody.

use super::centre::Centre;
use super::hand::Hand;
use anyhow::Context as _;
use domain::assignment::Tenure;
use domain::employee::EmployeeKind;
use domain::{
    Assignment, AssignmentId, Document, Employee, EmployeeId, Evaluation, EvaluationId, Exception,
    ExceptionId, ExceptionKind, JabatanKind, Nip, Period, PersonReference, Rating, Rhythm,
    Timestamp, Unit, UnitId, Zone,
};
use record::Revision;
use std::time::{SystemTime, UNIX_EPOCH};
use uuid::Uuid;

/// An office: its name, its units, people of each unit, and how many of ten are rated.
struct Plan {
    name: &'static str,
    units: &'static [&'static str],
    people: u32,
    rated: u32,
}

const OFFICES: [Plan; 8] = [
    Plan {
        name: "Dinas Pendidikan",
        units: &["Bidang Pembinaan SD", "Bidang Pembinaan SMP", "Sekretariat"],
        people: 9,
        rated: 10,
    },
    Plan {
        name: "Dinas Kependudukan dan Pencatatan Sipil",
        units: &[
            "Bidang Pencatatan Sipil",
            "Bidang Pelayanan Pendaftaran Penduduk",
        ],
        people: 8,
        rated: 7,
    },
    Plan {
        name: "Dinas Kesehatan",
        units: &[
            "Bidang Kesehatan Masyarakat",
            "Bidang Pelayanan Kesehatan",
            "Sekretariat",
        ],
        people: 7,
        rated: 4,
    },
    Plan {
        name: "Dinas Perhubungan",
        units: &["Bidang Lalu Lintas dan Angkutan"],
        people: 11,
        rated: 9,
    },
    Plan {
        name: "Badan Perencanaan Pembangunan Daerah",
        units: &["Bidang Perencanaan", "Sekretariat"],
        people: 6,
        rated: 0,
    },
    Plan {
        name: "Kecamatan Simeulue Timur",
        units: &["Seksi Pemerintahan", "Seksi Pelayanan Umum"],
        people: 5,
        rated: 10,
    },
    Plan {
        name: "Puskesmas Simeulue Tengah",
        units: &["Tata Usaha", "Pelayanan"],
        people: 8,
        rated: 6,
    },
    Plan {
        name: "Sekretariat Daerah",
        units: &["Bagian Organisasi", "Bagian Hukum"],
        people: 6,
        rated: 8,
    },
];

const NAMES: [(&str, &str, &str); 12] = [
    ("", "Sari Wahyuni", "S.Sos., M.AP."),
    ("", "Andi Mappanyukki", "S.E."),
    ("dr.", "Nur'aini", "Sp.A"),
    ("", "Suharto", ""),
    ("", "I Gusti Ayu Pradnyani", "S.Pd."),
    ("", "Hasan Basri", "A.Md."),
    ("", "Dewi Sartika", "S.Sos."),
    ("Drs.", "Muhammad Yusuf", "M.Si."),
    ("", "Rina Marlina", "S.Kom."),
    ("", "Teuku Iskandar", "S.H."),
    ("", "Maria Goretti Wulandari", "S.Kep."),
    ("", "Bambang Sudarsono", "S.T."),
];

const POSTS: [(&str, JabatanKind); 5] = [
    ("Kepala Bidang", JabatanKind::Administrator),
    ("Kepala Seksi", JabatanKind::Pengawas),
    ("Analis Kebijakan Ahli Muda", JabatanKind::Fungsional),
    ("Penata Layanan Operasional", JabatanKind::Pelaksana),
    ("Pengolah Data dan Informasi", JabatanKind::Pelaksana),
];

/// The regency, filled.
pub struct Regency {
    /// The device of each office, in the order of their names in this file.
    pub hands: Vec<Hand>,
    /// The month before this one, which everybody has rated more or less.
    pub month: Period,
}

/// Fills a centre that serves without TLS.
///
/// # Errors
/// The centre refuses.
pub fn fill(centre: &Centre) -> anyhow::Result<Regency> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_micros();
    let now = Timestamp(i64::try_from(now)?);
    let today = Zone::Wib.day(now);
    let running = Period::containing(today, Rhythm::Monthly);
    let before = running.first_day().pred_opt().context("no day before")?;
    let month = Period::containing(before, Rhythm::Monthly);
    let mut hands = Vec::new();
    for (number, plan) in (1_u8..).zip(&OFFICES) {
        let mut hand = Hand::of_office(centre, plan.name, number)?;
        hand.clock = Some(now);
        for document in documents(u32::from(number), plan, [month, running])? {
            hand.seal(&document, None);
        }
        hand.deliver_behind(0)?;
        hands.push(hand);
    }
    wait_for_a_base(&mut hands[1])?;
    edit_beside(&mut hands[2])?;
    Ok(Regency { hands, month })
}

/// The id of somebody: offices are counted from one, people from nought.
#[must_use]
pub fn employee(office: u32, number: u32) -> EmployeeId {
    EmployeeId(id(2, (office, number)))
}

fn documents(office: u32, plan: &Plan, months: [Period; 2]) -> anyhow::Result<Vec<Document>> {
    let head = employee(office, 0);
    let mut documents = Vec::new();
    let mut number = 0;
    for (place, name) in (0..).zip(plan.units) {
        let unit = UnitId(id(1, (office, place)));
        documents.push(Document::Unit(unit_of(unit, name, head)));
        for _ in 0..plan.people {
            let person = person(office, number)?;
            let post = post((office, number), unit, person.golongan);
            documents.push(Document::Employee(person));
            documents.push(Document::Assignment(post.clone()));
            for (back, month) in (0_u32..).zip(months) {
                // This month everybody is at the beginning still.
                if (number * 7 + office) % 10 < plan.rated.saturating_sub(back * 5) {
                    documents.push(rating((office, number), &post, (back, month)));
                }
            }
            number += 1;
        }
    }
    documents.push(leave(office, number - 1));
    Ok(documents)
}

fn unit_of(id: UnitId, name: &str, head: EmployeeId) -> Unit {
    Unit {
        id,
        name: name.to_owned(),
        parent: None,
        siasn_unor_id: None,
        instansi: "Pemerintah Kabupaten Simeulue".to_owned(),
        zone: Zone::Wib,
        rhythm: Rhythm::Monthly,
        head: Some(PersonReference::Employee(head)),
    }
}

fn person(office: u32, number: u32) -> anyhow::Result<Employee> {
    let (before, name, after) = NAMES[(office as usize * 5 + number as usize) % NAMES.len()];
    let nip = format!(
        "1985{:02}{:02}2009031{:03}",
        1 + number % 12,
        10 + office,
        1 + number
    );
    let nip = Nip::parse(&nip).map_err(|error| anyhow::anyhow!("{nip}: {error:?}"))?;
    Ok(Employee {
        id: employee(office, number),
        name: name.to_owned(),
        title_before: before.to_owned(),
        title_after: after.to_owned(),
        nip,
        kind: EmployeeKind::Pns,
        sex: None,
        birth_date: None,
        golongan: "III/c".parse().ok(),
        golongan_since: "2024-04-01".parse().ok(),
        education: "S-1".to_owned(),
        pns_id: None,
    })
}

fn post(
    (office, number): (u32, u32),
    unit: UnitId,
    golongan: Option<domain::Golongan>,
) -> Assignment {
    let (jabatan, kind) = POSTS[number as usize % POSTS.len()];
    Assignment {
        id: AssignmentId(id(3, (office, number))),
        employee: employee(office, number),
        unit,
        jabatan: jabatan.to_owned(),
        jabatan_kind: kind,
        jenjang: None,
        golongan,
        appraiser: None,
        appraiser_superior: None,
        from: "2025-01-02".parse().unwrap_or_default(),
        to: None,
        tenure: Tenure::Definitif,
    }
}

fn rating(
    (office, number): (u32, u32),
    post: &Assignment,
    (back, month): (u32, Period),
) -> Document {
    let place = number + 1000 * back;
    let mut it = Evaluation::empty(EvaluationId(id(4, (office, place))), post, month);
    let mixed = (number * 5 + office * 3) % 16;
    it.hasil_kerja.rating = Some(match mixed {
        0 | 5 => Rating::DiAtas,
        9 => Rating::DiBawah,
        _ => Rating::Sesuai,
    });
    // One of many is rated in results only.
    it.perilaku.rating = (mixed != 12).then_some(match mixed {
        0 | 7 => Rating::DiAtas,
        9 | 3 => Rating::DiBawah,
        _ => Rating::Sesuai,
    });
    if mixed == 9 {
        "Laporan triwulan belum selesai dua bulan berturut-turut.".clone_into(&mut it.reason);
    }
    Document::Evaluation(Box::new(it))
}

fn leave(office: u32, number: u32) -> Document {
    Document::Exception(Exception {
        id: ExceptionId(id(5, (office, number))),
        employee: employee(office, number),
        kind: ExceptionKind::CutiBesar,
        from: "2026-09-01".parse().unwrap_or_default(),
        to: None,
        letter: "800/112/2026".to_owned(),
    })
}

/// Ratings that come after their month was closed.
///
/// # Errors
/// The centre does not take them.
pub fn come_late(hand: &mut Hand, month: Period) -> anyhow::Result<()> {
    let behind = hand.head.seq;
    for number in [4, 7, 11] {
        let unit = UnitId(id(1, (2, number / 8)));
        let post = post((2, number), unit, None);
        let late = rating((2, 500 + number), &post, (0, month));
        hand.seal(&late, None);
    }
    hand.deliver_behind(behind)?;
    Ok(())
}

/// Something upon a revision that never came.
fn wait_for_a_base(hand: &mut Hand) -> anyhow::Result<()> {
    let behind = hand.head.seq;
    let document = Document::Employee(person(2, 3)?);
    hand.seal(&document, Some(Revision([0xab; 16])));
    hand.deliver_behind(behind)?;
    Ok(())
}

/// Somebody is changed in two ways upon the same revision.
fn edit_beside(hand: &mut Hand) -> anyhow::Result<()> {
    let behind = hand.head.seq;
    let edited = |education: &str, name: &str| -> anyhow::Result<Document> {
        let mut it = person(3, 900)?;
        it.education = education.to_owned();
        it.title_after = name.to_owned();
        Ok(Document::Employee(it))
    };
    let base = hand.seal(&edited("S-1", "S.Kep.")?, None);
    hand.seal(&edited("S-1 Keperawatan", "S.Kep., Ns.")?, Some(base));
    hand.seal(&edited("S-2", "S.Kep., M.Kes.")?, Some(base));
    hand.deliver_behind(behind)?;
    Ok(())
}

fn id(kind: u8, (office, number): (u32, u32)) -> Uuid {
    let mut bytes = [kind; 16];
    bytes[8..12].copy_from_slice(&office.to_be_bytes());
    bytes[12..].copy_from_slice(&number.to_be_bytes());
    Uuid::from_bytes(bytes)
}
