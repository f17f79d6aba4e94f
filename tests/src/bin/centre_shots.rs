//! Pictures of every page of the centre at 1366×768: Indonesian and English, light and dark.
//!
//! Arguments: the folder for the pictures, then, if only some are wanted, words that the names must
//! hold.

use anyhow::Context as _;
use journeys::centre_screens::{self as screens, prefer};
use journeys::network::centre::Centre;
use journeys::network::regency;
use journeys::window::Window;
use std::path::{Path, PathBuf};

const LOOKS: [(&str, &str); 4] = [
    ("id", "light"),
    ("id", "dark"),
    ("en", "light"),
    ("en", "dark"),
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next();
    let folder = PathBuf::from(folder.unwrap_or_else(|| "target/shots/pusat".to_owned()));
    let wanted: Vec<String> = arguments.collect();
    std::fs::create_dir_all(&folder)?;

    let centre = Centre::plain()?;
    let mut regency = regency::fill(&centre)?;
    let page = screens::as_admin(&centre).await?;
    screens::enliven(&page, &mut regency).await?;
    size(&page).await?;
    for (language, theme) in LOOKS {
        prefer(&page, language, theme).await?;
        for screen in screens::all(&centre)? {
            let file = format!("{}-{language}-{theme}.png", screen.name);
            if wanted.iter().all(|word| file.contains(word.as_str())) {
                screen.open(&page).await?;
                picture(&page, &folder.join(file)).await?;
                screen.close(&page).await?;
            }
        }
    }
    Ok(())
}

/// The browser so large that a page has 1366×768.
async fn size(page: &Window) -> anyhow::Result<()> {
    let frame = page.run("return outerHeight - innerHeight").await?;
    let frame = u32::try_from(frame.as_u64().context("no height")?)?;
    page.client.set_window_size(1366, 768 + frame).await?;
    page.until(
        "the size",
        "return innerWidth === 1366 && innerHeight === 768",
    )
    .await
}

async fn picture(page: &Window, file: &Path) -> anyhow::Result<()> {
    page.until(
        "the page to come to rest",
        "return document.getAnimations().every(it => it.playState !== 'running')",
    )
    .await?;
    let png = page.client.screenshot().await?;
    std::fs::write(file, png).with_context(|| file.display().to_string())
}
