//! Rules that the centre publishes on its page, and an office that goes by them.

use anyhow::Context as _;
use journeys::desk::Pc;
use journeys::network::centre::Centre;
use journeys::network::sending::{PERIOD, join, office_of, rate, sync};
use journeys::terminal::kinerja;
use journeys::window::Window;
use journeys::workbook;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

const PASSWORD: &str = "kuda hijau empat";
/// How the package calls *sesuai*.
const WORD: &str = "SESUAI HARAPAN";

#[tokio::test]
async fn rules_are_published_on_the_page_and_the_office_goes_by_them() -> anyhow::Result<()> {
    let centre = Centre::plain()?;
    let link = centre.call(&["admin", "sari"])?.with(0)?;
    let link = link["link"].as_str().context("no link")?.to_owned();
    let page = Window::in_browser(&link).await?;
    page.fill("Sandi baru", PASSWORD).await?;
    page.fill("Ulangi sandi baru", PASSWORD).await?;
    page.press("Simpan").await?;
    page.read("Belum ada kantor").await?;
    page.go("/aturan").await?;
    page.read("Belum ada paket aturan").await?;

    choose(&page, &package(&centre, ("salah.json", "SESUAI"))?).await?;
    page.read("SESUAI muncul dua kali pada ratings").await?;
    choose(&page, &package(&centre, ("aturan.json", WORD))?).await?;
    page.read("Versi 2, berlaku sejak 1 Okt 2026").await?;
    page.read("Mengubah: Kata untuk SIASN").await?;
    page.press("Terbitkan ke semua kantor").await?;
    page.until(
        "the package stands in the list",
        "const row = document.querySelector('.centre-table tbody tr');
         return !!row && row.innerText.includes('Kata untuk SIASN')
            && row.innerText.includes('sari');",
    )
    .await?;
    page.go("/jejak").await?;
    page.read("menerbitkan aturan").await?;

    let office = office_of(1)?;
    rate(&office)?;
    anyhow::ensure!(exported(&office)?.contains("SESUAI EKSPEKTASI"));
    join(&office, &centre, None)?;
    sync(&office)?.with(0)?;
    let after = exported(&office)?;
    anyhow::ensure!(after.contains(WORD), "{after}");
    Ok(())
}

/// What the workbook of October holds, as text.
fn exported(office: &Pc) -> anyhow::Result<String> {
    let file = office.file("bkn.xlsx");
    let to = file.to_string_lossy();
    kinerja(
        office,
        &[&["ekspor", "--ganti", "--ke", &to], &PERIOD[..]].concat(),
    )?
    .with(0)?;
    Ok(format!("{:?}", workbook::rows(&file)?))
}

/// A package that calls *sesuai* otherwise in the workbook, from October on.
fn package(centre: &Centre, (name, word): (&str, &str)) -> anyhow::Result<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/rules");
    let text = std::fs::read(folder.join("kata-siasn.json"))?;
    let mut words: Value = serde_json::from_slice(&text)?;
    words["ratings"][1]["word"] = word.into();
    let package = json!({
        "version": 2,
        "valid_from": "2026-10-01",
        "source": "Keputusan Bupati 12/2026",
        "files": { "kata-siasn": words },
    });
    let file = centre.file(name);
    std::fs::write(&file, package.to_string())?;
    Ok(file)
}

async fn choose(page: &Window, file: &Path) -> anyhow::Result<()> {
    let input = page.see("input[type=file]").await?;
    input.send_keys(&file.to_string_lossy()).await?;
    Ok(())
}
