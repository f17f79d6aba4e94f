//! A regency of a million employees, as its weeks leave it in the tables.

use central::database::{Database, Kind, SqlError, Table, Value};
use chrono::{Datelike as _, NaiveDate, Utc};
use domain::Period;
use std::ops::Range;

const OFFICES: u32 = 10_000;
const UNITS: u32 = 4;
const PEOPLE_OF_UNIT: u32 = 25;
const WEEKS: i64 = 12;
/// How many there are.
pub(super) const PEOPLE: u32 = OFFICES * UNITS * PEOPLE_OF_UNIT;
/// Offices of one transaction.
const TOGETHER: u32 = 500;

const fn table(name: &'static str, columns: &'static [(&'static str, Kind)]) -> Table {
    Table {
        name,
        columns,
        key: 1,
    }
}

const OFFICE: (&str, Kind) = ("office_id", Kind::Bytes);
const UNIT: (&str, Kind) = ("unit_id", Kind::Bytes);

const OFFICE_TABLE: Table = table(
    "office",
    &[OFFICE, ("name", Kind::Text), ("created_at", Kind::Int)],
);
const UNIT_TABLE: Table = table("unit", &[OFFICE, UNIT, ("name", Kind::Text)]);
const UNIT_NOW: Table = table(
    "unit_now",
    &[
        OFFICE,
        UNIT,
        ("rhythm", Kind::Int),
        ("people", Kind::Int),
        ("period", Kind::Text),
        ("rated", Kind::Int),
    ],
);
const UNIT_WEEK: Table = table(
    "unit_week",
    &[
        OFFICE,
        UNIT,
        ("week", Kind::Int),
        ("period", Kind::Text),
        ("expected", Kind::Int),
        ("rated", Kind::Int),
        ("arrived", Kind::Int),
        ("late", Kind::Int),
    ],
);
const EMPLOYEE: Table = table(
    "employee",
    &[
        OFFICE,
        ("employee_id", Kind::Bytes),
        ("nip", Kind::Text),
        ("name", Kind::Text),
    ],
);
const ASSIGNMENT: Table = table(
    "assignment",
    &[
        OFFICE,
        ("assignment_id", Kind::Bytes),
        ("employee_id", Kind::Bytes),
        UNIT,
        ("first_day", Kind::Int),
    ],
);
const BATCH: Table = table(
    "batch",
    &[
        OFFICE,
        ("upload_id", Kind::Bytes),
        ("stream", Kind::Bytes),
        ("first_seq", Kind::Int),
        ("through_seq", Kind::Int),
        ("received_at", Kind::Int),
        ("bytes", Kind::Bytes),
    ],
);

/// Fills the tables that the page reads, and those of the people behind it.
pub(super) async fn fill(database: &Database) -> anyhow::Result<()> {
    let mut first = 0;
    while first < OFFICES {
        let offices = first..first + TOGETHER;
        let written: Result<(), SqlError> = database
            .write(move |sql| {
                Box::pin(async move {
                    for (table, rows) in rows(offices) {
                        sql.insert(&table, &rows).await?;
                    }
                    Ok(())
                })
            })
            .await;
        written?;
        first += TOGETHER;
    }
    Ok(())
}

fn rows(offices: Range<u32>) -> Vec<(Table, Vec<Vec<Value>>)> {
    let now = Utc::now();
    let (day, micros) = (now.date_naive(), now.timestamp_micros());
    let mut filled = Filled {
        week: (day - NaiveDate::default())
            .num_days()
            .saturating_sub(4)
            .div_euclid(7),
        period: Period::month(day.year(), day.month())
            .map_or_else(String::new, |it| it.to_string()),
        micros,
        tables: [
            OFFICE_TABLE,
            UNIT_TABLE,
            UNIT_NOW,
            UNIT_WEEK,
            EMPLOYEE,
            ASSIGNMENT,
            BATCH,
        ]
        .map(|table| (table, Vec::new())),
    };
    offices.for_each(|number| filled.office(number));
    filled.tables.into()
}

struct Filled {
    week: i64,
    period: String,
    micros: i64,
    tables: [(Table, Vec<Vec<Value>>); 7],
}

impl Filled {
    fn add(&mut self, table: usize, row: Vec<Value>) {
        self.tables[table].1.push(row);
    }

    fn office(&mut self, number: u32) {
        let office = id(1, number);
        let name = format!("Dinas {number:05}");
        let began = self.micros - 400 * 24 * 60 * 60 * 1_000_000;
        self.add(0, vec![office.clone(), name.into(), began.into()]);
        for unit in number * UNITS..(number + 1) * UNITS {
            self.unit(&office, unit);
        }
        for week in 0..WEEKS {
            let upload = id(5, number * 100 + u32::try_from(week).unwrap_or(0));
            let came = self.micros - week * 7 * 24 * 60 * 60 * 1_000_000;
            let row = vec![
                office.clone(),
                upload,
                vec![7; 32].into(),
                1_i64.into(),
                60_i64.into(),
                came.into(),
                vec![8; 400].into(),
            ];
            self.add(6, row);
        }
    }

    fn unit(&mut self, office: &Value, number: u32) {
        let unit = id(2, number);
        // Everywhere a few people are not rated yet, and not the same number.
        let rated = PEOPLE_OF_UNIT - number * 7 % 11;
        let period = self.period.clone();
        let head = |more: Vec<Value>| [vec![office.clone(), unit.clone()], more].concat();
        let named = head(vec![format!("Bidang {number}").into()]);
        let current = head(vec![
            0_i64.into(),
            PEOPLE_OF_UNIT.into(),
            period.clone().into(),
            rated.into(),
        ]);
        let weeks: Vec<_> = (0..WEEKS)
            .map(|back| {
                head(vec![
                    (self.week - back).into(),
                    period.clone().into(),
                    PEOPLE_OF_UNIT.into(),
                    rated.into(),
                    rated.into(),
                    0_i64.into(),
                ])
            })
            .collect();
        self.add(1, named);
        self.add(2, current);
        weeks.into_iter().for_each(|row| self.add(3, row));
        for person in number * PEOPLE_OF_UNIT..(number + 1) * PEOPLE_OF_UNIT {
            let employee = id(3, person);
            let (nip, name) = (format!("19800101{person:010}"), format!("Pegawai {person}"));
            let row = vec![office.clone(), employee.clone(), nip.into(), name.into()];
            self.add(4, row);
            let post = vec![
                office.clone(),
                id(4, person),
                employee,
                unit.clone(),
                0_i64.into(),
            ];
            self.add(5, post);
        }
    }
}

/// An id that is the same each time, scattered as real ones are.
fn id(kind: u8, number: u32) -> Value {
    let hash = blake3::hash(&[&[kind], number.to_be_bytes().as_slice()].concat());
    hash.as_bytes()[..16].into()
}
