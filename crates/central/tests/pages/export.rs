//! The workbook for BKN of the whole regency.

use crate::on_both;
use crate::regency::{PEOPLE, filled};
use crate::support::bed::{Bed, Kind};
use crate::support::documents::{assignment, employee, evaluation, october, unit};
use calamine::{Data, Reader as _, Xlsx, open_workbook};
use domain::Document;
use std::collections::BTreeMap;
use std::path::Path;

on_both!(
    whoever_is_not_rated_is_in_the_workbook_too,
    thousands_of_rows_come_out_whole,
);

/// People of one batch.
const TOGETHER: u32 = 500;
const OFFICES: u8 = 3;
const PEOPLE_OF_OFFICE: u32 = 1000;

/// A row by the heads of its columns.
pub type Row = BTreeMap<String, String>;

/// The rows below the column heads.
pub fn rows(file: &Path) -> Vec<Row> {
    let mut workbook: Xlsx<_> = open_workbook(file).unwrap();
    let sheet = workbook.worksheet_range_at(0).unwrap().unwrap();
    let text = |row: &[Data]| row.iter().map(ToString::to_string).collect::<Vec<_>>();
    let mut all = sheet.rows().map(text);
    let head = all.find(|row| row[0] == "jenis").unwrap();
    all.map(|row| head.iter().cloned().zip(row).collect())
        .collect()
}

async fn whoever_is_not_rated_is_in_the_workbook_too(kind: Kind) {
    let bed = Bed::new(kind).await;
    filled(&bed).await;
    let file = bed.folder.path().join("bkn.xlsx");
    let exported = bed.centre.export_bkn(october(), &file).await.unwrap();
    let rows = rows(&file);
    assert_eq!(exported.left_out, []);
    // Who retired in May has none.
    assert_eq!(rows.len(), 3 * (PEOPLE as usize - 1));
    assert_eq!(exported.rows as usize, rows.len());
    let unrated = rows.iter().filter(|row| row["hasil_akhir"] == "-").count();
    let rated = rows.iter().filter(|row| row["hasil_akhir"] != "-").count();
    assert!(unrated > PEOPLE as usize && rated > 0, "{unrated} {rated}");
}

async fn thousands_of_rows_come_out_whole(kind: Kind) {
    let bed = Bed::new(kind).await;
    for number in 1..=OFFICES {
        let mut pc = bed.enrolled(number, &format!("Dinas {number}")).await;
        let mut sent = 0;
        for first in (1..=PEOPLE_OF_OFFICE).step_by(TOGETHER as usize) {
            for document in people(first..first + TOGETHER) {
                pc.seal(&document);
            }
            bed.ingest(pc.office, &pc.batch_behind(sent)).await.unwrap();
            sent = pc.head.seq;
        }
    }
    let file = bed.folder.path().join("bkn.xlsx");
    let exported = bed.centre.export_bkn(october(), &file).await.unwrap();
    let rows = rows(&file);
    assert_eq!(rows.len() as u32, u32::from(OFFICES) * PEOPLE_OF_OFFICE);
    assert_eq!(exported.rows as usize, rows.len());
    let rated = rows.iter().filter(|row| row["hasil_akhir"] != "-").count();
    assert_eq!(rated * 2, rows.len());
}

/// Every second one is rated.
fn people(numbers: std::ops::Range<u32>) -> impl Iterator<Item = Document> {
    let unit = (numbers.start == 1).then(|| unit(1));
    unit.into_iter().chain(numbers.flat_map(|number| {
        let rating = (number % 2 == 0).then(|| evaluation(number, ""));
        [
            employee(number),
            Document::Assignment(assignment(number, 1)),
        ]
        .into_iter()
        .chain(rating)
    }))
}
