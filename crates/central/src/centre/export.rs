//! The workbook for BKN, over all offices.

mod office;

use crate::{Centre, Trouble, tables};
use chrono::NaiveDateTime;
use domain::rules::{Bundle, RuleBook};
use domain::{Nip, Period, Zone};
use office::OfficeRows;
use reports::bkn::{BknHead, BknRow, Form, Workbook};
use reports::excel::Writer;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::mpsc::{self, Receiver};

/// Offices that wait for the writer: the next one is read while one is being written.
const READ_AHEAD: usize = 1;

/// A workbook that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// Rows below the column heads.
    pub rows: u32,
    /// People whose number is not valid, so that SIASN would refuse the row.
    pub left_out: Vec<Nip>,
}

impl Centre {
    /// Writes everybody who held a post in a period, rated or not, office by office. A few offices
    /// are held in memory at a time, and no row that was written.
    ///
    /// # Errors
    /// When the database fails or the file cannot be written; what stood there stays.
    pub async fn export_bkn(&self, period: Period, file: &Path) -> Result<Exported, Trouble> {
        let offices = self
            .database()
            .read(|sql| Box::pin(tables::office::all(sql)))
            .await?;
        let book = Book {
            rules: self.rules().await?,
            period,
            drawn_at: Zone::Wib.local(self.now()),
            instansi: String::new(),
            file: file.to_owned(),
            writer: None,
            exported: Exported {
                rows: 0,
                left_out: Vec::new(),
            },
        };
        let (sender, receiver) = mpsc::channel(READ_AHEAD);
        // Packing rows is work for the processor: other requests do not wait for it.
        let writing = tokio::task::spawn_blocking(move || book.write(receiver));
        for office in offices {
            let rows = self
                .database()
                .read(move |sql| Box::pin(OfficeRows::read(sql, office.id, period)))
                .await?;
            if sender.send(rows).await.is_err() {
                // The writer failed and says so below.
                break;
            }
        }
        drop(sender);
        writing.await.map_err(|_| Trouble::GaveUp)?
    }
}

/// The full form by the rules of the period.
const fn full(rules: &Bundle) -> Workbook<'_> {
    let form = Form::Full;
    Workbook { rules, form }
}

/// The workbook while it is being written.
struct Book {
    rules: Arc<RuleBook>,
    period: Period,
    drawn_at: NaiveDateTime,
    /// The government that the titles name: the first that an office says.
    instansi: String,
    file: PathBuf,
    /// Made with the first row, because the titles come before it.
    writer: Option<Writer>,
    exported: Exported,
}

impl Book {
    fn write(mut self, mut offices: Receiver<OfficeRows>) -> Result<Exported, Trouble> {
        while let Some(office) = offices.blocking_recv() {
            if self.instansi.is_empty() {
                self.instansi = office.instansi();
            }
            for row in office.make() {
                self.row(row)?;
            }
        }
        self.open()?;
        if let Some(writer) = self.writer {
            writer.finish()?;
        }
        Ok(self.exported)
    }

    fn row(&mut self, row: BknRow) -> Result<(), Trouble> {
        let is_valid = Nip::parse(row.nip.digits()).is_ok();
        if !is_valid || row.nip.appointed_after(self.drawn_at.date()) {
            self.exported.left_out.push(row.nip);
            return Ok(());
        }
        self.exported.rows += 1;
        let rules = Arc::clone(&self.rules);
        let cells = full(rules.at(self.period)).cells(&row, self.exported.rows);
        Ok(self.open()?.row(cells)?)
    }

    fn open(&mut self) -> Result<&mut Writer, Trouble> {
        if self.writer.is_none() {
            let head = BknHead {
                period: self.period,
                instansi: self.instansi.clone(),
                unor_induk: self.instansi.clone(),
                unor: None,
                drawn_at: self.drawn_at,
                practice: false,
            };
            let writer =
                Writer::create(&full(self.rules.at(self.period)).layout(&head), &self.file)?;
            self.writer = Some(writer);
        }
        self.writer.as_mut().ok_or(Trouble::odd("a workbook"))
    }
}
