//! `page-bindgen release|dev IN.wasm OUT_FOLDER`: the wasm-bindgen step of `cargo xtask ui`.
//!
//! Cuts the page where its source says `wasm_split`, and binds what is loaded first to JavaScript.
//! Writes for a module script:
//!
//! | File | What |
//! |---|---|
//! | `ui.js`, `ui_bg.wasm` | what is loaded first |
//! | `on_demand.js` | how the rest is loaded |
//! | `split_*.wasm` | the rest, one file for each name that `wasm_split` was given |
//! | `snippets/` | scripts that crates bring, if any does |

use std::{env, fs, path::Path};

use anyhow::{Context, Result, anyhow, bail};
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
    let output = Path::new(output);
    let first = output.join("first.wasm");
    cut(Path::new(input), &first, output).with_context(|| format!("cutting {input} failed"))?;

    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(&first)
        .out_name("ui")
        .typescript(false)
        .remove_name_section(anonymous)
        .remove_producers_section(anonymous)
        // The second file finds the functions of the first through the linker's table.
        .keep_lld_exports(true)
        .web(true)
        .context("the module-script output was refused")?;
    bindgen
        .generate(output)
        .with_context(|| format!("binding {input} failed"))?;
    fs::remove_file(&first).with_context(|| format!("{} not removed", first.display()))
}

/// Writes what is loaded first to `first`, and everything else into the folder.
fn cut(input: &Path, first: &Path, folder: &Path) -> Result<()> {
    let page = fs::read(input)?;
    let mut options = wasm_split_cli_support::Options::new(&page);
    options.output_dir = folder;
    options.main_out_path = first;
    options.link_name = "./on_demand.js";
    options.main_module = "./ui.js";
    wasm_split_cli_support::transform(options).map_err(|report| anyhow!("{report:#}"))?;
    Ok(())
}
