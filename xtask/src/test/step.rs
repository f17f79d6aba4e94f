//! The steps of `cargo xtask test`, in their order.

use anyhow::{Context, Result};

use crate::arguments::TestChoice;

/// One step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// rustfmt.
    Format,
    /// The page, which the programs embed.
    Page,
    /// clippy over the native packages.
    Clippy,
    /// clippy over the page.
    PageClippy,
    /// cargo-deny.
    Deny,
    /// Compiling the native packages with their tests.
    Build,
    /// The tests of this program, the directions between packages among them.
    Xtask,
    /// The tests of the native packages.
    Native,
    /// The examples in the documentation.
    Documentation,
    /// The tests of the page's own logic.
    PageTests,
    /// The journeys in real windows.
    Journeys,
}

/// Quick and telling ones first; the page stands before whatever embeds it.
const ALL: [Step; 11] = [
    Step::Format,
    Step::Xtask,
    Step::Deny,
    Step::Page,
    Step::PageClippy,
    Step::Clippy,
    Step::Build,
    Step::Native,
    Step::Documentation,
    Step::PageTests,
    Step::Journeys,
];

impl Step {
    /// What it is called on the command line and in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Page => "page",
            Self::Clippy => "clippy",
            Self::PageClippy => "page-clippy",
            Self::Deny => "deny",
            Self::Build => "build",
            Self::Xtask => "xtask",
            Self::Native => "native",
            Self::Documentation => "documentation",
            Self::PageTests => "page-tests",
            Self::Journeys => "journeys",
        }
    }

    /// What it looks at.
    pub fn title(self) -> &'static str {
        match self {
            Self::Format => "the source is formatted",
            Self::Page => "the page compiles",
            Self::Clippy => "no lint in the native packages",
            Self::PageClippy => "no lint in the page",
            Self::Deny => "bans, licences and sources of the dependencies",
            Self::Build => "the native packages and their tests compile",
            Self::Xtask => "the tests of xtask and the directions between packages",
            Self::Native => "the tests of the native packages",
            Self::Documentation => "the examples in the documentation",
            Self::PageTests => "the tests of the page's own logic",
            Self::Journeys => "journeys in a real window",
        }
    }

    /// The step of a name.
    ///
    /// # Errors
    /// When there is none.
    pub fn named(name: &str) -> Result<Self> {
        ALL.into_iter()
            .find(|step| step.name() == name)
            .with_context(|| format!("there is no step {name}"))
    }

    fn runs_tests(self) -> bool {
        matches!(
            self,
            Self::Xtask | Self::Native | Self::Documentation | Self::PageTests | Self::Journeys
        )
    }
}

/// The steps that were asked for. A filter by name asks for the steps that run tests.
pub fn chosen(choice: &TestChoice) -> Vec<Step> {
    ALL.into_iter()
        .filter(|step| choice.only.is_empty() || choice.only.contains(step))
        .filter(|step| {
            !choice.only.is_empty()
                || choice.filter.is_none()
                || step.runs_tests()
                || *step == Step::Page
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_found_by_its_name() {
        for step in ALL {
            assert_eq!(Step::named(step.name()).unwrap(), step);
        }
    }

    #[test]
    fn without_a_choice_every_step_runs() {
        assert_eq!(chosen(&TestChoice::default()), ALL);
    }

    #[test]
    fn a_filter_asks_for_tests_and_what_they_embed() {
        let choice = TestChoice {
            filter: Some("nip".into()),
            ..TestChoice::default()
        };
        let steps = chosen(&choice);
        assert!(steps.contains(&Step::Page) && steps.contains(&Step::Native));
        assert!(!steps.contains(&Step::Format) && !steps.contains(&Step::Clippy));
    }

    #[test]
    fn named_steps_run_in_their_order_and_alone() {
        let choice = TestChoice {
            filter: Some("nip".into()),
            only: vec![Step::Native, Step::Format],
            office: false,
        };
        assert_eq!(chosen(&choice), [Step::Format, Step::Native]);
    }
}
