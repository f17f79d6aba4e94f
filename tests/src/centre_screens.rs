//! Every page of the centre, by name and address, and what opens over them.

use crate::network::centre::Centre;
use crate::network::regency::{self, Regency};
use crate::window::Window;
use anyhow::Context as _;
use serde_json::{Value, json};

/// The password of everybody in these stories.
pub const PASSWORD: &str = "kuda hijau empat";

/// A page: its name in pictures and complaints, its address, and what is clicked there.
pub struct CentreScreen {
    /// Its name.
    pub name: &'static str,
    /// Its address.
    pub path: String,
    steps: &'static [Step],
}

#[derive(Clone, Copy)]
enum Step {
    /// The button with these words, in either language.
    Press(&'static str, &'static str),
    Click(&'static str),
    Key(&'static str),
    See(&'static str),
}

const DIALOG: Step = Step::See("dialog[open]");

/// Every page, with the office and the person of the regency that have the most to show.
///
/// # Errors
/// The centre does not know them.
pub fn all(centre: &Centre) -> anyhow::Result<Vec<CentreScreen>> {
    let office = centre.office("Dinas Kependudukan dan Pencatatan Sipil")?;
    let office = office["office_id"].as_str().context("no id")?.to_owned();
    let person = format!("{office}/{}", regency::employee(2, 3));
    let screen = |name, path: &str, steps| CentreScreen {
        name,
        path: path.to_owned(),
        steps,
    };
    Ok(vec![
        screen("kelengkapan", "/", &[]),
        screen("kantor", &format!("/kantor/{office}"), &[]),
        screen("hasil", "/hasil", &[]),
        screen("hasil-kantor", &format!("/hasil/{office}"), &[]),
        screen("hasil-orang", &format!("/hasil/{person}"), &[]),
        screen("induk", "/induk", &[]),
        screen("unit", &format!("/induk/{office}"), &[]),
        screen("orang", &format!("/induk/{person}"), &[]),
        screen(
            "orang-jabatan",
            &format!("/induk/{person}"),
            &[
                Step::Click(".employee-post .btn"),
                Step::See(".employee-post-form"),
            ],
        ),
        screen("periode", "/periode", &[]),
        screen("gabung", "/gabung", &[]),
        screen("tertahan", "/tertahan", &[]),
        screen(
            "tertahan-biarkan",
            "/tertahan",
            &[Step::Press("Biarkan", "Leave"), DIALOG],
        ),
        screen("berdampingan", "/tertahan", BRANCHED),
        screen("bandingkan", "/tertahan", COMPARED),
        screen("ekspor", "/ekspor", &[]),
        screen("jejak", "/jejak", &[]),
        screen("petugas", "/petugas", &[]),
        screen("aturan", "/aturan", &[]),
        screen("tidak-ada", "/tidak-ada", &[]),
        screen(
            "bantuan",
            "/tertahan",
            &[Step::Key("F1"), Step::See(".drawer .help-page")],
        ),
        screen(
            "menu",
            "/",
            &[Step::Click("#user-button"), Step::See("#user-panel h2")],
        ),
        screen(
            "sandi",
            "/",
            &[
                Step::Click("#user-button"),
                Step::See("#user-panel h2"),
                Step::Press("Ganti sandi", "Change the password"),
                DIALOG,
            ],
        ),
    ])
}

const BRANCHED: &[Step] = &[
    Step::Press("Versi berdampingan", "Versions side by side"),
    Step::See("tbody .btn"),
];
const COMPARED: &[Step] = &[
    Step::Press("Versi berdampingan", "Versions side by side"),
    Step::See("tbody .btn"),
    Step::Click("tbody .btn"),
    Step::See("dialog[open] tbody"),
];

impl CentreScreen {
    /// Goes there and does what is to be done.
    ///
    /// # Errors
    /// The page is another one.
    pub async fn open(&self, page: &Window) -> anyhow::Result<()> {
        let language = page.run("return document.documentElement.lang").await?;
        page.go(&self.path).await?;
        for step in self.steps {
            match *step {
                Step::Press(indonesian, english) => {
                    let words = if language == "en" {
                        english
                    } else {
                        indonesian
                    };
                    page.press(words).await
                }
                Step::Click(css) => page.click(css).await,
                Step::Key(key) => press_key(page, key).await,
                Step::See(css) => page.see(css).await.map(drop),
            }
            .with_context(|| format!("{}: a step", self.name))?;
        }
        Ok(())
    }

    /// Takes away what lies over it.
    ///
    /// # Errors
    /// It stays.
    pub async fn close(&self, page: &Window) -> anyhow::Result<()> {
        page.run(
            "document.querySelectorAll('dialog[open]').forEach(it => it.close());
             document.querySelector('.drawer > header .btn')?.click();
             const user = document.querySelector('#user-button[aria-expanded=true]');
             user?.click();
             return true",
        )
        .await?;
        page.until(
            "nothing lies over the page",
            "return !document.querySelector('dialog[open], .drawer')",
        )
        .await
    }
}

/// A key that the page itself listens for.
async fn press_key(page: &Window, key: &str) -> anyhow::Result<()> {
    page.run(&format!(
        "dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true, cancelable: true }}));
         return true"
    ))
    .await?;
    Ok(())
}

/// Opens the centre's page as its first admin, called Sari Wahyuni.
///
/// # Errors
/// The centre does not let her in.
pub async fn as_admin(centre: &Centre) -> anyhow::Result<Window> {
    let link = centre.call(&["admin", "sari"])?.with(0)?;
    let page = Window::in_browser(link["link"].as_str().context("no link")?).await?;
    page.see("h1").await?;
    for label in ["Sandi baru", "Ulangi sandi baru"] {
        page.fill(label, PASSWORD).await?;
    }
    page.press("Simpan").await?;
    page.see(".app.centre h1").await?;
    Ok(page)
}

/// Language (`id`, `en`) and theme (`light`, `dark`), as the menu would set them.
///
/// # Errors
/// The page does not come back.
pub async fn prefer(page: &Window, language: &str, theme: &str) -> anyhow::Result<()> {
    page.run(&format!(
        "localStorage.setItem('kinerja.language', '{language}');
         localStorage.setItem('kinerja.theme', '{theme}');
         return true"
    ))
    .await?;
    page.client.refresh().await?;
    page.until(
        "the language and the theme",
        &format!(
            "return document.documentElement.lang === '{language}'
                 && document.documentElement.dataset.theme === '{theme}'
                 && !!document.querySelector('main h1') && !document.querySelector('.loading')"
        ),
    )
    .await
}

/// Gives a command as the page that is open would; answers the value.
///
/// # Errors
/// It was refused.
pub async fn ask(page: &Window, command: &str, arguments: Value) -> anyhow::Result<Value> {
    let call = json!({ "command": command, "arguments": arguments });
    let script = format!(
        "const done = arguments[arguments.length - 1];
         const send = (body, proof) => fetch('/rpc', {{ method: 'POST', body,
             headers: {{ 'content-type': 'application/json', 'x-kinerja-proof': proof }} }})
             .then(answer => answer.json());
         send('{{\"command\":\"GetStaffSession\",\"arguments\":{{}}}}', '')
             .then(session => send(JSON.stringify({call}), session.answer.value.proof))
             .then(done, error => done(String(error)));"
    );
    let answer = page.client.execute_async(&script, Vec::new()).await?;
    let value = answer["answer"]["value"].clone();
    anyhow::ensure!(!value.is_null(), "{command}: {answer}");
    Ok(value)
}

/// Closes the month in one office, in which something then comes late; adds staff and codes: so
/// that every page has something to show.
///
/// # Errors
/// The centre refuses.
pub async fn enliven(page: &Window, regency: &mut Regency) -> anyhow::Result<()> {
    let hand = regency.hands.get_mut(1).context("no office")?;
    let office = uuid::Uuid::from_bytes(hand.office().0);
    let close = json!({ "period": regency.month, "office": office });
    ask(page, "ClosePeriod", close).await?;
    regency::come_late(hand, regency.month)?;
    for (account, name, role) in [
        ("budi", "Budi Santoso, S.E.", "verifikator"),
        (
            "ratna",
            "Ratna Dewi Kusumaningrum, S.Kom., M.T.I.",
            "analis",
        ),
    ] {
        let add = json!({ "account": account, "name": name, "role": role });
        ask(page, "AddStaff", add).await?;
    }
    let code = json!({ "office": "Dinas Sosial" });
    ask(page, "MakeCode", code).await?;
    Ok(())
}
