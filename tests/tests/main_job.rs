//! The main job in the real window: first run, a messy list, everybody rated by keyboard but five
//! exceptions, a note, evidence, Daftar Kurang empty, Siap dikirim, and a workbook that another
//! reader reads cell by cell.

use anyhow::Context as _;
use journeys::bkn::{self, HEADS, NOBODY_RATED, RATED_SESUAI};
use journeys::desk::Pc;
use journeys::lists::{self, PEOPLE};
use journeys::october::nip;
use journeys::screens;
use journeys::terminal::kinerja;
use journeys::window::Window;
use journeys::workbook;

/// WebDriver's codes of keys.
const ENTER: &str = "\u{e007}";
const SHIFT: &str = "\u{e008}";
const CONTROL: &str = "\u{e009}";
const TAB: &str = "\u{e004}";
const BACKSPACE: &str = "\u{e003}";
const NULL: &str = "\u{e000}";

/// Whom nobody rates in October: NIP and why.
const EXEMPT: [(&str, &str); 5] = [
    ("196711161993031005", "pensiun"),
    ("198603032010012015", "cuti_besar"),
    ("198807072014031002", "tugas_belajar"),
    ("197512312007011023", "mutasi"),
    ("198302282009041003", "cuti_besar"),
];

#[tokio::test(flavor = "current_thread")]
async fn from_a_messy_list_to_the_workbook() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let window = Window::open(&pc).await?;
    first_run(&window).await?;
    import(&pc, &window).await?;
    // The terminal works on the same data while the window is open, and the window sees it.
    for (nip, kind) in EXEMPT {
        // Who leaves in mid-month has a row in this month and in none after it.
        let from = if matches!(kind, "pensiun" | "mutasi") {
            "2026-10-16"
        } else {
            "2026-10-01"
        };
        let called = kinerja(
            &pc,
            &[
                "pengecualian",
                nip,
                kind,
                "--dari",
                from,
                "--sampai",
                "2026-12-31",
                "--surat",
                "800/1",
            ],
        )?;
        assert_eq!(called.status, 0, "{called:?}");
    }
    rate(&window).await?;
    write_a_note(&window).await?;
    give_evidence(&pc, &window).await?;
    set_organisation(&window).await?;
    nothing_is_missing(&window).await?;
    finish(&window).await?;
    export(&pc, &window).await?;
    let verified = kinerja(&pc, &["periksa"])?;
    assert_eq!(verified.value["ok"], true, "{verified:?}");
    window.close().await
}

async fn first_run(window: &Window) -> anyhow::Result<()> {
    screens::begin_office(window).await?;
    window.read("Lembar Pemulihan").await?;
    window.press("Sudah saya simpan").await?;
    window.read("Belum ada pegawai").await
}

async fn import(pc: &Pc, window: &Window) -> anyhow::Result<()> {
    let list = pc.file("daftar pegawai.xlsx");
    lists::messy_workbook(&list)?;
    window.go("/pegawai/impor").await?;
    let input = window.see("input[type=file]").await?;
    input.send_keys(&list.to_string_lossy()).await?;
    window.read("Masukkan 25 pegawai").await?;
    window.read("Excel merusak NIP ini").await?;
    window.read("NIK").await?;
    window.press("Masukkan 25 pegawai").await?;
    window.read("25 pegawai masuk").await
}

/// Everybody by keyboard: Ctrl+Enter finds the next open cell, a digit rates it.
async fn rate(window: &Window) -> anyhow::Result<()> {
    window.go("/penilaian").await?;
    window
        .until(
            "nineteen rows to rate and five exempt ones",
            "const grid = document.querySelector('[role=grid]');
             return !!grid && grid.querySelectorAll('.sheet-exempt').length === 5
                && grid.querySelectorAll('tr').length >= Number(grid.getAttribute('aria-rowcount'))",
        )
        .await?;
    window.click("[role=grid] td[data-col=hasil_kerja]").await?;
    let open = "return document.querySelectorAll('[role=grid] td .empty').length";
    let count = window.run(open).await?.as_u64().unwrap_or(0);
    assert_eq!(
        count, 38,
        "two ratings for each of nineteen people whom the head rates"
    );
    window.keys("2").await?;
    for left in (1..count).rev() {
        window
            .until(&format!("{left} open cells"), &format!("{open} === {left}"))
            .await?;
        window.keys(&format!("{CONTROL}{ENTER}{NULL}")).await?;
        // WebDriver types into the element that it asked for, which may be the cell before.
        window
            .until(
                "the next open cell has the focus",
                "return !!document.activeElement.closest('td')?.querySelector('.empty')",
            )
            .await?;
        window.keys("2").await?;
    }
    window
        .until("no open cell", &format!("{open} === 0"))
        .await?;
    // One is above expectation, and needs evidence and a sentence.
    window.click("[role=grid] td[data-col=hasil_kerja]").await?;
    window.keys("3").await?;
    window.read("perlu bukti").await
}

/// Ctrl+J from anywhere: a person, a sentence, and yesterday's day, every key of it typed.
async fn write_a_note(window: &Window) -> anyhow::Result<()> {
    window.keys(&format!("{CONTROL}j{NULL}")).await?;
    // The person of the row is chosen, and gives way to another one.
    window
        .until(
            "the sentence has the focus",
            "return !!document.activeElement.closest('aside.drawer form textarea')",
        )
        .await?;
    window.keys(&format!("{SHIFT}{TAB}{NULL}")).await?;
    window.keys(&format!("{CONTROL}a{NULL}")).await?;
    window.keys("rina").await?;
    window
        .until(
            "Rina alone is offered",
            "const offered = [...document.querySelectorAll('aside.drawer [role=option]')];
             return offered.length === 1 && offered[0].textContent.includes('Rina')",
        )
        .await?;
    window.keys(ENTER).await?;
    window.keys(TAB).await?;
    window.keys("Menyusun rekap akta tanpa diminta.").await?;
    window.keys(TAB).await?;
    window.keys(&BACKSPACE.repeat(20)).await?;
    window.keys("27 okt 2026").await?;
    window
        .until(
            "the day stands as it was typed",
            "return document.activeElement.value === '27 okt 2026'",
        )
        .await?;
    window.keys(&format!("{CONTROL}{ENTER}{NULL}")).await?;
    window.read("Catatan").await?;
    window.go("/catatan").await?;
    window.read("Menyusun rekap akta tanpa diminta.").await?;
    window.read("27 Okt").await
}

async fn set_organisation(window: &Window) -> anyhow::Result<()> {
    window.go("/penilaian/unit").await?;
    window
        .click(".organisation-choices label:nth-of-type(2)")
        .await?;
    window.read("Tersimpan").await
}

async fn nothing_is_missing(window: &Window) -> anyhow::Result<()> {
    window.go("/").await?;
    window.read("Semua lengkap").await
}

/// The one who is above expectation gets a file and a sentence, from the Daftar Kurang's own links.
async fn give_evidence(pc: &Pc, window: &Window) -> anyhow::Result<()> {
    let proof = pc.file("rekap akta.pdf");
    std::fs::write(
        &proof,
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n",
    )?;
    window.go("/").await?;
    window.press("Tambah bukti").await?;
    let input = window.see("main input[type=file]").await?;
    // Nobody waits until the program has the file: it is kept although the screen is left at once.
    input.send_keys(&proof.to_string_lossy()).await?;
    window.go("/").await?;
    // The list moves up when the evidence is no longer missing.
    window
        .until(
            "the evidence is there",
            "return !document.querySelector('main').innerText.includes('Tambah bukti')",
        )
        .await?;
    window.press("Tulis alasan").await?;
    let sentence = "Menyelesaikan 214 akta, sembilan hari lebih cepat dari target.";
    // Nobody waits for "Tersimpan": what was typed is kept although the screen is left at once.
    window
        .see("#sheet-reason")
        .await?
        .send_keys(sentence)
        .await?;
    Ok(())
}

async fn finish(window: &Window) -> anyhow::Result<()> {
    window.go("/?periksa=1").await?;
    window
        .read("19 penilaian dapat ditandai siap dikirim")
        .await?;
    window.press("Tandai siap dikirim").await?;
    window.read("19 penilaian siap dikirim").await
}

async fn export(pc: &Pc, window: &Window) -> anyhow::Result<()> {
    window.go("/laporan").await?;
    window.press("Ekspor ke Excel").await?;
    let name = format!("Laporan Penilaian SKP Oktober 2026 {}.xlsx", screens::UNIT);
    window.read(&format!("Tersimpan: {name}")).await?;
    let rows = workbook::rows(&pc.saved().join(name))?;
    assert_eq!(
        rows[0][0],
        "Laporan Penilaian SKP Periode Bulanan OKTOBER Tahun 2026"
    );
    let head = &rows[7];
    assert_eq!(*head, HEADS);
    let people = &rows[8..];
    assert_eq!(people.len(), 25, "everybody has a row, the exempt too");
    let mut above = 0;
    for (person, listed) in PEOPLE.iter().enumerate() {
        let nip = nip(person);
        let row = people
            .iter()
            .find(|row| row[2] == nip)
            .context("everybody has a row")?;
        // Nobody here rates the head.
        let is_rated = person != 0 && EXEMPT.iter().all(|(exempt, _)| *exempt != nip);
        let is_above = row[12] == "DIATAS EKSPEKTASI";
        above += usize::from(is_above);
        let outcome = match (is_rated, is_above) {
            (false, _) => NOBODY_RATED,
            (true, true) => ["DIATAS EKSPEKTASI", "SESUAI EKSPEKTASI", "BAIK"],
            (true, false) => RATED_SESUAI,
        };
        for (column, head) in HEADS.iter().enumerate() {
            let expected = bkn::cell(person, head, outcome, is_rated);
            assert_eq!(row[column], expected, "{head} of {}", listed.name);
        }
    }
    assert_eq!(above, 1);
    Ok(())
}
