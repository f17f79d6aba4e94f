//! One period at the terminal: a messy list, ratings, exceptions, what is missing, and *Siap
//! dikirim*.

use journeys::desk::Pc;
use journeys::lists::{PEOPLE, messy_workbook};
use journeys::october::{ABOVE, BELOW, HALF_RATED, NOT_RATED, UNIT, import, nip, rate};
use journeys::terminal::kinerja;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;

#[test]
fn a_messy_list_goes_in_with_every_problem_named() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let list = pc.file("daftar.xlsx");
    messy_workbook(&list)?;
    let list = list.to_string_lossy();
    let shown = kinerja(&pc, &["impor", &list, "--pratinjau"])?.with(3)?;
    assert!(!pc.data().exists(), "a preview leaves nothing behind");
    assert!(!pc.keys().exists(), "a preview makes no key");

    let done = kinerja(&pc, &["impor", &list])?.with(3)?;
    assert_eq!(done, shown, "the preview says what happens");
    assert_eq!((&done["new"], &done["changed"]), (&json!(25), &json!(0)));
    assert_eq!((&done["same"], &done["missing"]), (&json!(0), &json!(0)));
    let rejected = done["rejected"].as_array().expect("a list");
    let of_row = |row: u32| {
        rejected
            .iter()
            .find(|it| it["row"] == row && it["column"] == "N I P")
    };
    let ruined = of_row(32).expect("the NIP that Excel ruined")["reason"].to_string();
    assert!(ruined.contains("Excel merusak NIP ini"), "{ruined}");
    let short = of_row(33).expect("the NIP that is too short")["reason"].to_string();
    assert!(short.contains("18 angka"), "{short}");
    assert!(
        rejected.iter().all(|it| it["row"] == 32 || it["row"] == 33),
        "{rejected:?}"
    );
    assert!(done["warnings"].is_array());

    let people = kinerja(&pc, &["pegawai"])?.with(0)?;
    let people = people.as_array().expect("a list");
    assert_eq!(people.len(), PEOPLE.len());
    let dewi = people.iter().find(|it| it["nip"] == nip(5)).expect("Dewi");
    let expected = json!({
        "nip": "199505052022212006",
        "name": "Dewi Sartika, S.Sos.",
        "kind": "PPPK",
        "position": "Penata Layanan Operasional",
        "grade": "IX",
        "unit": UNIT,
        "appraiser": "Sari Wahyuni, S.Sos., M.AP.",
        "status": "aktif",
    });
    assert_eq!(*dewi, expected);

    // Nobody's private number, telephone or foreign row got in.
    let text = serde_json::to_string(people)?;
    for foreign in ["1105000000000001", "0812000000", "Jumlah", "Rusak"] {
        assert!(!text.contains(foreign), "{foreign}");
    }
    Ok(())
}

#[test]
fn the_same_file_again_is_the_same_and_a_changed_one_says_what() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    import(&pc)?;
    let counts = |value: &Value| ["new", "changed", "same", "missing"].map(|it| value[it].clone());
    for _ in 0..2 {
        assert_eq!(
            counts(&import(&pc)?),
            [json!(0), json!(0), json!(25), json!(0)]
        );
    }
    let changed = pc.file("perubahan.csv");
    let mut text = String::from("Nama;NIP;Jabatan;Gol/Ruang\n");
    text += "Suharto;197008171992031009;Arsiparis;II/d\n";
    text += "Hasan Basri;198801302011011002;Operator SIAK;III/b\n";
    text += "Pegawai Baru;199912312024211002;Penata Layanan Operasional;IX\n";
    fs::write(&changed, text)?;
    let done = kinerja(&pc, &["impor", &changed.to_string_lossy()])?.with(0)?;
    assert_eq!(counts(&done), [json!(1), json!(1), json!(1), json!(23)]);
    let people = kinerja(&pc, &["pegawai"])?.with(0)?;
    let text = people.to_string();
    assert_eq!(
        people.as_array().map(Vec::len),
        Some(26),
        "nobody is deleted"
    );
    assert!(text.contains("Arsiparis"), "{text}");
    Ok(())
}

#[test]
fn good_ratings_apply_and_the_others_are_named() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    import(&pc)?;
    let rated = rate(&pc)?;
    assert_eq!(rated["applied"], 20);
    let rejected = rated["rejected"].as_array().expect("a list");
    let reasons: BTreeMap<u64, &str> = rejected
        .iter()
        .filter_map(|it| Some((it["row"].as_u64()?, it["reason"].as_str()?)))
        .collect();
    let parts = [
        (22, "tidak ada dalam daftar"),
        (23, "“baik” bukan nilai"),
        (24, "18 angka"),
        (25, "dikecualikan"),
        (26, "tidak ada dalam daftar"),
        (27, "Tidak ada nilai"),
    ];
    assert_eq!(reasons.len(), parts.len(), "{reasons:?}");
    for (row, part) in parts {
        assert!(reasons[&row].contains(part), "row {row}: {}", reasons[&row]);
    }
    // The same file twice changes nothing.
    let before = kinerja(&pc, &["periksa"])?.with(0)?;
    assert_eq!(rate(&pc)?["applied"], 20);
    let after = kinerja(&pc, &["periksa"])?.with(0)?;
    assert_eq!(before["state_hash"], after["state_hash"]);
    Ok(())
}

#[test]
fn what_is_missing_stops_only_its_own_people() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    import(&pc)?;
    rate(&pc)?;
    let missing = kinerja(&pc, &["kurang", "--periode", "2026-10"])?.with(0)?;
    let of = |code: &str| {
        let list = missing.as_array().expect("a list");
        let group = list.iter().find(|it| it["code"] == code).cloned();
        group.unwrap_or(Value::Null)
    };
    let group = |code: &str, people: &[usize]| {
        let nips: Vec<String> = people.iter().map(|it| nip(*it)).collect();
        json!({ "code": code, "count": people.len(), "nips": nips })
    };
    assert_eq!(of("KURANG-HASIL"), group("KURANG-HASIL", &[NOT_RATED]));
    assert_eq!(of("KURANG-ALASAN"), group("KURANG-ALASAN", &[BELOW]));
    assert_eq!(of("KURANG-PERILAKU")["count"], 2);
    assert_eq!(of("KURANG-BUKTI")["count"], 2);

    let set = kinerja(&pc, &["organisasi", "Baik", "--periode", "2026-10"])?.with(0)?;
    assert_eq!(
        (&set["predikat"], &set["result"]),
        (&json!("Baik"), &json!("warn"))
    );
    assert!(
        set["reasons"].as_array().is_some_and(|it| !it.is_empty()),
        "{set}"
    );

    let sent = kinerja(&pc, &["kirim", "--periode", "2026-10"])?.with(3)?;
    assert_eq!(sent["sealed"], 17);
    let mut expected: Vec<Value> = [
        (ABOVE, "KURANG-BUKTI"),
        (BELOW, "KURANG-ALASAN"),
        (BELOW, "KURANG-BUKTI"),
        (HALF_RATED, "KURANG-PERILAKU"),
        (NOT_RATED, "KURANG-HASIL"),
        (NOT_RATED, "KURANG-PERILAKU"),
    ]
    .map(|(person, code)| json!({ "nip": nip(person), "code": code }))
    .to_vec();
    expected.sort_by_key(Value::to_string);
    let mut blocked = sent["blocked"].as_array().cloned().expect("a list");
    blocked.sort_by_key(Value::to_string);
    assert_eq!(blocked, expected);
    // Said again, nothing more is sealed, and those who wait still wait.
    let again = kinerja(&pc, &["kirim", "--periode", "2026-10"])?.with(1)?;
    assert_eq!(
        (&again["sealed"], &again["blocked"]),
        (&json!(0), &sent["blocked"])
    );
    kinerja(&pc, &["periksa"])?.with(0)?;
    Ok(())
}
