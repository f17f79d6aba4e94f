//! The window: start, memory, keystrokes. Needs a display and the driver.

use crate::Options;
use crate::measure::{Report, median, show};
use anyhow::Context as _;
use journeys::binaries;
use journeys::desk::Pc;
use journeys::terminal::kinerja;
use journeys::window::Window;
use std::time::{Duration, Instant};

const KEYS: u32 = 200;

pub(crate) fn run(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    binaries::window()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(measure(options, report))
}

async fn measure(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let pc = Pc::new()?;
    kinerja(&pc, &["latihan", "--pegawai", "60", "--periode", "2026-10"])?;
    let rounds = if options.quick { 5 } else { 20 };
    let mut starts = Vec::new();
    for _ in 0..rounds {
        let start = Instant::now();
        let window = Window::open(&pc).await?;
        starts.push(start.elapsed());
        window.close().await?;
    }
    report.beside(
        "start to a usable window (through the driver)",
        show(median(starts)),
    );

    let window = Window::open(&pc).await?;
    let memory = journeys::window::memory(&pc).context("memory")?;
    report.beside(
        "memory of the window's processes (PSS)",
        format!("{} MB", memory / 1024 / 1024),
    );
    let latency = keystrokes(&window).await?;
    report.figure(
        &format!("keydown to the second frame: p95 of {KEYS}"),
        show(latency),
        "≤ 50 ms",
        latency <= Duration::from_millis(50),
    );
    window.close().await
}

/// Inside the page: each key is dispatched to the focused cell, then two frames are awaited.
async fn keystrokes(window: &Window) -> anyhow::Result<Duration> {
    window.go("/penilaian").await?;
    window.see("[role=grid] [tabindex='0']").await?;
    let script = format!(
        "const done = arguments[arguments.length - 1];
         const times = [];
         const key = number => {{
             if (number === {KEYS}) {{
                 times.sort((a, b) => a - b);
                 return done(times[Math.floor(times.length * .95)]);
             }}
             const cell = document.activeElement.closest('[role=grid]')
                 ? document.activeElement : document.querySelector(\"[role=grid] [tabindex='0']\");
             cell.focus();
             const start = performance.now();
             const name = number % 2 ? 'ArrowDown' : String(1 + number % 3);
             cell.dispatchEvent(new KeyboardEvent('keydown', {{ key: name, bubbles: true, cancelable: true }}));
             requestAnimationFrame(() => requestAnimationFrame(() => {{
                 times.push(performance.now() - start);
                 key(number + 1);
             }}));
         }};
         key(0);"
    );
    let answer = window.client.execute_async(&script, Vec::new()).await?;
    let milliseconds = answer.as_f64().context("no figure")?;
    Ok(Duration::from_secs_f64(milliseconds / 1e3))
}
