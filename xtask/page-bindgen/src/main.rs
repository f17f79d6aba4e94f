//! `page-bindgen release|dev IN.wasm OUT_FOLDER`: the wasm-bindgen step of `cargo xtask ui`.
//!
//! Writes `ui.js` and `ui_bg.wasm` (and `snippets/`, if a crate brings some) for a module script.

use std::{env, path::PathBuf};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [profile, input, output] = arguments.as_slice() else {
        bail!("usage: page-bindgen release|dev IN.wasm OUT_FOLDER");
    };
    // Names make a stack trace readable; the released page does without them to stay small.
    let anonymous = match profile.as_str() {
        "release" => true,
        "dev" => false,
        other => bail!("no such profile: {other}"),
    };

    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(PathBuf::from(input))
        .out_name("ui")
        .typescript(false)
        .remove_name_section(anonymous)
        .remove_producers_section(anonymous)
        .web(true)
        .context("the module-script output was refused")?;
    bindgen
        .generate(PathBuf::from(output))
        .with_context(|| format!("binding {input} failed"))
}
