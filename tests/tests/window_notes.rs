//! A quick note from the sheet: it begins with the person of the row, and the message about it covers
//! nothing that somebody works with.

use anyhow::Context as _;
use journeys::desk::Pc;
use journeys::steps::laid_out;
use journeys::window::Window;

/// WebDriver's codes of keys.
const CONTROL: &str = "\u{e009}";
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const DOWN: &str = "\u{e015}";
const NULL: &str = "\u{e000}";

/// Whose row has the cursor.
const WHO: &str =
    "(document.activeElement.closest('tr')?.querySelector('.sheet-name b')?.innerText ?? '')";
const UNCOVERED: &str = "
    const toast = document.querySelector('.toast')?.getBoundingClientRect();
    const apart = it => {
        const box = it.getBoundingClientRect();
        return box.bottom <= toast.top || box.top >= toast.bottom
            || box.right <= toast.left || box.left >= toast.right;
    };
    const work = [...document.querySelectorAll('.sheet-scroll, .sheet-foot button')];
    return !!toast && work.length > 1 && work.every(apart)";

#[tokio::test(flavor = "current_thread")]
async fn a_note_from_the_sheet_is_about_the_person_of_the_row() -> anyhow::Result<()> {
    let pc = Pc::new()?;
    laid_out(&pc, 25)?;
    let window = Window::open(&pc).await?;
    window.go("/penilaian").await?;
    window.click("[role=grid] td[data-col=hasil_kerja]").await?;
    let first = who(&window).await?;
    is_offered(&window, &first).await?;
    window.keys(ESCAPE).await?;
    window
        .until(
            "the cell has the focus again",
            &format!("return {WHO} === {first:?}"),
        )
        .await?;
    window.keys(DOWN).await?;
    window
        .until(
            "another row",
            &format!("return !!{WHO} && {WHO} !== {first:?}"),
        )
        .await?;
    let second = who(&window).await?;
    // Nobody chose the first one: the offer follows the cursor.
    is_offered(&window, &second).await?;
    save(&window, &second).await?;
    // As on a small screen, or at 150 %.
    window.client.set_window_size(911, 512).await?;
    window
        .until(
            "the size",
            "return innerWidth === 911 && innerHeight <= 512",
        )
        .await?;
    is_offered(&window, &second).await?;
    save(&window, &second).await?;
    window.close().await
}

async fn who(window: &Window) -> anyhow::Result<String> {
    let who = window.run(&format!("return {WHO}")).await?;
    let who = who.as_str().filter(|who| !who.is_empty());
    Ok(who.context("no row has the cursor")?.to_owned())
}

/// Opens the note: the person is chosen, and the sentence can be typed.
async fn is_offered(window: &Window, who: &str) -> anyhow::Result<()> {
    window.keys(&format!("{CONTROL}j{NULL}")).await?;
    window
        .until(
            &format!("{who} is chosen, and the sentence has the focus"),
            &format!(
                "const chosen = document.querySelector('aside.drawer [role=combobox]');
                 return !!chosen?.value.includes({who:?})
                    && !!document.activeElement.closest('aside.drawer textarea')"
            ),
        )
        .await
}

async fn save(window: &Window, who: &str) -> anyhow::Result<()> {
    window.keys("Antrean habis sebelum pukul 14.").await?;
    window.keys(&format!("{CONTROL}{ENTER}{NULL}")).await?;
    window
        .until(
            "the note is about the person",
            &format!("return !!document.querySelector('.toast')?.innerText.includes({who:?})"),
        )
        .await?;
    window
        .until("the message covers no cell and no button", UNCOVERED)
        .await
}
