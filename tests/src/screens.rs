//! Every screen, by name and address.

use crate::window::Window;

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
    ("cadangan", "/cadangan"),
    ("pengaturan", "/pengaturan"),
    ("bantuan", "/bantuan/penilaian"),
];

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
