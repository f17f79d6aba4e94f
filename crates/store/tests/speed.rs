#[path = "stories/office.rs"]
mod office;
use office::*;
use domain::*;
use std::time::Instant;
use store::*;
#[test]
fn speed() {
    let office = Office::empty();
    let n: u32 = std::env::var("N").ok().and_then(|n| n.parse().ok()).unwrap_or(10_000);
    let docs: Vec<_> = (1..=n).map(|i| (Document::Employee(employee(i)), Document::Assignment(assignment(i, i, UNIT)))).collect();
    let t = Instant::now();
    office.store.transact::<_, StoreError>(office.info("import"), |act| {
        act.put(Document::Unit(unit(UNIT)))?;
        for (e, a) in &docs { act.put(e)?; act.put(a)?; }
        eprintln!("puts {:?}", t.elapsed());
        Ok(())
    }).unwrap();
    eprintln!("import {n}: {:?}", t.elapsed());
    let mut times = Vec::new();
    for i in 0..300u32 {
        let r = if (i / 60) % 2 == 0 { Rating::DiAtas } else { Rating::Sesuai };
        let d = rated(1 + i % 60, r);
        let t = Instant::now();
        office.store.transact::<_, StoreError>(office.info("rate"), |act| act.put(d)).unwrap();
        times.push(t.elapsed());
    }
    times.sort();
    eprintln!("cell p50 {:?} p95 {:?}", times[150], times[285]);
    for text in ["s", "si", "siti", "siti am", "pengelola", "1985", "19850914", "rahmawati harahap", "zzz"] {
        for unit in [None, Some(unit_id(UNIT))] {
            let q = SearchQuery { text: text.into(), unit, limit: 20 };
            office.store.read(|v| v.search(&q)).unwrap();
            let t = Instant::now();
            let hits = office.store.read(|v| v.search(&q)).unwrap();
            eprintln!("search {text:?} {} hits {} {:?}", unit.is_some(), hits.len(), t.elapsed());
        }
    }
    let t = Instant::now();
    office.store.read(|v| v.evaluations_in(period(), Some(unit_id(UNIT)))).unwrap();
    eprintln!("evaluations_in {:?}", t.elapsed());
    let t = Instant::now();
    let v = office.store.verify().unwrap();
    eprintln!("verify {:?} ok {}", t.elapsed(), v.ok);
    let t = Instant::now();
    office.store.rebuild().unwrap();
    eprintln!("rebuild {:?}", t.elapsed());
    let t = Instant::now();
    office.store.backup_here(&BackupLabel { reason: BackupReason::Daily, made_at: Timestamp(START), wrapped_key: vec![] }).unwrap();
    eprintln!("backup {:?}", t.elapsed());
    let t = Instant::now();
    for _ in 0..3 { office.store.undo(office.info("undo")).unwrap(); }
    eprintln!("undo: {:?}", t.elapsed());
    eprintln!("db {} MB", std::fs::metadata(office.places().database()).unwrap().len() / 1_000_000);
}
