//! Every screen, by name and address, and what opens over them.

use crate::desk::Pc;
use crate::lists;
use crate::window::Window;
use anyhow::Context as _;

/// Name and address of each screen.
pub const SCREENS: &[(&str, &str)] = &[
    ("beranda", "/"),
    ("kirim", "/?periksa=1"),
    ("pegawai", "/pegawai"),
    ("pegawai-tambah", "/pegawai?tambah=1"),
    ("impor", "/pegawai/impor"),
    ("catatan", "/catatan"),
    ("penilaian", "/penilaian"),
    ("kinerja-unit", "/penilaian/unit"),
    ("laporan", "/laporan"),
    ("lembar-salin", "/laporan/salin"),
    ("rekap", "/laporan/rekap"),
    ("sinkron", "/sinkron"),
    ("cadangan", "/cadangan"),
    ("pengaturan", "/pengaturan"),
    ("bantuan", "/bantuan/penilaian"),
];

/// The unit of the office that [`begin_office`] begins.
pub const UNIT: &str = "Dinas Kependudukan dan Pencatatan Sipil";

/// What an address alone does not bring about.
#[derive(Clone, Copy, Debug)]
pub struct Scene {
    /// Its name in pictures and complaints.
    pub name: &'static str,
    address: &'static str,
    steps: &'static [Step],
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Click(&'static str),
    /// A key of the frame, with Ctrl or without.
    Key(&'static str, bool),
    /// Gives the messy list to the import.
    Upload,
    See(&'static str),
}

/// What stands over a screen.
const OVER: &str = "dialog[open], aside.drawer";
const OPEN: Step = Step::See(OVER);

/// A person, the import's check, and everything that opens over a screen.
pub const SCENES: &[Scene] = &[
    Scene {
        name: "pegawai-satu",
        address: "/pegawai",
        steps: &[
            Step::Click(".employees-name a"),
            Step::See(".employee-facts"),
        ],
    },
    Scene {
        name: "pegawai-penilai",
        address: "/pegawai",
        steps: &[
            Step::Click("tbody .employees-select input"),
            Step::Click(".employees-bar button"),
            OPEN,
        ],
    },
    Scene {
        name: "impor-periksa",
        address: "/pegawai/impor",
        steps: &[Step::Upload, Step::See(".import-counts")],
    },
    Scene {
        name: "catatan-cepat",
        address: "/",
        steps: &[Step::Key("j", true), OPEN],
    },
    Scene {
        name: "cari",
        address: "/",
        steps: &[Step::Key("k", true), OPEN],
    },
    Scene {
        name: "pintasan",
        address: "/",
        steps: &[Step::Key("?", false), OPEN],
    },
];

impl Scene {
    /// Goes there.
    ///
    /// # Errors
    /// Something on the way does not come.
    pub async fn open(&self, window: &Window, pc: &Pc) -> anyhow::Result<()> {
        window.go(self.address).await?;
        for step in self.steps {
            match step {
                Step::Click(css) => {
                    window.see(css).await.context(self.name)?;
                    window
                        .run(&format!(
                            "document.querySelector('{css}').click(); return true"
                        ))
                        .await?;
                }
                Step::Key(key, control) => {
                    // The focus may still be in a field that was left, or on its way to the heading.
                    let script = format!(
                        "document.activeElement?.blur();
                         document.body.dispatchEvent(new KeyboardEvent('keydown',
                             {{ key: '{key}', ctrlKey: {control}, bubbles: true, cancelable: true }}));
                         return true"
                    );
                    window.run(&script).await?;
                }
                Step::Upload => {
                    let list = pc.file("daftar pegawai.xlsx");
                    lists::messy_workbook(&list)?;
                    let input = window.see("input[type=file]").await?;
                    input.send_keys(&list.to_string_lossy()).await?;
                }
                Step::See(css) => {
                    window.see(css).await.context(self.name)?;
                }
            }
        }
        Ok(())
    }

    /// Closes what opened over the screen.
    ///
    /// # Errors
    /// It stays.
    pub async fn close(&self, window: &Window) -> anyhow::Result<()> {
        let script = format!(
            "const over = document.querySelector('{OVER}');
             const button = over?.querySelector('header button');
             if (button) button.click(); else over?.close();
             return !over"
        );
        window.until("nothing over the screen", &script).await?;
        Ok(())
    }
}

/// The first run's page in a language and a theme. Nobody has said a preference yet, so the theme
/// is set on the page alone.
///
/// # Errors
/// The page does not follow.
pub async fn first_run_in(window: &Window, language: &str, theme: &str) -> anyhow::Result<()> {
    window
        .click(&format!(".languages button[lang={language}]"))
        .await?;
    window
        .run(&format!(
            "document.documentElement.setAttribute('data-theme', '{theme}'); return true"
        ))
        .await?;
    window
        .until(
            "the language, and colours that have come to rest",
            &format!(
                "return document.documentElement.lang === '{language}'
                     && document.getAnimations().length === 0"
            ),
        )
        .await
}

/// Fills the first run and starts, up to the recovery sheet.
///
/// # Errors
/// A field is missing, or the office does not begin.
pub async fn begin_office(window: &Window) -> anyhow::Result<()> {
    for (field, text) in [
        ("#user-name", "Sari Wahyuni, S.Sos., M.AP."),
        ("#user-nip", "197205121996032001"),
        (
            "#user-jabatan",
            "Kepala Dinas Kependudukan dan Pencatatan Sipil",
        ),
        ("#unit-name", UNIT),
        ("#instansi", "Pemerintah Kabupaten Simeulue"),
    ] {
        let field = window.see(field).await?;
        field.clear().await?;
        field.send_keys(text).await?;
    }
    window.click(".first-run-form button.primary").await?;
    window.see(".recovery").await?;
    Ok(())
}

/// Language (`id`, `en`) and theme (`light`, `dark`), as Pengaturan would set them.
///
/// # Errors
/// The page does not come back.
pub async fn prefer(window: &Window, language: &str, theme: &str) -> anyhow::Result<()> {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         window.__TAURI_INTERNALS__.invoke('rpc', {{ request: {{ command: 'SetPreferences',
             arguments: {{ language: '{language}', theme: '{theme}' }} }} }}).then(() => done(true));"
    );
    window.client.execute_async(&script, Vec::new()).await?;
    window.client.refresh().await?;
    window.until("the language", &format!("return document.documentElement.lang === '{language}' && !!document.querySelector('main h1')")).await
}
