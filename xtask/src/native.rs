//! Compiling the native part of the workspace, always as one selection of packages: cargo unites
//! the features of what is compiled together, so two selections would compile much of it twice.

use std::{
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{
    process,
    workspace::{Package, Workspace},
};

/// The page is for another target, and no system lets a program replace itself while it runs.
const APART: &[&str] = &["ui", "xtask", "page-bindgen"];

/// Who will use what is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// A person.
    Person,
    /// A journey, which chooses files without a dialog and stops the clock.
    Journey,
}

impl Use {
    /// The features that are turned on wherever a package declares them.
    fn features(self) -> &'static [&'static str] {
        match self {
            // Without the first the window looks for a server of the page's.
            Self::Person => &["custom-protocol"],
            Self::Journey => &["custom-protocol", "journeys"],
        }
    }
}

/// A program or a test that cargo compiled.
#[derive(Debug, Clone, PartialEq)]
pub struct Executable {
    /// The name of its package.
    pub package: String,
    /// The name of the target in that package.
    pub target: String,
    /// What it is.
    pub kind: Kind,
    /// Where it is.
    pub path: PathBuf,
    /// The package's folder, in which its tests run.
    pub folder: PathBuf,
}

/// What an executable is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A program.
    Program,
    /// Tests.
    Test,
}

/// A cargo command over the native packages, to be followed by choices of targets.
///
/// # Errors
/// When the manifests cannot be read.
pub fn cargo(workspace: &Workspace, verb: &str, usage: Use) -> Result<Command> {
    let packages = workspace.packages()?;
    let mut command = process::cargo();
    command
        .arg(verb)
        .arg("--workspace")
        .current_dir(workspace.root());
    for package in packages.iter().filter(|package| is_apart(package)) {
        command.arg(format!("--exclude={}", package.name));
    }
    command.args(features(&packages, usage));
    Ok(command)
}

/// The choice of features over the native packages.
pub fn features(packages: &[Package], usage: Use) -> Option<String> {
    let chosen: Vec<String> = packages
        .iter()
        .filter(|package| !is_apart(package))
        .flat_map(|package| {
            usage
                .features()
                .iter()
                .map(move |feature| (package, *feature))
        })
        .filter(|(package, feature)| package.has_feature(feature))
        .map(|(package, feature)| format!("{}/{feature}", package.name))
        .collect();
    (!chosen.is_empty()).then(|| format!("--features={}", chosen.join(",")))
}

fn is_apart(package: &Package) -> bool {
    APART.contains(&package.name.as_str())
}

/// Compiles what the arguments choose and gives the executables.
///
/// # Errors
/// When something does not compile.
pub fn build(workspace: &Workspace, usage: Use, choice: &[&str]) -> Result<Vec<Executable>> {
    let mut command = cargo(workspace, "build", usage)?;
    command
        .args(choice)
        .arg("--message-format=json-render-diagnostics");
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .context("cargo cannot be started")?;
    if !output.status.success() {
        bail!("it does not compile");
    }
    executables(
        &String::from_utf8_lossy(&output.stdout),
        &workspace.packages()?,
    )
}

/// The program of a name among what was compiled.
///
/// # Errors
/// When there is none.
pub fn program<'a>(executables: &'a [Executable], name: &str) -> Result<&'a Executable> {
    executables
        .iter()
        .find(|executable| executable.kind == Kind::Program && executable.target == name)
        .with_context(|| format!("there is no program {name}"))
}

fn executables(messages: &str, packages: &[Package]) -> Result<Vec<Executable>> {
    let mut found = Vec::new();
    for line in messages.lines() {
        let message: Value = serde_json::from_str(line).context("cargo wrote something else")?;
        let Some(path) = message["executable"].as_str() else {
            continue;
        };
        let owner = packages
            .iter()
            .find(|package| message["package_id"] == package.id.as_str());
        let Some(package) = owner else {
            continue;
        };
        let kind = match message["profile"]["test"].as_bool() {
            Some(true) => Kind::Test,
            _ => Kind::Program,
        };
        found.push(Executable {
            package: package.name.clone(),
            target: message["target"]["name"]
                .as_str()
                .unwrap_or_default()
                .to_owned(),
            kind,
            path: PathBuf::from(path),
            folder: package.folder.clone(),
        });
    }
    found.sort_by(|one, two| (&one.package, &one.target).cmp(&(&two.package, &two.target)));
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, features: &[&str]) -> Package {
        Package {
            id: format!("path+file:///x/{name}#0.1.0"),
            name: name.to_owned(),
            folder: PathBuf::from("/x").join(name),
            features: features
                .iter()
                .map(|name| ((*name).to_owned(), Vec::new()))
                .collect(),
            programs: Vec::new(),
        }
    }

    #[test]
    fn features_are_turned_on_only_where_they_are_declared() {
        let packages = [
            package("domain", &[]),
            package("kinerja-luring", &["custom-protocol", "journeys"]),
            package("app", &["journeys"]),
            package("ui", &["journeys"]),
        ];
        assert_eq!(
            features(&packages, Use::Person).as_deref(),
            Some("--features=kinerja-luring/custom-protocol")
        );
        assert_eq!(
            features(&packages, Use::Journey).as_deref(),
            Some("--features=kinerja-luring/custom-protocol,kinerja-luring/journeys,app/journeys")
        );
        assert_eq!(features(&packages[..1], Use::Journey), None);
    }

    #[test]
    fn programs_and_tests_are_told_apart() {
        let messages = r#"{"reason":"compiler-artifact","package_id":"path+file:///x/cli#0.1.0","target":{"name":"kinerja"},"profile":{"test":false},"executable":"/t/kinerja"}
{"reason":"compiler-artifact","package_id":"path+file:///x/cli#0.1.0","target":{"name":"import"},"profile":{"test":true},"executable":"/t/import-1"}
{"reason":"compiler-artifact","package_id":"registry+x#serde@1.0.0","target":{"name":"serde"},"profile":{"test":false},"executable":null}
{"reason":"build-finished","success":true}"#;
        let found = executables(messages, &[package("cli", &[])]).unwrap();
        let kinds: Vec<_> = found
            .iter()
            .map(|one| (one.target.as_str(), one.kind))
            .collect();
        assert_eq!(kinds, [("import", Kind::Test), ("kinerja", Kind::Program)]);
        assert_eq!(
            program(&found, "kinerja").unwrap().path,
            PathBuf::from("/t/kinerja")
        );
        assert!(program(&found, "import").is_err());
    }
}
