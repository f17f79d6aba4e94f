//! `cargo xtask ui`: the page from its source to the files in `ui/dist`.

mod files;
mod html;
mod paths;
mod weight;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
};

use anyhow::{Context, Result, bail};

use crate::{
    process,
    setup::{
        WASM_OPT,
        target::{self, Compiler, PAGE},
    },
    time::timed,
    workspace::Workspace,
};
use files::Files;
use weight::Weight;

/// What the page's compiler is told to give, as a machine of today understands it.
const WASM_FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// How the page is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageProfile {
    /// As it is shipped: small.
    Release,
    /// Quick to compile: large, with names in stack traces.
    Dev,
}

impl PageProfile {
    /// The profile's name in the workspace's `Cargo.toml`.
    pub fn cargo(self) -> &'static str {
        match self {
            Self::Release => "page",
            Self::Dev => "page-dev",
        }
    }

    fn bindgen(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Dev => "dev",
        }
    }
}

/// Builds the page into `ui/dist`; does nothing there when nothing has changed.
///
/// # Errors
/// When the page does not compile, a part of it is missing, or it is too heavy to be shipped.
pub fn build(workspace: &Workspace, profile: PageProfile) -> Result<()> {
    timed("page", || {
        let binder = workspace.built("debug", "page-bindgen");
        let wasm = compile(workspace, profile)?;
        let optimizer = match profile {
            PageProfile::Release => WASM_OPT.installed(workspace),
            PageProfile::Dev => None,
        };
        let source = Files::read(&workspace.ui(), |path| {
            matches!(path, "index.html" | "start.js")
                || path.starts_with("styles/")
                || path.starts_with("public/")
        })?;
        let help = Files::read(&workspace.help(), |path| path.ends_with(".md"))?;
        let recipe = recipe(profile, optimizer.as_deref());
        let inputs = files::digest_all([
            recipe.as_bytes(),
            &fs::read(&wasm).with_context(|| format!("{} is missing", wasm.display()))?,
            source.digest().as_bytes(),
            help.digest().as_bytes(),
        ]);

        let dist = workspace.dist();
        let stamp = workspace.target().join("xtask/page.stamp");
        let unchanged = || {
            Some(format!(
                "{inputs} {}",
                Files::read(&dist, |_| true).ok()?.digest()
            ))
        };
        if fs::read_to_string(&stamp)
            .ok()
            .is_some_and(|then| unchanged() == Some(then))
        {
            eprintln!("   ui/dist is up to date");
            return Ok(());
        }

        let bound = bind(workspace, &binder, profile, &wasm)?;
        if let Some(optimizer) = &optimizer {
            for program in Files::read(&bound, weight::is_program)?.0.keys() {
                shrink(optimizer, &bound.join(program))?;
            }
        }
        let bound = Files::read(&bound, |_| true)?;
        // Before the stamp, so that a page that is too heavy is not up to date the next time.
        Weight::of(&bound).hold(profile, optimizer.is_some())?;
        let page = html::assemble(&source, &help, &bound)?;
        page.write(&dist)?;
        fs::write(&stamp, format!("{inputs} {}", page.digest()))?;
        Ok(())
    })
}

/// Compiles the page, and the program that binds it while the page's last, single-threaded part
/// leaves a processor idle.
fn compile(workspace: &Workspace, profile: PageProfile) -> Result<PathBuf> {
    let Some(compiler) = target::compiler(PAGE)? else {
        bail!("the target {PAGE} is missing: `cargo xtask setup page`");
    };
    let mut bindgen = process::cargo();
    bindgen
        .args(["build", "--package=page-bindgen"])
        .current_dir(workspace.root());
    let log = workspace.log("page-bindgen");
    thread::scope(|scope| {
        let binder = scope.spawn(|| process::logged(&mut bindgen, &log));
        let page = process::run(
            compiler
                .cargo(workspace)
                .args([
                    "build",
                    "--package=ui",
                    "--bin=ui",
                    "--target",
                    PAGE,
                    "--profile",
                ])
                .arg(profile.cargo())
                .args(paths::forget(PAGE)?)
                .current_dir(workspace.root()),
        );
        match binder.join() {
            Ok(binder) => page.and(binder),
            Err(_) => bail!("compiling page-bindgen broke off"),
        }
    })?;
    Ok(folder(&compiler, workspace, profile).join("ui.wasm"))
}

fn folder(compiler: &Compiler, workspace: &Workspace, profile: PageProfile) -> PathBuf {
    compiler.target(workspace).join(PAGE).join(profile.cargo())
}

fn bind(
    workspace: &Workspace,
    binder: &Path,
    profile: PageProfile,
    wasm: &Path,
) -> Result<PathBuf> {
    let bound = workspace.target().join("xtask/page");
    if bound.exists() {
        fs::remove_dir_all(&bound)?;
    }
    fs::create_dir_all(&bound)?;
    process::run(
        Command::new(binder)
            .arg(profile.bindgen())
            .arg(wasm)
            .arg(&bound),
    )?;
    Ok(bound)
}

fn shrink(optimizer: &Path, wasm: &Path) -> Result<()> {
    process::run(
        Command::new("node")
            .arg(optimizer)
            .arg("-Oz")
            .args(WASM_FEATURES)
            .arg(wasm)
            .arg("--output")
            .arg(wasm),
    )
}

/// Whatever besides the sources decides what comes out.
fn recipe(profile: PageProfile, optimizer: Option<&Path>) -> String {
    let optimizer = optimizer.map_or("none", |_| WASM_OPT.version);
    format!("{} wasm-opt {optimizer} {}", profile.cargo(), html::LAYOUT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_recipe_makes_another_page() {
        let optimizer = Path::new("wasm-opt");
        let plain = recipe(PageProfile::Release, None);
        assert_ne!(plain, recipe(PageProfile::Release, Some(optimizer)));
        assert_ne!(plain, recipe(PageProfile::Dev, None));
    }
}
