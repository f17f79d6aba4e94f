//! The centre's pages shut nobody out: axe-core finds nothing serious or critical on any of them, and
//! the keyboard alone is enough.

use journeys::axe::{self, faults};
use journeys::centre_screens::{self as screens, PASSWORD, prefer};
use journeys::network::centre::Centre;
use journeys::network::regency;
use journeys::window::Window;

/// Each language in each theme.
const LOOKS: [(&str, &str); 4] = [
    ("id", "light"),
    ("id", "dark"),
    ("en", "light"),
    ("en", "dark"),
];
/// Keys as WebDriver names them.
const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
/// So often somebody presses Tab before giving up.
const PATIENCE: usize = 120;

#[tokio::test]
async fn no_page_of_the_centre_shuts_anybody_out() -> anyhow::Result<()> {
    let axe = axe::script()?;
    let centre = Centre::plain()?;
    let mut regency = regency::fill(&centre)?;
    let page = screens::as_admin(&centre).await?;
    screens::enliven(&page, &mut regency).await?;
    let mut found = Vec::new();
    for (language, theme) in LOOKS {
        prefer(&page, language, theme).await?;
        page.run(&axe).await?;
        for screen in screens::all(&centre)? {
            screen.open(&page).await?;
            for fault in faults(&page).await? {
                found.push(format!("{} ({language}, {theme}): {fault}", screen.name));
            }
            screen.close(&page).await?;
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

#[tokio::test]
async fn nobody_is_shut_out_at_the_door() -> anyhow::Result<()> {
    let axe = axe::script()?;
    let centre = Centre::plain()?;
    let link = centre.call(&["admin", "sari"])?.with(0)?;
    let link = link["link"].as_str().unwrap_or_default().to_owned();
    let door = format!("http://{}/", centre.address()?);
    let page = Window::in_browser(&link).await?;
    let mut found = Vec::new();
    for (language, theme) in LOOKS {
        for address in [link.as_str(), &door] {
            page.client.goto(address).await?;
            page.see("h1").await?;
            page.run(&format!(
                "localStorage.setItem('kinerja.language', '{language}');
                 localStorage.setItem('kinerja.theme', '{theme}'); return true"
            ))
            .await?;
            page.client.refresh().await?;
            page.see("h1").await?;
            page.run(&axe).await?;
            for fault in faults(&page).await? {
                found.push(format!("{address} ({language}, {theme}): {fault}"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// From signing in to publishing, without a mouse.
#[tokio::test]
async fn the_keyboard_alone_is_enough() -> anyhow::Result<()> {
    let centre = Centre::plain()?;
    let regency = regency::fill(&centre)?;
    let link = centre.call(&["admin", "sari"])?.with(0)?;
    let page = Window::in_browser(link["link"].as_str().unwrap_or_default()).await?;
    page.see("h1").await?;
    tab_to(&page, "Sandi baru").await?;
    page.keys(PASSWORD).await?;
    tab_to(&page, "Ulangi sandi baru").await?;
    page.keys(&format!("{PASSWORD}{ENTER}")).await?;
    page.read("Kantor mengirim minggu ini").await?;

    // The month, by its first letters; Kelengkapan, an office, its results, a person, the master data.
    tab_until(
        &page,
        "the choice of the period",
        "it.matches('.top select')",
    )
    .await?;
    // The whole label would have a space, which opens the list.
    let label = regency.month.label();
    page.keys(label.split(' ').next().unwrap_or_default())
        .await?;
    press(&page, "Dinas Kependudukan dan Pencatatan Sipil").await?;
    page.read("Bidang Pencatatan Sipil").await?;
    press(&page, "Lihat hasil").await?;
    page.read("Sebaran predikat").await?;
    press(&page, "Maria Goretti Wulandari, S.Kep.").await?;
    page.read("Riwayat penilaian").await?;
    press(&page, "Lihat data induk").await?;
    page.read("Perbaiki data pegawai").await?;

    // Enter in a field saves, and the office gets it.
    tab_to(&page, "Pendidikan").await?;
    page.keys(&format!(" Keperawatan{ENTER}")).await?;
    page.read("Kantor menerimanya pada sambungan berikutnya")
        .await?;

    // A post ends; F1 explains, Escape goes back to where one was.
    press(&page, "Akhiri").await?;
    page.see(".employee-post-form").await?;
    page.keys("31122026\u{e031}").await?;
    page.see(".drawer .help-page").await?;
    page.keys("\u{e00c}").await?;
    page.until(
        "the panel is closed and the focus is back in the field",
        "return !document.querySelector('.drawer')
             && !!document.activeElement.closest('.employee-post-form')",
    )
    .await?;
    press(&page, "Akhiri jabatan").await?;
    page.read("tersimpan. Kantor menerimanya").await?;
    page.read("31 Des 2026").await
}

/// Presses Tab until the control with this name has the focus.
async fn tab_to(page: &Window, name: &str) -> anyhow::Result<()> {
    let is_named = format!(
        "(name => name === {0} || name.startsWith({0} + '\\n'))((it.getAttribute('aria-label')
             || ((it.labels && it.labels[0]) || it).innerText || '').trim())",
        serde_json::to_string(name)?
    );
    tab_until(page, &format!("“{name}”"), &is_named).await
}

/// Presses Tab until what has the focus (`it`) is the right one, and sees that it shows it.
async fn tab_until(page: &Window, what: &str, is_right: &str) -> anyhow::Result<()> {
    let script = format!(
        "const it = document.activeElement;
         if (!({is_right})) return false;
         const style = getComputedStyle(it);
         return style.outlineStyle !== 'none' || style.boxShadow !== 'none' ? true : 'unseen';"
    );
    for _ in 0..PATIENCE {
        page.keys(TAB).await?;
        let found = page.run(&script).await?;
        anyhow::ensure!(found != "unseen", "nobody sees that {what} has the focus");
        if found == true {
            return Ok(());
        }
    }
    let text = page.run("return document.body.innerText").await?;
    anyhow::bail!("Tab never comes to {what}. The page says: {text}")
}

async fn press(page: &Window, name: &str) -> anyhow::Result<()> {
    page.until(
        "the page stands",
        "return !document.querySelector('.loading')",
    )
    .await?;
    tab_to(page, name).await?;
    page.keys(ENTER).await
}
