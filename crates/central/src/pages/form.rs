//! Fields of forms: what a person typed, tidied, or refused under the field's own name.

use api::ErrorCode;
use chrono::NaiveDate;
use domain::PersonReference;

/// Longer than any name, post or sentence that an office prints.
const LONGEST_LINE: usize = 300;

/// A line that may be empty: white space runs become one space, marks that turn or hide text come
/// off.
pub(super) fn optional(text: &str, field: &str) -> Result<String, ErrorCode> {
    let visible: String = text.chars().filter(|sign| !is_mark(*sign)).collect();
    let text = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > LONGEST_LINE {
        return Err(refused(field));
    }
    Ok(text)
}

/// A line that may not be empty.
pub(super) fn required(text: &str, field: &str) -> Result<String, ErrorCode> {
    let text = optional(text, field)?;
    if text.is_empty() {
        return Err(refused(field));
    }
    Ok(text)
}

/// A person of a form: somebody typed needs a name.
pub(super) fn person(
    person: Option<&PersonReference>,
    field: &str,
) -> Result<Option<PersonReference>, ErrorCode> {
    let mut person = person.cloned();
    if let Some(PersonReference::Typed(typed)) = &mut person {
        typed.name = required(&typed.name, field)?;
        typed.jabatan = optional(&typed.jabatan, field)?;
        typed.unit = optional(&typed.unit, field)?;
    }
    Ok(person)
}

/// A span of days that does not end before it begins.
pub(super) fn span(from: NaiveDate, to: Option<NaiveDate>) -> Result<(), ErrorCode> {
    if to.is_some_and(|to| to < from) {
        return Err(refused("to"));
    }
    Ok(())
}

/// The refusal of one field.
pub(super) fn refused(field: &str) -> ErrorCode {
    ErrorCode::Field(field.to_owned())
}

const fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}')
        || (sign.is_ascii_control() && !matches!(sign, '\t' | '\n' | '\r'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_tidied_and_not_endless() {
        assert_eq!(
            required(" Guru \t Ahli\u{200b} Muda ", "jabatan").as_deref(),
            Ok("Guru Ahli Muda")
        );
        assert_eq!(required(" \u{feff}", "jabatan"), Err(refused("jabatan")));
        assert_eq!(optional(&"x".repeat(301), "name"), Err(refused("name")));
    }
}
