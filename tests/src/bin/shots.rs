//! Pictures of every screen: Indonesian and English, light and dark, at 100, 150 and 200 %.
//!
//! Arguments: the folder for the pictures, then, if only some are wanted, words that the names must
//! hold. A zoom of 150 % gives the page two thirds of the pixels, so the window is made that small.

use anyhow::Context as _;
use journeys::desk::Pc;
use journeys::screens::{self, SCREENS};
use journeys::terminal::kinerja;
use journeys::window::Window;
use std::path::{Path, PathBuf};

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(
        arguments
            .next()
            .unwrap_or_else(|| "target/shots".to_owned()),
    );
    let wanted: Vec<String> = arguments.collect();
    std::fs::create_dir_all(&folder)?;

    let fresh = Pc::new()?;
    let window = Window::open(&fresh).await?;
    size(&window, 100).await?;
    picture(&window, &folder.join("mulai-id-light-100.png")).await?;
    window.close().await?;

    let pc = Pc::new()?;
    let laid = kinerja(&pc, &["latihan", "--pegawai", "38", "--periode", "2026-10"])?;
    anyhow::ensure!(laid.status == 0, "{laid:?}");
    let window = Window::open(&pc).await?;
    for language in ["id", "en"] {
        for theme in ["light", "dark"] {
            screens::prefer(&window, language, theme).await?;
            for zoom in [100, 150, 200] {
                size(&window, zoom).await?;
                for (name, path) in SCREENS {
                    let file = format!("{name}-{language}-{theme}-{zoom}.png");
                    if wanted.iter().all(|word| file.contains(word.as_str())) {
                        window.go(path).await?;
                        picture(&window, &folder.join(file)).await?;
                    }
                }
            }
        }
    }
    window.close().await
}

/// The window at 1366×768 with this zoom in per cent.
async fn size(window: &Window, zoom: u32) -> anyhow::Result<()> {
    let (width, height) = (1366 * 100 / zoom, 768 * 100 / zoom);
    window.client.set_window_size(width, height).await?;
    Ok(())
}

async fn picture(window: &Window, file: &Path) -> anyhow::Result<()> {
    let png = window.client.screenshot().await?;
    std::fs::write(file, png).with_context(|| file.display().to_string())
}
