//! The workbook for BKN, over all offices.

mod office;

use crate::{Centre, Trouble, tables};
use domain::{Nip, Period, Zone};
use office::OfficeRows;
use reports::bkn::{self, BknHead, Form};
use reports::excel::Writer;
use std::path::Path;

/// A workbook that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// Rows below the column heads.
    pub rows: u32,
    /// People whose number is not valid, so that SIASN would refuse the row.
    pub left_out: Vec<Nip>,
}

impl Centre {
    /// Writes the sealed ratings of a period, office by office, and who needs none. One office is
    /// held in memory at a time.
    ///
    /// # Errors
    /// When the database fails or the file cannot be written; what stood there stays.
    pub async fn export_bkn(&self, period: Period, file: &Path) -> Result<Exported, Trouble> {
        let offices = self
            .database()
            .read(|sql| Box::pin(tables::office::all(sql)))
            .await?;
        let now = self.now();
        let today = Zone::Wib.day(now);
        let mut instansi = String::new();
        let mut writer: Option<Writer> = None;
        let mut exported = Exported {
            rows: 0,
            left_out: Vec::new(),
        };
        for office in offices {
            let rows = self
                .database()
                .read(move |sql| Box::pin(OfficeRows::read(sql, office.id, period)))
                .await?;
            if instansi.is_empty() {
                instansi = rows.instansi();
            }
            for row in rows.make()? {
                let is_valid = Nip::parse(row.nip.digits()).is_ok();
                if !is_valid || row.nip.appointed_after(today) {
                    exported.left_out.push(row.nip);
                    continue;
                }
                exported.rows += 1;
                let cells = bkn::cells(&row, Form::Full, exported.rows);
                open(&mut writer, (period, &instansi, now), file)?.row(cells)?;
            }
        }
        open(&mut writer, (period, &instansi, now), file)?;
        if let Some(writer) = writer {
            writer.finish()?;
        }
        Ok(exported)
    }
}

/// The writer; made when the first row is there, because the titles name the government.
fn open<'w>(
    writer: &'w mut Option<Writer>,
    (period, instansi, now): (Period, &str, domain::Timestamp),
    file: &Path,
) -> Result<&'w mut Writer, Trouble> {
    if writer.is_none() {
        let head = BknHead {
            period,
            instansi: instansi.to_owned(),
            unor_induk: instansi.to_owned(),
            unor: None,
            drawn_at: Zone::Wib.local(now),
            practice: false,
        };
        *writer = Some(Writer::create(&bkn::layout(&head, Form::Full), file)?);
    }
    writer.as_mut().ok_or(Trouble::odd("a workbook"))
}
