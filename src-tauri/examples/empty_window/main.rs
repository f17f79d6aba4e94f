//! A window with an empty page: what Tauri itself costs. `cargo xtask bench` holds the program's
//! start, memory and keystrokes against it.

fn main() -> anyhow::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!(
        "examples/empty_window/tauri.conf.json"
    ))?;
    Ok(())
}
