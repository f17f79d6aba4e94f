//! axe-core finds nothing serious or critical on any screen, light and dark.

use journeys::axe::{self, faults};
use journeys::desk::Pc;
use journeys::screens::{self, SCENES, SCREENS};
use journeys::terminal::kinerja;
use journeys::window::Window;

/// Each language in each theme.
const LOOKS: [(&str, &str); 4] = [
    ("id", "light"),
    ("id", "dark"),
    ("en", "light"),
    ("en", "dark"),
];

#[tokio::test(flavor = "current_thread")]
async fn no_screen_shuts_anybody_out() -> anyhow::Result<()> {
    let axe = axe::script()?;
    let pc = Pc::new()?;
    let laid = kinerja(&pc, &["latihan", "--pegawai", "38", "--periode", "2026-10"])?;
    assert_eq!(laid.status, 0, "{laid:?}");
    let window = Window::open(&pc).await?;
    let mut found = Vec::new();
    for (language, theme) in LOOKS {
        screens::prefer(&window, language, theme).await?;
        window.run(&axe).await?;
        for (name, path) in SCREENS {
            window.go(path).await?;
            for fault in faults(&window).await? {
                found.push(format!("{name} ({language}, {theme}): {fault}"));
            }
        }
        for scene in SCENES {
            scene.open(&window, &pc).await?;
            for fault in faults(&window).await? {
                found.push(format!("{} ({language}, {theme}): {fault}", scene.name));
            }
            scene.close(&window).await?;
        }
    }
    window.close().await?;
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// Before there is an office: the first run, and the recovery sheet behind it.
#[tokio::test(flavor = "current_thread")]
async fn nobody_is_shut_out_at_the_first_start() -> anyhow::Result<()> {
    let axe = axe::script()?;
    let mut found = Vec::new();
    for (language, theme) in LOOKS {
        let pc = Pc::new()?;
        let window = Window::open(&pc).await?;
        screens::first_run_in(&window, language, theme).await?;
        window.run(&axe).await?;
        found.extend(faults(&window).await?);
        screens::begin_office(&window).await?;
        found.extend(faults(&window).await?);
        window.close().await?;
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}
