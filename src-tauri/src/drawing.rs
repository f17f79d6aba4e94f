//! How the web view draws on Linux.
//!
//! Without a graphics processor, WebKit's accelerated way of drawing runs on the processor all the
//! same, through an imitation of one: a frame of the sheet took five times as long as when WebKit
//! draws by itself, and the program a hundred and seventy megabytes more.

use std::path::Path;
use tauri::{App, Manager as _};
use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt as _, WebViewExt as _};

/// Where Linux shows what can draw: `card0`, `renderD128` …
const GRAPHICS: &str = "/dev/dri";

/// Lets WebKit draw by itself where nothing else can.
///
/// # Errors
/// When the window is not there.
pub(crate) fn choose(app: &App) -> tauri::Result<()> {
    if has_graphics_processor(Path::new(GRAPHICS)) {
        return Ok(());
    }
    tracing::info!("no graphics processor: the web view draws by itself");
    app.get_webview_window("main")
        .ok_or(tauri::Error::WindowNotFound)?
        .with_webview(|view| {
            if let Some(settings) = view.inner().settings() {
                settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
            }
        })
}

fn has_graphics_processor(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|nodes| {
        nodes
            .flatten()
            .any(|node| node.file_name().to_string_lossy().starts_with("renderD"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_alone_is_no_graphics_processor() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!has_graphics_processor(&folder.path().join("dri")));
        std::fs::write(folder.path().join("card0"), "").unwrap();
        assert!(!has_graphics_processor(folder.path()));
        std::fs::write(folder.path().join("renderD128"), "").unwrap();
        assert!(has_graphics_processor(folder.path()));
    }
}
