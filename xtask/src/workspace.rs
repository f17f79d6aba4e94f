//! The folders of this checkout and the packages in it.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process;

/// The checkout.
pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// The workspace whose xtask this is.
    ///
    /// # Errors
    /// When this package has no folder above it.
    pub fn here() -> Result<Self> {
        // At run time first: a checkout may have been moved since it was compiled.
        let package = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package
            .parent()
            .context("xtask has no workspace above it")?
            .to_path_buf();
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(
            || root.join("target"),
            |chosen| root.join(chosen), // an absolute choice replaces the root
        );
        Ok(Self { root, target })
    }

    /// The folder of the topmost `Cargo.toml`.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where cargo builds.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// The page's source.
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// The help pages.
    pub fn help(&self) -> PathBuf {
        self.root.join("docs/bantuan")
    }

    /// The page as the hosts embed it.
    pub fn dist(&self) -> PathBuf {
        self.root.join("ui/dist")
    }

    /// Tools that are installed for this checkout only.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// What an installation or another long command said.
    pub fn log(&self, name: &str) -> PathBuf {
        self.target.join("xtask").join(format!("{name}.log"))
    }

    /// A program of this workspace, built in a profile's folder.
    pub fn built(&self, profile: &str, name: &str) -> PathBuf {
        self.target.join(profile).join(process::program(name))
    }

    /// The workspace's own packages.
    ///
    /// # Errors
    /// When cargo cannot read the manifests.
    pub fn packages(&self) -> Result<Vec<Package>> {
        let text = process::output(
            process::cargo()
                .args(["metadata", "--format-version=1", "--no-deps"])
                .current_dir(&self.root),
        )?;
        let metadata: Value = serde_json::from_str(&text).context("cargo metadata is no JSON")?;
        let packages = metadata["packages"]
            .as_array()
            .context("cargo metadata has no packages")?;
        packages.iter().map(Package::read).collect()
    }
}

/// One package of this workspace.
#[derive(Debug, Clone, PartialEq)]
pub struct Package {
    /// Cargo's identifier of it, as its messages use it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where its `Cargo.toml` is.
    pub folder: PathBuf,
    /// The features that it declares, each with what it turns on.
    pub features: Vec<(String, Vec<String>)>,
    /// The names of its programs.
    pub programs: Vec<String>,
}

impl Package {
    fn read(value: &Value) -> Result<Self> {
        let text = |name: &str| {
            value[name]
                .as_str()
                .map(str::to_owned)
                .with_context(|| format!("no {name}"))
        };
        let manifest = PathBuf::from(text("manifest_path")?);
        let features = value["features"].as_object().into_iter().flatten();
        let targets = value["targets"].as_array().into_iter().flatten();
        Ok(Self {
            id: text("id")?,
            name: text("name")?,
            folder: manifest
                .parent()
                .context("a manifest without a folder")?
                .to_path_buf(),
            features: features
                .map(|(name, on)| (name.clone(), strings(on)))
                .collect(),
            programs: targets
                .filter(|target| strings(&target["kind"]).iter().any(|kind| kind == "bin"))
                .filter_map(|target| target["name"].as_str().map(str::to_owned))
                .collect(),
        })
    }

    /// Whether the package declares a feature.
    pub fn has_feature(&self, name: &str) -> bool {
        self.features.iter().any(|(feature, _)| feature == name)
    }
}

fn strings(value: &Value) -> Vec<String> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|text| text.as_str().map(str::to_owned))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_its_own_package() {
        let packages = Workspace::here().unwrap().packages().unwrap();
        let own = packages
            .iter()
            .find(|package| package.name == "xtask")
            .unwrap();
        assert_eq!(own.programs, ["xtask"]);
        assert!(own.folder.join("Cargo.toml").is_file());
    }
}
