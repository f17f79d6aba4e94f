//! The standard libraries for the page's and the Windows targets.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use super::{announce, debian};
use crate::{process, workspace::Workspace};

/// What the page is compiled for.
pub const PAGE: &str = "wasm32-unknown-unknown";
/// What Windows is compiled for elsewhere.
pub const WINDOWS: &str = "x86_64-pc-windows-gnu";

/// Debian's second compiler, which brings the source of the standard library.
const DEBIAN_WEB: &[&str] = &["rustc-web", "cargo-web", "rust-web-src"];

/// Installs a target and says what was done.
///
/// # Errors
/// When it is missing and cannot be had.
pub fn install(workspace: &Workspace, triple: &str) -> Result<String> {
    if compiler(triple)?.is_some() {
        return Ok("there".to_owned());
    }
    announce(triple, "adding it to the toolchain");
    let log = workspace.log(triple);
    if process::logged(Command::new("rustup").args(["target", "add", triple]), &log).is_ok() {
        return Ok("added".to_owned());
    }
    if triple != PAGE || process::find("apt-get").is_none() {
        bail!("the target {triple} is missing: `rustup target add {triple}` brings it");
    }
    announce(
        triple,
        "rustup cannot bring it, taking Debian's compiler for the page",
    );
    debian::install(workspace, DEBIAN_WEB)?;
    if rust_lld()?.is_none() {
        debian::install(workspace, &["lld"])?;
    }
    Ok("Debian's compiler will build the page".to_owned())
}

/// Who compiles for another target than this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Compiler {
    /// The toolchain in use.
    Own,
    /// Debian's, which builds the standard library along with the page.
    Debian {
        /// What puts the wasm file together.
        linker: PathBuf,
    },
}

/// The compiler that can build for a target, if there is one.
///
/// # Errors
/// When the toolchain in use does not answer.
pub fn compiler(triple: &str) -> Result<Option<Compiler>> {
    if has_standard_library(&library_folder(triple)?) {
        return Ok(Some(Compiler::Own));
    }
    let complete = triple == PAGE
        && Path::new("/usr/bin/cargo").is_file()
        && Path::new("/usr/lib/rustlib/src/rust/library/std").exists();
    if !complete {
        return Ok(None);
    }
    let linker = match rust_lld()? {
        Some(linker) => Some(linker),
        None => process::find("wasm-ld"),
    };
    Ok(linker.map(|linker| Compiler::Debian { linker }))
}

impl Compiler {
    /// A cargo command for the page, to be followed by its verb.
    pub fn cargo(&self, workspace: &Workspace) -> Command {
        let Self::Debian { linker } = self else {
            return process::cargo();
        };
        let mut command = Command::new("/usr/bin/cargo");
        // Neither compiler may find the other's half-finished work.
        command
            .env("CARGO_TARGET_DIR", workspace.target().join("debian"))
            .env("RUSTC", "/usr/bin/rustc")
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
        command
    }

    /// Where such a cargo builds.
    pub fn target(&self, workspace: &Workspace) -> PathBuf {
        match self {
            Self::Own => workspace.target().to_path_buf(),
            Self::Debian { .. } => workspace.target().join("debian"),
        }
    }
}

fn library_folder(triple: &str) -> Result<PathBuf> {
    let mut rustc = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    let folder = process::output(rustc.args(["--print", "target-libdir", "--target", triple]))
        .with_context(|| format!("rustc does not know {triple}"))?;
    Ok(PathBuf::from(folder.trim()))
}

fn has_standard_library(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|entries| {
        entries
            .filter_map(Result::ok)
            .any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
    })
}

/// The linker that comes with the toolchain in use.
fn rust_lld() -> Result<Option<PathBuf>> {
    let host = if cfg!(target_arch = "aarch64") {
        "aarch64-unknown-linux-gnu"
    } else {
        "x86_64-unknown-linux-gnu"
    };
    let libraries = library_folder(host)?;
    let linker = libraries.parent().map(|folder| folder.join("bin/rust-lld"));
    Ok(linker.filter(|linker| linker.is_file()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_folder_is_no_standard_library() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!has_standard_library(folder.path()));
        assert!(!has_standard_library(&folder.path().join("missing")));
        fs::write(folder.path().join("libstd-0123456789abcdef.rlib"), "").unwrap();
        assert!(has_standard_library(folder.path()));
    }

    #[test]
    fn debians_compiler_builds_in_a_folder_of_its_own() {
        let workspace = Workspace::here().unwrap();
        let debian = Compiler::Debian {
            linker: PathBuf::from("/usr/bin/wasm-ld"),
        };
        assert_ne!(debian.target(&workspace), Compiler::Own.target(&workspace));
        assert_eq!(debian.cargo(&workspace).get_program(), "/usr/bin/cargo");
    }
}
