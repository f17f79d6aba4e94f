//! Fields of forms: what a person typed, tidied, or refused under the field's own name.

use crate::Trouble;
use api::error::ErrorCode;
use chrono::NaiveDate;
use domain::PersonReference;

/// Longer than any name, post or sentence that an office prints.
const LONGEST_LINE: usize = 300;

/// One line of text: white space runs become one space, control and direction marks come off.
pub(crate) fn line(text: &str) -> String {
    let visible: String = text.chars().filter(|c| !is_mark(*c)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A line that may not be empty.
pub(crate) fn required(text: &str, field: &'static str) -> Result<String, Trouble> {
    let text = optional(text, field)?;
    if text.is_empty() {
        Err(refused(field))
    } else {
        Ok(text)
    }
}

/// A line that may be empty.
pub(crate) fn optional(text: &str, field: &'static str) -> Result<String, Trouble> {
    let text = line(text);
    if text.chars().count() > LONGEST_LINE {
        Err(refused(field))
    } else {
        Ok(text)
    }
}

/// A person of a form: somebody typed needs a name.
pub(crate) fn person(
    person: Option<&PersonReference>,
    field: &'static str,
) -> Result<Option<PersonReference>, Trouble> {
    let mut person = person.cloned();
    if let Some(PersonReference::Typed(typed)) = &mut person {
        typed.name = required(&typed.name, field)?;
        typed.jabatan = optional(&typed.jabatan, field)?;
        typed.unit = optional(&typed.unit, field)?;
    }
    Ok(person)
}

/// A span of days that does not end before it begins.
pub(crate) fn span(from: NaiveDate, to: Option<NaiveDate>) -> Result<(), Trouble> {
    if to.is_some_and(|to| to < from) {
        Err(refused("to"))
    } else {
        Ok(())
    }
}

/// The refusal of one field.
pub(crate) fn refused(field: &'static str) -> Trouble {
    ErrorCode::Field(field.to_owned()).into()
}

/// Marks that turn or hide text: they have no place in a name.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{200b}')
        || (c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_keeps_what_an_eye_sees() {
        assert_eq!(
            line("  dr.\u{202e} Nur'aini\n  Sp.A\u{0}  "),
            "dr. Nur'aini Sp.A"
        );
    }

    #[test]
    fn an_empty_line_is_refused_under_its_name() {
        let refusal = required(" \u{200b} ", "name").unwrap_err().code();
        assert_eq!(refusal, ErrorCode::Field("name".into()));
    }
}
