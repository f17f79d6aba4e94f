//! What each level of a column looks like in practice.

use crate::{Desk, Trouble};
use api::sheet::{GetRubric, Rubric};
use catalogue::{Language, export as words};
use domain::rules::Bundle;
use domain::{Column, Rating};

/// Answers from the rules of the period alone; it helps to choose and never sets anything.
#[expect(clippy::unnecessary_wraps, reason = "every handler answers alike")]
pub(crate) fn get_rubric(desk: &Desk<'_>, request: &GetRubric) -> Result<Rubric, Trouble> {
    let rules = desk.rules.at(request.period);
    Ok(rubric(rules, request.column, desk.language))
}

fn rubric(rules: &Bundle, column: Column, language: Language) -> Rubric {
    let level = |rating: Rating| {
        let text = rules.rubric.text(column, rating)?;
        let text = match language {
            Language::Indonesian => &text.indonesian,
            Language::English => &text.english,
        };
        Some((rating, text.clone()))
    };
    let signs = words::rubric_signs(language, rules.version);
    let (statements, source) = match column {
        Column::Behaviour(behaviour) => (
            rules.behaviours.statements(behaviour).to_vec(),
            format!("{} {signs}", words::rubric_statements(language)),
        ),
        Column::HasilKerja | Column::Perilaku => (Vec::new(), signs),
    };
    let levels = Rating::ALL.into_iter().rev().filter_map(level).collect();
    Rubric {
        column,
        statements,
        levels,
        source,
    }
}
