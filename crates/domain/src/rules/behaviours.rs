//! The standard statements (panduan perilaku) of the seven values.

use super::rule::Rule;
use super::{Flaw, RuleFile, flaw};
use crate::Behaviour;
use serde::Deserialize;

/// Statements per value (`assets/rules/perilaku.json`), Indonesian, as forms print them.
#[derive(Debug, Deserialize)]
pub struct BehaviourRules {
    behaviours: [Statements; 7],
}

#[derive(Debug, Deserialize)]
struct Statements {
    behaviour: Behaviour,
    statements: [String; 3],
}

impl BehaviourRules {
    /// The three statements of a value, in order.
    #[must_use]
    pub fn statements(&self, behaviour: Behaviour) -> &[String] {
        self.behaviours
            .iter()
            .find(|it| it.behaviour == behaviour)
            .map_or(&[], |it| &it.statements)
    }
}

impl Rule for BehaviourRules {
    const FILE: RuleFile = RuleFile::Perilaku;
    const TEXT: &'static str = include_str!("../../../../assets/rules/perilaku.json");

    fn check(&self) -> Result<(), Flaw> {
        flaw::each_once(
            "behaviours",
            self.behaviours.iter().map(|it| it.behaviour),
            &Behaviour::ALL,
        )?;
        let mut statements = self.behaviours.iter().flat_map(|it| &it.statements);
        statements.try_for_each(|text| flaw::filled("statements", text))
    }
}
