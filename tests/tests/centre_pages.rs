//! The central office in a browser: from the first admin to the workbook for BKN.

use anyhow::Context as _;
use calamine::{Reader as _, Xlsx, open_workbook_from_rs};
use journeys::desk::Pc;
use journeys::network::centre::{Centre, OFFICE};
use journeys::network::sending::{PERIOD, office_of, sync};
use journeys::terminal::kinerja;
use journeys::window::Window;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::Cursor;
use std::ops::Range;

const PEOPLE: u32 = 5;
const PASSWORD: &str = "kuda hijau empat";

#[tokio::test]
async fn the_centre_sees_an_office_corrects_it_closes_a_month_and_exports() -> anyhow::Result<()> {
    let centre = Centre::plain()?;
    let link = centre.call(&["admin", "sari"])?.with(0)?;
    let link = link["link"].as_str().context("no link")?.to_owned();
    let page = Window::in_browser(&link).await?;
    choose_password(&page).await?;

    let office = joined(&page).await?;
    // One is forgotten.
    rate_and_seal(&office, 0..4)?;
    sync(&office)?.with(0)?;

    sees_the_office(&page).await?;
    sees_a_result(&page).await?;
    returns_a_rating(&page, &office).await?;
    corrects_a_person(&page, &office).await?;
    closes_october(&page, &office).await?;
    lets_a_late_rating_through(&page, &office).await?;
    exports(&page).await?;

    page.go("/jejak").await?;
    page.read("mengekspor BKN").await?;
    page.press("Periksa keutuhan").await?;
    page.read("Utuh:").await
}

async fn choose_password(page: &Window) -> anyhow::Result<()> {
    page.fill("Sandi baru", PASSWORD).await?;
    page.fill("Ulangi sandi baru", PASSWORD).await?;
    page.press("Simpan").await?;
    page.read("Belum ada kantor").await
}

/// An office with people in it joins by a code that the page shows.
async fn joined(page: &Window) -> anyhow::Result<Pc> {
    page.go("/gabung").await?;
    page.fill("Nama kantor", OFFICE).await?;
    page.press("Buat kode").await?;
    let code = page.see("#made-code").await?.text().await?;
    let office = office_of(PEOPLE)?;
    kinerja(&office, &["gabung", &code])?.with(0)?;
    Ok(office)
}

/// Rates some of the people, by their place in the list, and marks the ratings as ready.
fn rate_and_seal(office: &Pc, places: Range<usize>) -> anyhow::Result<()> {
    let people = kinerja(office, &["pegawai"])?.with(0)?;
    let mut ratings = String::from("nip,hasil,perilaku,alasan\n");
    for place in places.clone() {
        let nip = people[place]["nip"].as_str().context("no NIP")?;
        writeln!(ratings, "{nip},sesuai,sesuai,")?;
    }
    let file = office.file(&format!("nilai {}.csv", places.start));
    std::fs::write(&file, ratings)?;
    let file = file.to_string_lossy();
    kinerja(office, &[&["nilai", &file], &PERIOD[..]].concat())?.with(0)?;
    // Whoever is not rated yet is named; what is rated is sealed all the same.
    kinerja(office, &[&["kirim"], &PERIOD[..]].concat())?;
    Ok(())
}

async fn sees_the_office(page: &Window) -> anyhow::Result<()> {
    page.client
        .goto(&format!("{}/", origin(page).await?))
        .await?;
    page.until(
        "the office stands in Kelengkapan with its people",
        "const row = document.querySelector('.centre-heat tbody tr');
         return !!row && row.innerText.includes('Dinas Pendidikan')
            && row.querySelector('td.num').innerText === '5';",
    )
    .await
}

async fn sees_a_result(page: &Window) -> anyhow::Result<()> {
    choose_october(page).await?;
    page.go("/hasil").await?;
    page.read("4 sudah dinilai").await?;
    page.press(OFFICE).await?;
    page.press("Pegawai 0").await?;
    page.read("Riwayat penilaian").await?;
    page.read("Oktober 2026").await?;
    page.read("Baik").await
}

/// The office finds it before everything that is missing, until it says once more that it is ready.
async fn returns_a_rating(page: &Window, office: &Pc) -> anyhow::Result<()> {
    page.press("Kembalikan").await?;
    page.fill("Alasan", "Umpan balik belum diisi").await?;
    page.click("dialog[open] .btn.primary").await?;
    page.read("Dikembalikan. Kantor melihatnya").await?;
    // The first connection brings what the centre says of the week that was sent.
    sync(office)?.with(0)?;
    sync(office)?.with(0)?;
    let missing = || kinerja(office, &[&["kurang"], &PERIOD[..]].concat())?.with(0);
    let people = kinerja(office, &["pegawai"])?.with(0)?;
    let returned = json!({ "code": "DIKEMBALIKAN", "count": 1, "nips": [people[0]["nip"]] });
    let listed = missing()?;
    anyhow::ensure!(listed[0] == returned, "{listed}");
    kinerja(office, &[&["kirim"], &PERIOD[..]].concat())?;
    let listed = missing()?;
    let is_returned = listed.to_string().contains("DIKEMBALIKAN");
    anyhow::ensure!(!is_returned, "still returned: {listed}");
    Ok(())
}

/// A title that the centre adds is in the office after its next connection.
async fn corrects_a_person(page: &Window, office: &Pc) -> anyhow::Result<()> {
    page.press("Lihat data induk").await?;
    page.fill("Gelar belakang", "S.Sos.").await?;
    page.press("Simpan dan kirim ke kantor").await?;
    page.read("Kantor menerimanya pada sambungan berikutnya")
        .await?;
    // The first connection brings what the centre says of the week that was sent.
    sync(office)?.with(0)?;
    sync(office)?.with(0)?;
    let people = kinerja(office, &["pegawai"])?.with(0)?;
    let names = people.to_string();
    anyhow::ensure!(names.contains("Pegawai 0, S.Sos."), "{names}");
    Ok(())
}

async fn closes_october(page: &Window, office: &Pc) -> anyhow::Result<()> {
    page.go("/periode").await?;
    page.until(
        "the button that closes October",
        "const row = [...document.querySelectorAll('tbody tr')]
            .find(it => it.innerText.includes('Oktober 2026'));
         const button = row && row.querySelector('button');
         if (button) button.click();
         return !!button;",
    )
    .await?;
    page.click("dialog[open] .btn.primary").await?;
    page.read("ditutup di semua kantor").await?;
    sync(office)?.with(0)?;
    Ok(())
}

async fn lets_a_late_rating_through(page: &Window, office: &Pc) -> anyhow::Result<()> {
    rate_and_seal(office, 4..5)?;
    let sent = sync(office)?;
    anyhow::ensure!(sent.value["held"] == 1, "{sent:?}");

    page.go("/tertahan").await?;
    page.read("periode ditutup").await?;
    page.press("Loloskan").await?;
    page.read("Tidak ada yang tertahan").await
}

async fn exports(page: &Window) -> anyhow::Result<()> {
    page.go("/ekspor").await?;
    page.read("Periode ini sudah ditutup di semua kantor")
        .await?;
    // The page hands the file to the browser: here it is caught on its way.
    let fetched = page
        .client
        .execute_async(
            "const done = arguments[arguments.length - 1];
             URL.createObjectURL = file => {
                file.arrayBuffer().then(bytes => done([...new Uint8Array(bytes)]));
                return 'blob:caught';
             };
             document.querySelector('#download').click();",
            Vec::new(),
        )
        .await?;
    let bytes: Vec<u8> = serde_json::from_value(fetched)?;
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes))?;
    let sheet = workbook.worksheet_range_at(0).context("no sheet")??;
    let people = sheet
        .rows()
        .filter(|row| {
            row.iter()
                .any(|cell| cell.to_string().starts_with("Pegawai "))
        })
        .count();
    anyhow::ensure!(people == PEOPLE as usize, "{people} rows");
    Ok(())
}

async fn choose_october(page: &Window) -> anyhow::Result<()> {
    page.run(
        "const select = document.querySelector('.top select');
         select.value = '2026-10';
         select.dispatchEvent(new Event('change', { bubbles: true }));
         return true;",
    )
    .await?;
    Ok(())
}

async fn origin(page: &Window) -> anyhow::Result<String> {
    let origin: Value = page.run("return location.origin").await?;
    Ok(origin.as_str().context("no origin")?.to_owned())
}
