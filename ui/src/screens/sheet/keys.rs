//! What a key means on the sheet.

use super::column::Takes;
use super::movement::Step;
use domain::Rating;

/// The modifier keys that are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// None.
    Nothing,
    /// Shift.
    Shift,
    /// Ctrl (Command on a Mac).
    Control,
    /// Something else: not a key of the sheet.
    Other,
}

/// What a key asks of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Rate the selected cells.
    Rate(Rating),
    /// A letter that rates, or goes on with a word that did.
    Spell(char),
    /// A digit or a letter that fits nothing here: it is said what does.
    Refuse,
    /// Begin to type a number in the place of what is there.
    Type(char),
    /// Edit what is there.
    Edit,
    /// Empty the selected cells.
    Clear,
    /// Move the cursor.
    Move(Step),
    /// Take the selection along.
    Extend(Step),
    /// Select the whole column.
    SelectColumn,
    /// Ctrl+D.
    FillDown,
    /// Ctrl+R.
    FillRight,
    /// Ctrl+C.
    Copy,
    /// Ctrl+V.
    Paste,
    /// The side panel.
    Panel,
    /// Into the side panel.
    IntoPanel,
    /// The next cell where something is missing.
    NextGap,
    /// The rubric of this column.
    Rubric,
    /// Back to one cell; the bar's message goes.
    Cancel,
}

/// What a key means in a column; `None` leaves it to the page.
#[must_use]
pub fn wish(key: &str, held: Held, takes: Takes) -> Option<Wish> {
    match held {
        Held::Nothing => plain(key, takes),
        Held::Shift => match key {
            "Enter" => Some(Wish::Move(Step::Up)),
            "Tab" => Some(Wish::Move(Step::Back)),
            // A capital letter is typed with Shift.
            _ => arrow(key).map(Wish::Extend).or_else(|| typed(key, takes)),
        },
        Held::Control => control(key),
        Held::Other => None,
    }
}

fn plain(key: &str, takes: Takes) -> Option<Wish> {
    match key {
        "Enter" => Some(Wish::Move(Step::Down)),
        "Tab" => Some(Wish::Move(Step::Next)),
        "F2" => Some(Wish::Edit),
        "F1" => Some(Wish::Rubric),
        "F6" => Some(Wish::IntoPanel),
        "Escape" => Some(Wish::Cancel),
        "Delete" | "Backspace" => Some(Wish::Clear),
        " " => Some(Wish::Panel),
        _ => arrow(key).map(Wish::Move).or_else(|| typed(key, takes)),
    }
}

fn control(key: &str) -> Option<Wish> {
    match key {
        "Enter" => Some(Wish::NextGap),
        "Home" => Some(Wish::Move(Step::Top)),
        "End" => Some(Wish::Move(Step::Bottom)),
        _ => match key.to_ascii_lowercase().as_str() {
            "a" => Some(Wish::SelectColumn),
            "d" => Some(Wish::FillDown),
            "r" => Some(Wish::FillRight),
            "c" => Some(Wish::Copy),
            "v" => Some(Wish::Paste),
            _ => None,
        },
    }
}

fn arrow(key: &str) -> Option<Step> {
    match key {
        "ArrowUp" => Some(Step::Up),
        "ArrowDown" => Some(Step::Down),
        "ArrowLeft" => Some(Step::Left),
        "ArrowRight" => Some(Step::Right),
        "Home" => Some(Step::RowStart),
        "End" => Some(Step::RowEnd),
        "PageUp" => Some(Step::PageUp),
        "PageDown" => Some(Step::PageDown),
        _ => None,
    }
}

fn typed(key: &str, takes: Takes) -> Option<Wish> {
    let mut letters = key.chars();
    let (letter, None) = (letters.next()?, letters.next()) else {
        return None;
    };
    match takes {
        Takes::Rating => match letter {
            '1' => Some(Wish::Rate(Rating::DiBawah)),
            '2' => Some(Wish::Rate(Rating::Sesuai)),
            '3' => Some(Wish::Rate(Rating::DiAtas)),
            _ if letter.is_alphabetic() => Some(Wish::Spell(letter.to_ascii_lowercase())),
            _ => refused(letter),
        },
        Takes::Number if letter.is_ascii_digit() || matches!(letter, ',' | '.') => {
            Some(Wish::Type(letter))
        }
        Takes::Number | Takes::Nothing => refused(letter),
    }
}

/// Signs such as `?` are keys of the page; digits and letters are meant for the cell.
fn refused(letter: char) -> Option<Wish> {
    letter.is_alphanumeric().then_some(Wish::Refuse)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("1", Held::Nothing, Some(Wish::Rate(Rating::DiBawah)))]
    #[case("2", Held::Nothing, Some(Wish::Rate(Rating::Sesuai)))]
    #[case("3", Held::Nothing, Some(Wish::Rate(Rating::DiAtas)))]
    #[case("b", Held::Nothing, Some(Wish::Spell('b')))]
    #[case("S", Held::Shift, Some(Wish::Spell('s')))]
    #[case("4", Held::Nothing, Some(Wish::Refuse))]
    #[case("?", Held::Shift, None)]
    #[case("Enter", Held::Nothing, Some(Wish::Move(Step::Down)))]
    #[case("Enter", Held::Shift, Some(Wish::Move(Step::Up)))]
    #[case("Enter", Held::Control, Some(Wish::NextGap))]
    #[case("Tab", Held::Nothing, Some(Wish::Move(Step::Next)))]
    #[case("Tab", Held::Shift, Some(Wish::Move(Step::Back)))]
    #[case("ArrowLeft", Held::Nothing, Some(Wish::Move(Step::Left)))]
    #[case("ArrowDown", Held::Shift, Some(Wish::Extend(Step::Down)))]
    #[case("F2", Held::Nothing, Some(Wish::Edit))]
    #[case("Escape", Held::Nothing, Some(Wish::Cancel))]
    #[case("A", Held::Control, Some(Wish::SelectColumn))]
    #[case("d", Held::Control, Some(Wish::FillDown))]
    #[case("r", Held::Control, Some(Wish::FillRight))]
    #[case("c", Held::Control, Some(Wish::Copy))]
    #[case("v", Held::Control, Some(Wish::Paste))]
    #[case("Delete", Held::Nothing, Some(Wish::Clear))]
    #[case("Backspace", Held::Nothing, Some(Wish::Clear))]
    #[case(" ", Held::Nothing, Some(Wish::Panel))]
    #[case("F1", Held::Nothing, Some(Wish::Rubric))]
    #[case("z", Held::Control, None)]
    #[case("k", Held::Control, None)]
    #[case("1", Held::Other, None)]
    #[case("Shift", Held::Shift, None)]
    fn the_key_table_on_a_rating(
        #[case] key: &str,
        #[case] held: Held,
        #[case] expected: Option<Wish>,
    ) {
        assert_eq!(wish(key, held, Takes::Rating), expected);
    }

    #[rstest]
    #[case("9", Takes::Number, Some(Wish::Type('9')))]
    #[case(",", Takes::Number, Some(Wish::Type(',')))]
    #[case("s", Takes::Number, Some(Wish::Refuse))]
    #[case(" ", Takes::Number, Some(Wish::Panel))]
    #[case("2", Takes::Nothing, Some(Wish::Refuse))]
    #[case("x", Takes::Nothing, Some(Wish::Refuse))]
    #[case("?", Takes::Nothing, None)]
    fn digits_begin_a_number_only_where_one_belongs(
        #[case] key: &str,
        #[case] takes: Takes,
        #[case] expected: Option<Wish>,
    ) {
        assert_eq!(wish(key, Held::Nothing, takes), expected);
    }
}
