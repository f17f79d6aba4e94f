use crate::support::*;
use std::time::Instant;
#[test]
#[ignore]
fn speed() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let s = book.add_worksheet();
    let heads: Vec<&str> = crate::siasn::HEADS.split(',').collect();
    put(s, 0, &[&heads]);
    for i in 0..10_000u32 {
        for (c, h) in heads.iter().enumerate() {
            let v = match *h { "NIP BARU" => format!("19850412201001{}{:03}", 1, i % 999 + 1), "NAMA" => format!("Andi {i}"), h => crate::siasn::value(h).to_string() };
            let v = if *h == "NIP BARU" { format!("{:04}{:02}{:02}2010011{:03}", 1960 + i / 999 , 4, 12, i % 999 + 1) } else { v };
            s.write_string(i + 1, c as u16, &v).unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    eprintln!("bytes {}", bytes.len());
    {
        use calamine::{Xlsx, Reader};
        let t = Instant::now();
        let mut z = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
        let mut total = 0;
        for i in 0..z.len() { total += std::io::copy(&mut z.by_index(i).unwrap(), &mut std::io::sink()).unwrap(); }
        eprintln!("bytes unpack {total} {:?}", t.elapsed());
        let t = Instant::now();
        let mut b: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes.clone())).unwrap();
        eprintln!("read open {:?}", t.elapsed());
        let t = Instant::now();
        let m = b.merge_cells_by_sheet_name("Sheet1").unwrap();
        eprintln!("read merged {:?} {}", t.elapsed(), m.len());
        let t = Instant::now();
        let mut r = b.worksheet_cells_reader("Sheet1").unwrap();
        let mut n = 0;
        while let Some(_c) = r.next_cell().unwrap() { n += 1; }
        eprintln!("read cells {:?} {}", t.elapsed(), n);
        drop(r);
        let t = Instant::now();
        let mut r = b.worksheet_cells_reader("Sheet1").unwrap();
        let mut n = 0;
        while let Some(_c) = r.next_cell_with_style_id().unwrap() { n += 1; }
        eprintln!("read cells style {:?} {}", t.elapsed(), n);
    }
    let t = Instant::now();
    let sheet = read("a.xlsx", bytes).unwrap();
    eprintln!("read {:?}", t.elapsed());
    let t = Instant::now();
    let p = reports::import::rows(&sheet);
    eprintln!("rows {:?} accepted {} warnings {}", t.elapsed(), p.accepted().count(), p.warnings().count());
    let dir = tempfile::tempdir().unwrap();
    let rows: Vec<_> = (0..20).flat_map(|_| crate::people::all()).collect();
    let n = 100_000;
    let head = crate::bkn::head(crate::people::october());
    let t = Instant::now();
    let w = reports::bkn::write(&head, reports::bkn::Form::Full, (0..n).map(|i| &rows[i % rows.len()]), &dir.path().join("a.xlsx")).unwrap();
    eprintln!("export {:?} {:?}", t.elapsed(), w);
    let t = Instant::now();
    let mut book = rust_xlsxwriter::Workbook::new();
    let s = book.add_worksheet_with_constant_memory().unwrap();
    for i in 0..n { for (c, v) in reports::bkn::cells(&rows[i % rows.len()], reports::bkn::Form::Full, 1).iter().enumerate() { s.write_string(i as u32, c as u16, v.as_ref()).unwrap(); } }
    book.save(dir.path().join("b.xlsx")).unwrap();
    eprintln!("plain constant {:?}", t.elapsed());
    let t = Instant::now();
    let mut book = rust_xlsxwriter::Workbook::new();
    let s = book.add_worksheet();
    for i in 0..n { for (c, v) in reports::bkn::cells(&rows[i % rows.len()], reports::bkn::Form::Full, 1).iter().enumerate() { s.write_string(i as u32, c as u16, v.as_ref()).unwrap(); } }
    book.save(dir.path().join("c.xlsx")).unwrap();
    eprintln!("plain {:?}", t.elapsed());
}
