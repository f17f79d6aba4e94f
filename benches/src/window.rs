//! The window beside an empty one of Tauri's: start, memory, opening the sheet, keystrokes. Needs a
//! display and the driver.

use crate::Options;
use crate::measure::{Report, median, show};
use anyhow::Context as _;
use journeys::binaries;
use journeys::desk::Pc;
use journeys::terminal::{NOW, kinerja};
use journeys::window::{self, Window};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Duration;

const KEYS: u32 = 200;
const KEYSTROKE: Duration = Duration::from_millis(50);
const SHEET: Duration = Duration::from_millis(200);
/// How much more than an empty window ours may take, in time and in memory.
const TIMES: f64 = 1.5;

pub(crate) fn run(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    binaries::window()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(measure(options, report))
}

async fn measure(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let pc = office()?;
    let empty = empty_window()?;
    starts(&pc, &empty, if options.quick { 6 } else { 20 }, report).await?;

    let blank = Window::open_program(&pc, NOW, &empty).await?;
    let floor = window::memory(&pc).context("memory")?;
    let floor_key = keystrokes(&blank, "#cell").await?;
    blank.close().await?;

    let window = Window::open(&pc).await?;
    let opening = opening(&window).await?;
    report.time("the sheet of 60 people on the screen", opening, SHEET);
    let memory = window::memory(&pc).context("memory")?;
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52 bytes")]
    let ratio = memory as f64 / floor as f64;
    report.beside("memory of an empty window (PSS)", megabytes(floor));
    report.figure(
        "memory with the sheet open (PSS)",
        format!("{} = {ratio:.2} ×", megabytes(memory)),
        &format!("≤ {TIMES} × the empty window"),
        ratio <= TIMES,
    );
    window.see("[role=grid] [tabindex='0']").await?;
    let latency = keystrokes(&window, "[role=grid] [tabindex='0']").await?;
    report.beside(
        &format!("keydown to the second frame in an empty page: p95 of {KEYS}"),
        show(floor_key),
    );
    report.time(
        &format!("keydown to the second frame: p95 of {KEYS}"),
        latency,
        KEYSTROKE,
    );
    window.close().await
}

/// From the start of the process to the heading on the screen, by turns.
async fn starts(
    pc: &Pc,
    empty: &std::path::Path,
    rounds: u32,
    report: &mut Report,
) -> anyhow::Result<()> {
    let (mut ours, mut floor) = (Vec::new(), Vec::new());
    // The first of each is cold and does not count.
    for round in 0..=rounds {
        for (program, times) in [(binaries::window()?, &mut ours), (empty.into(), &mut floor)] {
            let window = Window::open_program(pc, NOW, &program).await?;
            let taken = window.age()?;
            window.close().await?;
            if round > 0 {
                times.push(taken);
            }
        }
    }
    let (ours, floor) = (median(ours), median(floor));
    let ratio = ours.as_secs_f64() / floor.as_secs_f64();
    report.beside("start of an empty window", show(floor));
    report.figure(
        "start to a usable window",
        format!("{} = {ratio:.2} ×", show(ours)),
        &format!("≤ {TIMES} × the empty window"),
        ratio <= TIMES,
    );
    Ok(())
}

/// An office of sixty people with ratings in each of 24 months.
fn office() -> anyhow::Result<Pc> {
    let pc = Pc::new()?;
    kinerja(&pc, &["latihan", "--pegawai", "60", "--periode", "2026-10"])?;
    let people = kinerja(&pc, &["pegawai"])?.value;
    let mut ratings = "nip,hasil,perilaku,alasan\n".to_owned();
    for person in people.as_array().context("a list of people")? {
        let nip = person["nip"].as_str().context("a NIP")?;
        writeln!(ratings, "{nip},sesuai,sesuai,")?;
    }
    let file = pc.file("nilai.csv");
    std::fs::write(&file, ratings)?;
    let file = file.to_str().context("a path in Unicode")?;
    let months = (2024..=2026).flat_map(|year| (1..=12).map(move |month| (year, month)));
    for (year, month) in months.skip(9).take(24) {
        kinerja(
            &pc,
            &["nilai", file, "--periode", &format!("{year}-{month:02}")],
        )?;
    }
    Ok(pc)
}

fn empty_window() -> anyhow::Result<PathBuf> {
    std::env::var_os("KINERJA_EMPTY_WINDOW_BIN")
        .map(PathBuf::from)
        .context("KINERJA_EMPTY_WINDOW_BIN is not set: run `cargo xtask bench`")
}

/// Inside the page: from the change of the address to the second frame with the rows that are in
/// sight; the median of eleven.
async fn opening(window: &Window) -> anyhow::Result<Duration> {
    let mut times = Vec::new();
    for _ in 0..11 {
        window.go("/").await?;
        let script = "
            const done = arguments[arguments.length - 1];
            const start = performance.now();
            history.pushState(null, '', '/penilaian');
            dispatchEvent(new PopStateEvent('popstate'));
            const look = () => document.querySelector('[role=grid] td[data-col]')
                ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)))
                : setTimeout(look, 1);
            look();";
        times.push(milliseconds(window, script).await?);
    }
    Ok(median(times))
}

/// Inside the page: each key is dispatched to the cell with the focus, then two frames are awaited.
async fn keystrokes(window: &Window, cell: &str) -> anyhow::Result<Duration> {
    let cell = serde_json::to_string(cell)?;
    let script = format!(
        "const done = arguments[arguments.length - 1];
         const times = [];
         const key = number => {{
             if (number === {KEYS}) {{
                 times.sort((a, b) => a - b);
                 return done(times[Math.floor(times.length * .95)]);
             }}
             const cell = document.querySelector({cell});
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
    milliseconds(window, &script).await
}

async fn milliseconds(window: &Window, script: &str) -> anyhow::Result<Duration> {
    let answer = window.client.execute_async(script, Vec::new()).await?;
    let milliseconds = answer.as_f64().context("no figure")?;
    Ok(Duration::from_secs_f64(milliseconds / 1e3))
}

fn megabytes(bytes: u64) -> String {
    format!("{} MB", bytes / 1024 / 1024)
}
