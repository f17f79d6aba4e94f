//! A week without a line in the real window; then the line is there, and breaks; and the next week
//! goes by stick.

use anyhow::Context as _;
use journeys::desk::Pc;
use journeys::network::centre::{Centre, OFFICE};
use journeys::network::sending::{assert_arrived, office_of, rate, records};
use journeys::network::{Manner, Mood, Proxy};
use journeys::window::Window;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

const PEOPLE: u32 = 25;

#[test]
fn from_an_offline_week_to_the_receipt_over_the_line_and_by_stick() -> anyhow::Result<()> {
    let centre = Centre::start()?;
    let line = centre.line(Manner::default())?;
    let pc = office_of(PEOPLE)?;
    rate(&pc)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(story(&pc, (&centre, &line)))
}

async fn story(pc: &Pc, (centre, line): (&Centre, &Proxy)) -> anyhow::Result<()> {
    let window = Window::open(pc).await?;
    a_week_offline(&window).await?;
    join(&window, (centre, line)).await?;
    over_a_line_that_breaks(&window, line).await?;
    assert_arrived(pc, centre)?;
    let before = centre.records()?;
    line.be(Mood::Gone);
    by_stick(pc, &window, centre).await?;
    assert!(centre.records()? > before, "the stick brought something");
    line.be(Mood::Open);
    window.close().await?;
    assert_arrived(pc, centre)?;
    assert!(records(pc)? > u64::from(PEOPLE));
    Ok(())
}

async fn a_week_offline(window: &Window) -> anyhow::Result<()> {
    window.go("/?periksa=1").await?;
    window.press("Tandai siap dikirim").await?;
    window.read("siap dikirim").await?;
    window.go("/sinkron").await?;
    window.read("Belum terhubung ke pusat").await
}

async fn join(window: &Window, (centre, line): (&Centre, &Proxy)) -> anyhow::Result<()> {
    let code = centre.code(OFFICE)?;
    let code = app::sending::code_with_server(&code, &centre.url_over(line))
        .map_err(|trouble| anyhow::anyhow!("{trouble:?}"))?;
    window.fill("Kode gabung dari pusat", "KNJ1-ABC").await?;
    window.press("Gabung").await?;
    window.read("Ada huruf yang salah").await?;
    window.fill("Kode gabung dari pusat", &code).await?;
    window.press("Gabung").await?;
    window.read(&format!("{OFFICE} · terhubung sejak")).await
}

/// Nobody waits at a dialog meanwhile: the sheet answers while the week is on its way.
async fn over_a_line_that_breaks(window: &Window, line: &Proxy) -> anyhow::Result<()> {
    line.behave(Manner::bad(Duration::from_millis(1_500)));
    window
        .until(
            "it has been sent, or can be",
            "const text = document.querySelector('.sync-status').innerText;
         return /belum dikirim|Mengirim|Menghubungi|sudah diterima|internet/.test(text)",
        )
        .await?;
    let has_button = "return [...document.querySelectorAll('.sync-acts button')]
        .some(it => it.innerText.includes('Sinkronkan'))";
    if window.run(has_button).await? == true {
        window.press("Sinkronkan").await?;
    }
    window.go("/penilaian").await?;
    window.see("[role=grid] td[data-col=hasil_kerja]").await?;
    window.go("/sinkron").await?;
    window
        .read("Semua data sudah diterima pusat. Tanda terima")
        .await?;
    line.behave(Manner::default());
    Ok(())
}

async fn by_stick(pc: &Pc, window: &Window, centre: &Centre) -> anyhow::Result<()> {
    window.go("/penilaian/unit").await?;
    window
        .click(".organisation-choices label:nth-of-type(2)")
        .await?;
    window.read("Tersimpan").await?;
    window.go("/sinkron").await?;
    window.read("belum dikirim").await?;
    window.press("Simpan ke USB").await?;
    window.read("Paket PKT-0001").await?;
    let packet = packet_in(&pc.saved())?;
    let answer = pc.file("jawaban.kinerja");
    let packet = packet.to_string_lossy();
    let answer_path = answer.to_string_lossy();
    let taken = centre.call(&["import-usb", &packet, "--answer", &answer_path])?;
    assert_eq!(taken.status, 0, "{taken:?}");
    let input = window.see("main input[type=file]").await?;
    input.send_keys(&answer_path).await?;
    window.read("Pusat sudah menerima").await?;
    window
        .read("Semua data sudah diterima pusat. Tanda terima")
        .await
}

fn packet_in(folder: &std::path::Path) -> anyhow::Result<PathBuf> {
    let files = fs::read_dir(folder)?.filter_map(Result::ok);
    let mut packets = files
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|it| it == "kinerja"));
    packets.next().context("no packet was written")
}
