//! What each purpose cannot do without.

use anyhow::{Result, bail};

use super::{
    node::{AXE, Necessity, NodePackage, TAURI_CLI, TUS, WASM_OPT},
    target::{PAGE, WINDOWS},
};

/// What the set-up is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The page alone.
    Page,
    /// The program without a window.
    Loopback,
    /// The program in its window.
    Run,
    /// Every test but LibreOffice's.
    Test,
    /// Reading the exported workbooks with LibreOffice.
    Office,
    /// The installer.
    Bundle,
    /// Compiling for Windows elsewhere.
    Windows,
}

impl Purpose {
    /// The purpose that is meant on the command line.
    ///
    /// # Errors
    /// When there is none of that name.
    pub fn named(name: &str) -> Result<Self> {
        Ok(match name {
            "page" => Self::Page,
            "loopback" => Self::Loopback,
            "run" => Self::Run,
            "test" => Self::Test,
            "office" => Self::Office,
            "bundle" => Self::Bundle,
            "windows" => Self::Windows,
            other => bail!("set-up for what? There is no {other}"),
        })
    }
}

/// All that some purposes need together.
#[derive(Debug, Default, PartialEq)]
pub struct Needs {
    /// Debian packages.
    pub debian: Vec<&'static str>,
    /// Compilation targets besides this machine's own.
    pub targets: Vec<&'static str>,
    /// Packages from the npm registry.
    pub node: Vec<(&'static NodePackage, Necessity)>,
    /// Whether the dependencies are checked.
    pub cargo_deny: bool,
}

/// SQLCipher is linked to the system's OpenSSL.
const PROGRAM: &[&str] = &["build-essential", "pkg-config", "libssl-dev"];

const WINDOW: &[&str] = &[
    "libwebkit2gtk-4.1-dev",
    "librsvg2-dev",
    "libayatana-appindicator3-dev",
    "libxdo-dev",
];

/// A display without a screen, a manager for its windows, a driver for their pages, a browser for
/// the centre's, and a font that looks the same on every machine.
const JOURNEYS: &[&str] = &[
    "xvfb",
    "openbox",
    "dbus",
    "dbus-x11",
    "webkit2gtk-driver",
    "chromium",
    "chromium-driver",
    "imagemagick",
    "xdotool",
    "fonts-inter",
];

/// The centre is tested on it, too.
const DATABASE: &[&str] = &["postgresql"];

/// The smallest package that converts a workbook: no menus, no Java.
const OFFICE: &[&str] = &["libreoffice-calc-nogui"];

const MINGW: &[&str] = &["gcc-mingw-w64-x86-64-win32", "g++-mingw-w64-x86-64-win32"];

impl Needs {
    /// Adds up what the purposes need; nothing stands in it twice.
    pub fn of(purposes: &[Purpose]) -> Self {
        let mut needs = Self::default();
        for purpose in purposes {
            needs.add(*purpose);
        }
        needs
    }

    fn add(&mut self, purpose: Purpose) {
        match purpose {
            Purpose::Page => {
                self.target(PAGE);
                // Without it the page is larger and works all the same.
                self.node(&WASM_OPT, Necessity::Welcome);
            }
            Purpose::Loopback => {
                self.add(Purpose::Page);
                self.debian(PROGRAM);
            }
            Purpose::Run => {
                self.add(Purpose::Loopback);
                self.debian(WINDOW);
            }
            Purpose::Test => {
                self.add(Purpose::Run);
                self.debian(JOURNEYS);
                self.debian(DATABASE);
                self.node(&WASM_OPT, Necessity::Required);
                self.node(&AXE, Necessity::Required);
                self.node(&TUS, Necessity::Required);
                self.cargo_deny = true;
            }
            Purpose::Office => self.debian(OFFICE),
            Purpose::Bundle => {
                self.add(Purpose::Run);
                self.node(&WASM_OPT, Necessity::Required);
                self.node(&TAURI_CLI, Necessity::Required);
            }
            Purpose::Windows => {
                self.target(WINDOWS);
                self.debian(PROGRAM);
                self.debian(MINGW);
            }
        }
    }

    fn debian(&mut self, packages: &[&'static str]) {
        for package in packages {
            if !self.debian.contains(package) {
                self.debian.push(package);
            }
        }
    }

    fn target(&mut self, triple: &'static str) {
        if !self.targets.contains(&triple) {
            self.targets.push(triple);
        }
    }

    fn node(&mut self, package: &'static NodePackage, necessity: Necessity) {
        match self
            .node
            .iter_mut()
            .find(|(known, _)| known.name == package.name)
        {
            Some((_, known)) => *known = necessity.max(*known),
            None => self.node.push((package, necessity)),
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[test]
    fn the_program_without_a_window_does_without_the_window_packages() {
        let needs = Needs::of(&[Purpose::Loopback]);
        assert_eq!(needs.debian, PROGRAM);
        assert_eq!(needs.targets, [PAGE]);
        assert!(!needs.cargo_deny);
    }

    #[test]
    fn the_tests_need_all_that_the_window_needs() {
        let (run, test) = (Needs::of(&[Purpose::Run]), Needs::of(&[Purpose::Test]));
        assert!(
            run.debian
                .iter()
                .all(|package| test.debian.contains(package))
        );
        assert!(test.debian.contains(&"xvfb") && !run.debian.contains(&"xvfb"));
    }

    #[rstest]
    #[case::tests(Purpose::Test)]
    #[case::installer(Purpose::Bundle)]
    #[case::windows(Purpose::Windows)]
    fn libreoffice_comes_only_when_it_is_asked_for(#[case] purpose: Purpose) {
        let asked = Needs::of(&[purpose, Purpose::Office]);
        assert!(asked.debian.ends_with(OFFICE));
        assert!(!Needs::of(&[purpose]).debian.contains(&OFFICE[0]));
    }

    #[test]
    fn nothing_stands_in_the_list_twice_and_the_stricter_need_wins() {
        let once = Needs::of(&[Purpose::Test]);
        assert_eq!(
            Needs::of(&[Purpose::Test, Purpose::Page, Purpose::Run]),
            once
        );
        let necessity = once
            .node
            .iter()
            .find(|(package, _)| package.name == WASM_OPT.name);
        assert_eq!(necessity.unwrap().1, Necessity::Required);
    }
}
