//! Choosing many rows of the list: one by one, ranges, all.

use api::employees::EmployeeLine;
use domain::AssignmentId;
use std::collections::BTreeSet;

/// The posts that are chosen. People without a post in the period cannot be chosen: there is
/// nothing to name an appraiser for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    chosen: BTreeSet<AssignmentId>,
    /// Where a range begins, and what was chosen before it began: growing and shrinking the
    /// range forgets nothing else.
    anchor: Option<(usize, BTreeSet<AssignmentId>)>,
}

/// The post of every row, in the order of the list.
pub fn posts(lines: &[EmployeeLine]) -> Vec<Option<AssignmentId>> {
    lines.iter().map(|line| line.assignment).collect()
}

impl Selection {
    /// Whether a post is chosen.
    pub fn contains(&self, post: AssignmentId) -> bool {
        self.chosen.contains(&post)
    }

    /// How many are chosen.
    pub fn len(&self) -> usize {
        self.chosen.len()
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    /// The chosen posts.
    pub fn posts(&self) -> Vec<AssignmentId> {
        self.chosen.iter().copied().collect()
    }

    /// Chooses a row, or lets it go; a range begins here.
    pub fn toggle(&mut self, posts: &[Option<AssignmentId>], row: usize) {
        if let Some(Some(post)) = posts.get(row).copied()
            && !self.chosen.remove(&post)
        {
            self.chosen.insert(post);
        }
        self.anchor = Some((row, self.chosen.clone()));
    }

    /// Chooses everything between where the range began and this row. Without a beginning it
    /// begins at `from`.
    pub fn extend(&mut self, posts: &[Option<AssignmentId>], (from, to): (usize, usize)) {
        let (anchor, before) = self
            .anchor
            .get_or_insert_with(|| (from, self.chosen.clone()))
            .clone();
        let (first, last) = (anchor.min(to), anchor.max(to));
        self.chosen = before;
        self.chosen
            .extend(posts.iter().skip(first).take(last - first + 1).flatten());
    }

    /// Chooses every row.
    pub fn all(&mut self, posts: &[Option<AssignmentId>]) {
        self.chosen.extend(posts.iter().flatten());
        self.anchor = None;
    }

    /// Lets everything go.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Whether every row that can be chosen is.
    pub fn holds_all(&self, posts: &[Option<AssignmentId>]) -> bool {
        let mut there = posts.iter().flatten().peekable();
        there.peek().is_some() && there.all(|post| self.chosen.contains(post))
    }

    /// Lets go what the list no longer shows: nobody is changed unseen.
    pub fn keep(&mut self, posts: &[Option<AssignmentId>]) {
        let there: BTreeSet<AssignmentId> = posts.iter().flatten().copied().collect();
        if !self.chosen.is_subset(&there) {
            self.chosen.retain(|post| there.contains(post));
        }
        self.anchor = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn post(number: u8) -> AssignmentId {
        AssignmentId::from_bytes([number; 16])
    }

    /// Five rows; the fourth person has no post.
    fn rows() -> Vec<Option<AssignmentId>> {
        vec![
            Some(post(0)),
            Some(post(1)),
            Some(post(2)),
            None,
            Some(post(4)),
        ]
    }

    fn chosen(selection: &Selection) -> Vec<u8> {
        selection
            .posts()
            .iter()
            .map(|post| post.as_bytes()[0])
            .collect()
    }

    #[test]
    fn a_row_is_chosen_and_let_go() {
        let mut selection = Selection::default();
        selection.toggle(&rows(), 1);
        assert_eq!(chosen(&selection), [1]);
        selection.toggle(&rows(), 1);
        assert!(selection.is_empty());
    }

    #[test]
    fn who_has_no_post_cannot_be_chosen() {
        let mut selection = Selection::default();
        selection.toggle(&rows(), 3);
        selection.toggle(&rows(), 99);
        assert!(selection.is_empty());
    }

    #[test]
    fn a_range_grows_and_shrinks_and_keeps_what_was_chosen_before() {
        let mut selection = Selection::default();
        selection.toggle(&rows(), 4);
        selection.toggle(&rows(), 0);
        selection.extend(&rows(), (0, 3));
        assert_eq!(chosen(&selection), [0, 1, 2, 4]);
        selection.extend(&rows(), (3, 1));
        assert_eq!(chosen(&selection), [0, 1, 4]);
    }

    #[test]
    fn a_range_goes_upwards_too() {
        let mut selection = Selection::default();
        selection.toggle(&rows(), 2);
        selection.extend(&rows(), (2, 0));
        assert_eq!(chosen(&selection), [0, 1, 2]);
    }

    #[test]
    fn a_range_without_a_beginning_begins_where_one_stands() {
        let mut selection = Selection::default();
        selection.extend(&rows(), (1, 2));
        assert_eq!(chosen(&selection), [1, 2]);
    }

    #[test]
    fn all_are_all_that_can_be_chosen() {
        let mut selection = Selection::default();
        assert!(!selection.holds_all(&rows()));
        selection.all(&rows());
        assert_eq!(selection.len(), 4);
        assert!(selection.holds_all(&rows()));
        assert!(
            !selection.holds_all(&[None]),
            "nothing to choose is not all"
        );
    }

    #[test]
    fn what_is_no_longer_shown_is_let_go() {
        let mut selection = Selection::default();
        selection.all(&rows());
        selection.keep(&rows()[..2]);
        assert_eq!(chosen(&selection), [0, 1]);
    }
}
