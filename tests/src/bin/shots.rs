//! Pictures of every screen: Indonesian and English, light and dark, at 100, 150 and 200 %.
//!
//! Arguments: the folder for the pictures, then, if only some are wanted, words that the names must
//! hold. A zoom of 150 % gives the page two thirds of the pixels, so the window is made that small.

use anyhow::Context as _;
use journeys::desk::Pc;
use journeys::screens::{self, SCENES, SCREENS};
use journeys::terminal::kinerja;
use journeys::window::Window;
use std::path::{Path, PathBuf};

const LANGUAGES: [&str; 2] = ["id", "en"];
const THEMES: [&str; 2] = ["light", "dark"];
const ZOOMS: [u32; 3] = [100, 150, 200];

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(
        arguments
            .next()
            .unwrap_or_else(|| "target/shots".to_owned()),
    );
    let wanted: Vec<String> = arguments.collect();
    let is_wanted = |file: &str| wanted.iter().all(|word| file.contains(word.as_str()));
    std::fs::create_dir_all(&folder)?;

    first_start(&folder, &is_wanted).await?;

    let pc = Pc::new()?;
    let laid = kinerja(&pc, &["latihan", "--pegawai", "38", "--periode", "2026-10"])?;
    anyhow::ensure!(laid.status == 0, "{laid:?}");
    let window = Window::open(&pc).await?;
    for language in LANGUAGES {
        for theme in THEMES {
            screens::prefer(&window, language, theme).await?;
            for zoom in ZOOMS {
                size(&window, zoom).await?;
                for (name, path) in SCREENS {
                    let file = format!("{name}-{language}-{theme}-{zoom}.png");
                    if is_wanted(&file) {
                        window.go(path).await?;
                        picture(&window, &folder.join(file)).await?;
                    }
                }
                for scene in SCENES {
                    let file = format!("{}-{language}-{theme}-{zoom}.png", scene.name);
                    if is_wanted(&file) {
                        scene.open(&window, &pc).await?;
                        picture(&window, &folder.join(file)).await?;
                        scene.close(&window).await?;
                    }
                }
            }
        }
    }
    window.close().await
}

/// Before there is an office: the first run, and the recovery sheet behind it.
async fn first_start(folder: &Path, is_wanted: &impl Fn(&str) -> bool) -> anyhow::Result<()> {
    for language in LANGUAGES {
        for theme in THEMES {
            let names = ["mulai", "lembar-pemulihan"];
            let file = |name: &str, zoom: u32| format!("{name}-{language}-{theme}-{zoom}.png");
            let any = names
                .iter()
                .any(|name| ZOOMS.iter().any(|zoom| is_wanted(&file(name, *zoom))));
            if !any {
                continue;
            }
            let pc = Pc::new()?;
            let window = Window::open(&pc).await?;
            screens::first_run_in(&window, language, theme).await?;
            for zoom in ZOOMS {
                size(&window, zoom).await?;
                picture(&window, &folder.join(file(names[0], zoom))).await?;
            }
            screens::begin_office(&window).await?;
            for zoom in ZOOMS {
                size(&window, zoom).await?;
                picture(&window, &folder.join(file(names[1], zoom))).await?;
            }
            window.close().await?;
        }
    }
    Ok(())
}

/// The window at 1366×768 with this zoom in per cent.
async fn size(window: &Window, zoom: u32) -> anyhow::Result<()> {
    let (width, height) = (1366 * 100 / zoom, 768 * 100 / zoom);
    window.client.set_window_size(width, height).await?;
    // The window manager may refuse: a picture of another size would show another zoom.
    window
        .until(
            "the size",
            &format!("return innerWidth === {width} && innerHeight <= {height}"),
        )
        .await
}

async fn picture(window: &Window, file: &Path) -> anyhow::Result<()> {
    let png = window.client.screenshot().await?;
    std::fs::write(file, png).with_context(|| file.display().to_string())
}
