//! What the page weighs, and what it may.

use anyhow::{Result, bail};

use super::{PageProfile, files::Files};

/// What the window may load at its start, in bytes of wasm before compression. What offices were
/// promised is 1,500,000; this is what the page keeps to, with a little room. Lower it with every
/// step down.
const START_LIMIT: usize = 950_000;
/// What the page may weigh with the screens that follow on demand.
const WHOLE_LIMIT: usize = 2_150_000;

/// The centre's screens, which no window loads.
const CENTRE: &str = "split_centre.wasm";

/// Whether a bound file is wasm.
pub fn is_program(name: &str) -> bool {
    name.ends_with(".wasm")
}

/// What the page weighs, in bytes of wasm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    /// What the window loads at its start.
    start: usize,
    /// That and the screens that follow.
    whole: usize,
    /// What only the centre's page loads.
    centre: usize,
}

impl Weight {
    /// Weighs what page-bindgen wrote.
    pub fn of(bound: &Files) -> Self {
        let size = |name: &str| bound.0.get(name).map_or(0, Vec::len);
        let programs = bound.0.iter().filter(|(name, _)| is_program(name));
        let all: usize = programs.map(|(_, content)| content.len()).sum();
        Self {
            start: size("ui_bg.wasm"),
            whole: all - size(CENTRE),
            centre: size(CENTRE),
        }
    }

    /// Holds it against the limits. Only the page as it is shipped is bound to them: a quick build
    /// and one without wasm-opt are larger.
    ///
    /// # Errors
    /// When a page that is to be shipped is above one of them.
    pub fn hold(self, profile: PageProfile, is_shrunk: bool) -> Result<()> {
        let Self {
            start,
            whole,
            centre,
        } = self;
        let kind = match profile {
            PageProfile::Dev => ", quick build",
            PageProfile::Release if !is_shrunk => ", not shrunk",
            PageProfile::Release if start > START_LIMIT => {
                bail!("{start} bytes of wasm at the start, above {START_LIMIT}")
            }
            PageProfile::Release if whole > WHOLE_LIMIT => {
                bail!("{whole} bytes of wasm, above {WHOLE_LIMIT}")
            }
            PageProfile::Release => "",
        };
        eprintln!(
            "   {start} bytes of wasm at the start, {whole} with what follows, \
             {centre} for the centre only{kind}"
        );
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_is_one_program_and_the_whole_is_what_a_window_loads() {
        let bound = [
            ("ui_bg.wasm", 3),
            ("split_screens.wasm", 4),
            (CENTRE, 6),
            ("ui.js", 5),
        ];
        let bound = bound.map(|(name, size)| (name.to_owned(), vec![0; size]));
        let weight = Weight {
            start: 3,
            whole: 7,
            centre: 6,
        };
        assert_eq!(Weight::of(&Files(bound.into())), weight);
    }

    #[test]
    fn a_page_that_is_shipped_keeps_to_the_limits() {
        let release = PageProfile::Release;
        let most = Weight {
            start: START_LIMIT,
            whole: WHOLE_LIMIT,
            centre: 0,
        };
        assert!(most.hold(release, true).is_ok());
        let above = [
            Weight {
                start: START_LIMIT + 1,
                ..most
            },
            Weight {
                whole: WHOLE_LIMIT + 1,
                ..most
            },
        ];
        for above in above {
            assert!(above.hold(release, true).is_err());
            assert!(above.hold(release, false).is_ok());
            assert!(above.hold(PageProfile::Dev, false).is_ok());
        }
    }
}
