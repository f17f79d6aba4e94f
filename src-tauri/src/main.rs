//! The desktop shell: one window over the same program that the terminal and the browser use.
//!
//! It is thin on purpose: two commands hand bytes to [`app::Office`], a watcher tells the page when
//! another process wrote, and the pickers are the system's own.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod commands;
#[cfg(target_os = "linux")]
mod drawing;
mod host;
mod log;
mod opening;
mod watch;

use opening::Opening;
use std::sync::Arc;
use tauri::Manager as _;

fn main() -> anyhow::Result<()> {
    let places = app::default_places(std::env::var_os("KINERJA_DATA").map(Into::into));
    let _log = log::start(&places.configuration);

    tauri::Builder::default()
        // First, so that a second start ends before it touches anything.
        .plugin(tauri_plugin_single_instance::init(
            |app, _arguments, _folder| {
                if let Some(window) = app.get_webview_window("main") {
                    let shown = window.unminimize().and_then(|()| window.show());
                    if let Err(error) = shown.and_then(|()| window.set_focus()) {
                        tracing::warn!(%error, "the first window could not be focused");
                    }
                }
            },
        ))
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .setup(move |app| {
            #[cfg(target_os = "linux")]
            drawing::choose(app)?;
            let host = host::WindowHost::new(app.handle().clone(), places);
            let opening = Opening::over(Arc::new(host));
            app.manage(opening.clone());
            watch::start(app.handle().clone(), opening);
            Ok(())
        })
        .invoke_handler(tauri::generate_handler![commands::rpc, commands::upload])
        .run(tauri::generate_context!())?;
    Ok(())
}
