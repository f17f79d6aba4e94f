//! The rules of a place: those that the program carries, and those that came down from the centre.

use crate::{Desk, Trouble};
use api::settings::{PublishedRules, RulesStanding};
use domain::rules::{Bundle, Edition, RuleBook, RuleFile};
use std::sync::{Arc, Mutex, PoisonError};
use store::{RulesRow, StoreError, View};

/// The rules of an open place. They are read again when other packages stand in its database:
/// another process may have taken them in.
#[derive(Default)]
pub(crate) struct PlaceRules(Mutex<Option<Read>>);

struct Read {
    mark: u64,
    book: Arc<RuleBook>,
}

impl PlaceRules {
    /// The book as the database has it.
    pub(crate) fn book(&self, view: &View<'_>) -> Result<Arc<RuleBook>, StoreError> {
        let mark = view.rules_mark()?;
        let mut read = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(read) = read.as_ref().filter(|read| read.mark == mark) {
            return Ok(Arc::clone(&read.book));
        }
        let packages = view.rules_packages()?;
        let (book, unread) = RuleBook::of(packages.iter().map(|row| row.bytes.as_slice()));
        if let Some(error) = unread {
            tracing::warn!(%error, "rules of the centre that this program cannot read");
        }
        let book = Arc::new(book);
        *read = Some(Read {
            mark,
            book: Arc::clone(&book),
        });
        Ok(book)
    }
}

impl Desk<'_> {
    /// The rules that hold today, for whatever is about no period.
    pub(crate) fn rules_today(&self) -> &Bundle {
        self.rules.on(self.today())
    }
}

/// What the centre published, newest first, also what this program cannot read.
pub(crate) fn published(desk: &Desk<'_>) -> Result<Vec<PublishedRules>, Trouble> {
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method's path has one lifetime, and a read lends any"
    )]
    let packages = desk.read(|view| view.rules_packages())?;
    let editions = desk.rules.editions();
    let today = desk.today();
    let in_force = desk.rules.edition_on(today).map(Edition::version);
    let mut published: Vec<PublishedRules> = packages
        .iter()
        .enumerate()
        .map(|(place, row)| match editions.get(place) {
            Some(edition) => {
                let standing = if Some(edition.version()) == in_force {
                    RulesStanding::InForce
                } else if edition.valid_from() > today {
                    RulesStanding::Later
                } else {
                    RulesStanding::Earlier
                };
                readable(edition, standing)
            }
            None => unreadable(row),
        })
        .collect();
    published.reverse();
    Ok(published)
}

fn readable(edition: &Edition, standing: RulesStanding) -> PublishedRules {
    PublishedRules {
        version: edition.version(),
        valid_from: Some(edition.valid_from()),
        source: edition.source().to_owned(),
        files: edition
            .files()
            .iter()
            .map(|file| RuleFile::name(*file).to_owned())
            .collect(),
        standing,
    }
}

fn unreadable(row: &RulesRow) -> PublishedRules {
    PublishedRules {
        version: row.version,
        valid_from: None,
        source: String::new(),
        files: Vec::new(),
        standing: RulesStanding::Unreadable,
    }
}
