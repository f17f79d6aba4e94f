//! What the seven values suggest for perilaku as a whole. Shown beside the cell, never set: the
//! rating is the appraiser's judgement, and no text gives a formula (PermenPANRB 6/2022). [I]

use crate::Rating;

/// Fewer than half of the seven values say nothing about the whole.
const ENOUGH: usize = 4;

/// The middle of the ratings once they are put in order, when at least four of the seven values
/// are rated. Where two different ratings share the middle, *sesuai*: a suggestion that would need
/// evidence and a sentence rests on more than half of the ratings.
#[must_use]
pub fn suggestion(behaviours: impl IntoIterator<Item = Option<Rating>>) -> Option<Rating> {
    let mut ratings: Vec<Rating> = behaviours.into_iter().flatten().collect();
    if ratings.len() < ENOUGH {
        return None;
    }
    ratings.sort_unstable();
    let upper = ratings[ratings.len() / 2];
    let lower = ratings[(ratings.len() - 1) / 2];
    Some(if upper == lower {
        upper
    } else {
        Rating::Sesuai
    })
}
