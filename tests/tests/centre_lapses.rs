//! What goes wrong while somebody works at the centre: a session that ends, a server that is away, a
//! role that was taken. A sentence each, and nothing that was typed is lost.

use journeys::centre_screens::{self as screens, PASSWORD, ask};
use journeys::network::centre::Centre;
use journeys::network::regency;
use journeys::window::Window;
use serde_json::json;

/// The centre, the admin, and a person of the regency on the screen with something typed.
async fn typing(centre: &Centre) -> anyhow::Result<Window> {
    regency::fill(centre)?;
    let page = screens::as_admin(centre).await?;
    let office = centre.office("Dinas Pendidikan")?;
    let office = office["office_id"].as_str().unwrap_or_default();
    let person = regency::employee(1, 2);
    page.go(&format!("/induk/{office}/{person}")).await?;
    page.fill("Pendidikan", "S-2 Manajemen").await?;
    Ok(page)
}

async fn still_typed(page: &Window) -> anyhow::Result<()> {
    page.until(
        "what was typed",
        "return [...document.querySelectorAll('.centre-fields input')]
             .some(it => it.value === 'S-2 Manajemen')",
    )
    .await
}

#[tokio::test]
async fn a_session_that_ends_leaves_what_was_typed() -> anyhow::Result<()> {
    let centre = Centre::plain()?;
    let page = typing(&centre).await?;
    // In another window the same session is ended.
    ask(&page, "SignOut", json!({})).await?;
    page.press("Simpan dan kirim ke kantor").await?;
    page.see("dialog[open] input[type=password]").await?;
    page.read("Sesi Anda berakhir. Yang Anda ketik tetap di layar")
        .await?;
    still_typed(&page).await?;
    page.fill("Sandi", "salah sama sekali").await?;
    page.click("dialog[open] button[type=submit]").await?;
    page.read("Nama akun atau sandi tidak cocok").await?;
    page.fill("Sandi", PASSWORD).await?;
    page.click("dialog[open] button[type=submit]").await?;
    page.until(
        "the screen is as it was",
        "return !document.querySelector('dialog[open]')
             && !document.body.innerText.includes('Sesi Anda berakhir')
             && document.querySelector('.status').innerText.includes('Tersambung ke pusat')",
    )
    .await?;
    still_typed(&page).await?;
    page.press("Simpan dan kirim ke kantor").await?;
    page.read("Kantor menerimanya pada sambungan berikutnya")
        .await?;
    still_typed(&page).await
}

/// Chooses the other language, as somebody does with forms open.
async fn change_language(page: &Window, tag: &str) -> anyhow::Result<()> {
    page.click("#user-button").await?;
    page.see("#user-panel h2").await?;
    page.run(&format!(
        "document.querySelector('#user-panel input[value={tag}]').click()"
    ))
    .await?;
    page.until(
        "the page in the other language",
        &format!("return document.documentElement.lang === '{tag}'"),
    )
    .await
}

#[tokio::test]
async fn another_language_leaves_what_was_typed() -> anyhow::Result<()> {
    let centre = Centre::plain()?;
    let page = typing(&centre).await?;
    page.click(".employee-post .btn").await?;
    page.see(".employee-post-form").await?;
    page.fill("Nama jabatan", "Kepala Bidang Pembinaan").await?;
    change_language(&page, "en").await?;
    page.read("Save and send to the office").await?;
    still_typed(&page).await?;
    page.until(
        "the form of the post, as it was",
        "return document.querySelector('.employee-post-form')?.innerText.includes('Cancel')
             && [...document.querySelectorAll('.employee-post-form input')]
                    .some(it => it.value === 'Kepala Bidang Pembinaan')",
    )
    .await?;
    page.press("Save and send to the office").await?;
    page.read("The office gets it with its next connection")
        .await?;
    // A form that was closed begins anew, in either language.
    page.press("Cancel").await?;
    change_language(&page, "id").await?;
    page.read("Simpan dan kirim ke kantor").await?;
    still_typed(&page).await?;
    page.until(
        "no form of a post",
        "return !document.querySelector('.employee-post-form')",
    )
    .await?;
    page.click(".employee-post .btn").await?;
    page.see(".employee-post-form").await?;
    page.until(
        "an untouched form",
        "return ![...document.querySelectorAll('.employee-post-form input')]
             .some(it => it.value === 'Kepala Bidang Pembinaan')",
    )
    .await
}

#[tokio::test]
async fn a_centre_that_is_away_is_said_and_found_again() -> anyhow::Result<()> {
    let mut centre = Centre::plain()?;
    let page = typing(&centre).await?;
    centre.kill()?;
    page.press("Simpan dan kirim ke kantor").await?;
    page.read("Yang Anda ketik masih ada di layar, tetapi belum tersimpan")
        .await?;
    page.until(
        "the status bar does not say that all is well",
        "return document.querySelector('.status').innerText.includes('Pusat tidak menjawab')",
    )
    .await?;
    still_typed(&page).await?;
    centre.serve()?;
    page.until(
        "the page finds the centre by itself",
        "return document.querySelector('.status').innerText.includes('Tersambung ke pusat')",
    )
    .await?;
    still_typed(&page).await?;
    page.press("Simpan dan kirim ke kantor").await?;
    page.read("Kantor menerimanya pada sambungan berikutnya")
        .await
}

#[tokio::test]
async fn whoever_has_the_wrong_role_is_told_so() -> anyhow::Result<()> {
    let centre = Centre::plain()?;
    regency::fill(&centre)?;
    let admin = screens::as_admin(&centre).await?;
    let add = json!({ "account": "budi", "name": "Budi Santoso", "role": "verifikator" });
    let made = ask(&admin, "AddStaff", add).await?;
    let path = made["path"].as_str().unwrap_or_default();
    let page = Window::in_browser(&format!("http://{}{path}", centre.address()?)).await?;
    page.see("h1").await?;
    for label in ["Sandi baru", "Ulangi sandi baru"] {
        page.fill(label, PASSWORD).await?;
    }
    page.press("Simpan").await?;
    page.see(".app.centre h1").await?;
    // Only what the role opens is there; an address that somebody was sent says why not.
    page.until(
        "no way to the staff",
        "return !document.querySelector('.nav').innerText.includes('Petugas')",
    )
    .await?;
    page.go("/petugas").await?;
    page.read("Bagian ini untuk peran lain").await?;
    // The role goes while the page stands: the program refuses, with a sentence.
    page.go("/ekspor").await?;
    page.read("Bagian ini untuk peran lain").await?;
    let staff = ask(&admin, "ListStaff", json!({})).await?;
    let budi = staff["staff"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|it| it["account"] == "budi")
        .map(|it| it["id"].clone());
    let role = |role: &str| json!({ "id": budi, "role": role });
    ask(&admin, "SetRole", role("analis")).await?;
    page.client.refresh().await?;
    page.see(".app.centre h1").await?;
    page.press("Ekspor BKN").await?;
    page.read("Unduh buku kerja").await?;
    ask(&admin, "SetRole", role("verifikator")).await?;
    page.press("Unduh buku kerja").await?;
    page.read("Peran Anda tidak mengizinkan ini").await
}
