//! The centre returns a rating: the head of department finds it on Beranda with the reason, sees it
//! at its row, and sends it once more.

use journeys::centre_screens::as_admin;
use journeys::desk::Pc;
use journeys::network::centre::{Centre, OFFICE};
use journeys::network::sending::{join, office_of, rate, seal, sync};
use journeys::window::Window;

const PEOPLE: u32 = 3;
const REASON: &str = "Umpan balik belum diisi";

#[tokio::test(flavor = "current_thread")]
async fn what_the_centre_returns_is_found_in_the_window_and_sent_again() -> anyhow::Result<()> {
    let centre = Centre::plain()?;
    let pc = office_of(PEOPLE)?;
    join(&pc, &centre, None)?;
    rate(&pc)?;
    seal(&pc)?;
    sync(&pc)?.with(0)?;

    let page = as_admin(&centre).await?;
    return_one(&page).await?;
    let window = Window::open(&pc).await?;
    window.go("/").await?;
    // Somebody syncs in the terminal, and the open window hears of it.
    news(&pc)?;
    window
        .read("dikembalikan pusat untuk diperiksa lagi")
        .await?;
    window.read(REASON).await?;
    window.press("Periksa lagi").await?;
    window.read("Dikembalikan oleh sari").await?;
    window.go("/sinkron").await?;
    window.read(REASON).await?;

    let before = centre.records()?;
    window.go("/?periksa=1").await?;
    window.press("Tandai siap dikirim").await?;
    window.read("penilaian siap dikirim").await?;
    news(&pc)?;
    assert_eq!(
        centre.records()?,
        before + 1,
        "the answer arrived, and nothing else"
    );
    window.close().await
}

async fn return_one(page: &Window) -> anyhow::Result<()> {
    page.go("/hasil").await?;
    page.run(
        "const select = document.querySelector('.top select');
         select.value = '2026-10';
         select.dispatchEvent(new Event('change', { bubbles: true }));
         return true;",
    )
    .await?;
    page.press(OFFICE).await?;
    page.press("Pegawai 0").await?;
    page.press("Kembalikan").await?;
    page.fill("Alasan", REASON).await?;
    page.click("dialog[open] .btn.primary").await?;
    page.read("Dikembalikan. Kantor melihatnya").await
}

/// The first connection brings what the centre says of what was sent before.
fn news(pc: &Pc) -> anyhow::Result<()> {
    sync(pc)?.with(0)?;
    sync(pc)?.with(0)?;
    Ok(())
}
