//! The standard statements (panduan perilaku) of the seven values.

use crate::Behaviour;
use serde::Deserialize;

pub(super) const TEXT: &str = include_str!("../../../../assets/rules/perilaku.json");

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

    pub(super) fn embedded() -> Self {
        super::embedded(TEXT)
    }
}
