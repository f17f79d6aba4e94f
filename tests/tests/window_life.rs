//! The window's life: practice data, two languages, undo, bulk, paste, a second start, power cuts.

use anyhow::Context as _;
use journeys::binaries;
use journeys::desk::Pc;
use journeys::screens;
use journeys::terminal::kinerja;
use journeys::window::Window;
use std::process::Command;

/// WebDriver's codes of keys.
const CONTROL: &str = "\u{e009}";
const SHIFT: &str = "\u{e008}";
const DOWN: &str = "\u{e015}";
const NULL: &str = "\u{e000}";

const OPEN_CELLS: &str = "return document.querySelectorAll('[role=grid] td .empty').length";

/// A PC with practice data, and its window on the sheet with a cell chosen.
async fn at_the_sheet() -> anyhow::Result<(Pc, Window)> {
    let pc = Pc::new()?;
    let laid = kinerja(&pc, &["latihan", "--pegawai", "25", "--periode", "2026-10"])?;
    anyhow::ensure!(laid.status == 0, "{laid:?}");
    let window = Window::open(&pc).await?;
    window.go("/penilaian").await?;
    all_rows(&window).await?;
    window.click("[role=grid] td[data-col=hasil_kerja]").await?;
    Ok((pc, window))
}

/// Those in sight are drawn first; whoever counts cells waits for the others.
async fn all_rows(window: &Window) -> anyhow::Result<()> {
    let script = "const grid = document.querySelector('[role=grid]');
        return !!grid && grid.querySelectorAll('tr').length >= Number(grid.getAttribute('aria-rowcount'))";
    window.until("all rows are drawn", script).await
}

async fn open_cells(window: &Window) -> anyhow::Result<u64> {
    window.run(OPEN_CELLS).await?.as_u64().context("a count")
}

/// What each rated cell says, by the cell's id.
async fn ratings(window: &Window) -> anyhow::Result<serde_json::Map<String, serde_json::Value>> {
    let script = "return Object.fromEntries(
        [...document.querySelectorAll('[role=grid] td[data-col=hasil_kerja], [role=grid] td[data-col=perilaku]')]
            .filter(cell => !cell.querySelector('.empty'))
            .map(cell => [cell.id, cell.innerText.trim()]))";
    match window.run(script).await? {
        serde_json::Value::Object(ratings) => Ok(ratings),
        other => anyhow::bail!("no ratings: {other}"),
    }
}

#[tokio::test(flavor = "current_thread")]
async fn practice_data_is_a_place_of_its_own() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let window = Window::open(&pc).await?;
    window.press("Coba data latihan").await?;
    window.read("DATA LATIHAN").await?;
    window.read("Selamat").await?;
    window.go("/laporan").await?;
    window.read("DATA LATIHAN Laporan Penilaian SKP").await?;
    assert!(
        !pc.data().join("office").exists(),
        "nothing was made in the office's own place"
    );
    window.press("Keluar dari latihan").await?;
    window.read("Siapa yang memakai program ini?").await?;
    window.close().await
}

#[tokio::test(flavor = "current_thread")]
async fn the_page_speaks_both_languages() -> anyhow::Result<()> {
    let (_pc, window) = at_the_sheet().await?;
    window.read("Lembar Penilaian").await?;
    screens::prefer(&window, "en", "dark").await?;
    window.go("/penilaian").await?;
    window.read("Appraisal sheet").await?;
    window
        .until(
            "dark",
            "return document.documentElement.dataset.theme === 'dark'",
        )
        .await?;
    screens::prefer(&window, "id", "light").await?;
    window.go("/penilaian").await?;
    window.read("Lembar Penilaian").await?;
    window.close().await
}

#[tokio::test(flavor = "current_thread")]
async fn what_is_rated_can_be_taken_back_even_after_a_restart() -> anyhow::Result<()> {
    let (pc, window) = at_the_sheet().await?;
    let before = open_cells(&window).await?;
    window.keys("2").await?;
    window
        .until(
            "one cell fewer",
            &format!("{OPEN_CELLS} === {}", before - 1),
        )
        .await?;
    // What the same person does at the terminal meanwhile is not what a key in the window means.
    kinerja(&pc, &["organisasi", "Istimewa", "--periode", "2026-10"])?.with(0)?;
    window.keys(&format!("{CONTROL}z{NULL}")).await?;
    window
        .until(
            "the cell is open again",
            &format!("{OPEN_CELLS} === {before}"),
        )
        .await?;
    window.keys("3").await?;
    window
        .until(
            "one cell fewer",
            &format!("{OPEN_CELLS} === {}", before - 1),
        )
        .await?;
    window.close().await?;

    let window = Window::open(&pc).await?;
    window.go("/penilaian").await?;
    window
        .until("still rated", &format!("{OPEN_CELLS} === {}", before - 1))
        .await?;
    window.click("[role=grid] td[data-col=hasil_kerja]").await?;
    window.keys(&format!("{CONTROL}z{NULL}")).await?;
    window
        .until(
            "open after the restart",
            &format!("{OPEN_CELLS} === {before}"),
        )
        .await?;
    window.close().await
}

#[tokio::test(flavor = "current_thread")]
async fn bulk_passes_over_with_reasons_and_is_one_step() -> anyhow::Result<()> {
    let (_pc, window) = at_the_sheet().await?;
    let before = open_cells(&window).await?;
    window.keys(&format!("{CONTROL}a{NULL}")).await?;
    window.press("Isi pilihan: Sesuai").await?;
    window.read("dipilih → Sesuai.").await?;
    window.read("capaian < 90\u{a0}%").await?;
    window
        .until("cells are filled", &format!("{OPEN_CELLS} < {before}"))
        .await?;
    window.press("Urungkan").await?;
    window
        .until(
            "all of it is taken back",
            &format!("{OPEN_CELLS} === {before}"),
        )
        .await?;
    window.close().await
}

#[tokio::test(flavor = "current_thread")]
async fn cells_are_pasted_from_excel() -> anyhow::Result<()> {
    let (_pc, window) = at_the_sheet().await?;
    let before = open_cells(&window).await?;
    // The first row is open in both columns, and so is one below it.
    let paste = "const data = new DataTransfer();
        data.setData('text/plain', 'Sesuai\\tDi atas\\n');
        const target = document.activeElement;
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
        Object.defineProperty(event, 'clipboardData', { value: data });
        target.dispatchEvent(event); return true";
    window.run(paste).await?;
    window
        .until(
            "two cells fewer",
            &format!("{OPEN_CELLS} === {}", before - 2),
        )
        .await?;
    window.keys(&format!("{SHIFT}{DOWN}{NULL}")).await?;
    window.close().await
}

#[tokio::test(flavor = "current_thread")]
async fn a_second_start_ends_and_brings_the_first_to_the_front() -> anyhow::Result<()> {
    let (pc, window) = at_the_sheet().await?;
    window.client.minimize_window().await?;
    let second = Command::new(binaries::window()?)
        .envs(pc.environment())
        .output()?;
    assert!(second.status.success(), "{second:?}");
    window
        .until(
            "it is in front",
            "return document.visibilityState === 'visible' && document.hasFocus()",
        )
        .await?;
    window.read("Lembar Penilaian").await?;
    window.close().await
}

#[tokio::test(flavor = "current_thread")]
async fn power_cuts_lose_nothing_that_was_committed() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    let laid = kinerja(&pc, &["latihan", "--pegawai", "25", "--periode", "2026-10"])?;
    assert_eq!(laid.status, 0, "{laid:?}");
    let mut committed = serde_json::Map::new();
    for round in 0..10_u64 {
        let window = Window::open(&pc).await?;
        window.go("/penilaian").await?;
        all_rows(&window).await?;
        window.click("[role=grid] td[data-col=hasil_kerja]").await?;
        let now = ratings(&window).await?;
        for (cell, rating) in &committed {
            assert_eq!(
                now.get(cell),
                Some(rating),
                "{cell}, after {round} power cuts"
            );
        }
        let before = open_cells(&window).await?;
        window.click("[role=grid] td:has(.empty)").await?;
        window.keys("2").await?;
        window
            .until("one more is rated", &format!("{OPEN_CELLS} < {before}"))
            .await?;
        window
            .until(
                "nothing is on its way",
                "return !document.querySelector('[aria-invalid]')",
            )
            .await?;
        // The program's own word that it is in the database.
        let script = "const done = arguments[arguments.length - 1];
            window.__TAURI_INTERNALS__.invoke('rpc', { request: { command: 'GetStatus', arguments: { unit: null, period: null } } })
                .then(envelope => done(envelope.answer.value.undo));";
        window.client.execute_async(script, Vec::new()).await?;
        committed = ratings(&window).await?;
        assert!(!committed.is_empty());
        // Another key is on its way when the power goes.
        window.click("[role=grid] td:has(.empty)").await?;
        window.keys(&format!("{}", 2 + round % 2)).await?;
        window.cut_power()?;
        let verified = kinerja(&pc, &["periksa"])?;
        assert_eq!(verified.value["ok"], true, "{verified:?}");
    }
    Ok(())
}
