//! The rules through time, and publishing a package of them to every office.

use crate::database::Sql;
use crate::pages::audit;
use crate::tables::rules::{self as table, Published};
use crate::{Centre, Trouble, tables};
use api::central::audit::Act;
use domain::rules::{Package, PackageError, RuleBook};
use domain::{Timestamp, UserId};
use std::sync::{Arc, Mutex, PoisonError};
use sync::message::{Feed, FeedEntry, FeedItem, FeedRules};

/// The rules as a process read them last. Nothing is lost with it: they stand in the database, and
/// are read again when another package does.
#[derive(Default)]
pub(crate) struct KnownRules(Mutex<Option<Known>>);

struct Known {
    mark: (i64, i64),
    book: Arc<RuleBook>,
}

impl KnownRules {
    /// The book as the database has it.
    pub(crate) async fn book(&self, sql: &mut dyn Sql) -> Result<Arc<RuleBook>, Trouble> {
        let mark = table::mark(sql).await?;
        if let Some(book) = self.known(mark) {
            return Ok(book);
        }
        let (book, unread) = book_of(&table::all(sql).await?);
        if let Some(error) = unread {
            tracing::warn!(%error, "published rules that this program cannot read");
        }
        let book = Arc::new(book);
        let known = Known {
            mark,
            book: Arc::clone(&book),
        };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(known);
        Ok(book)
    }

    fn known(&self, mark: (i64, i64)) -> Option<Arc<RuleBook>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = known.as_ref().filter(|known| known.mark == mark)?;
        Some(Arc::clone(&known.book))
    }
}

/// A package that was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedPackage {
    /// The package, as this program reads it.
    pub package: Package,
    /// Who published it.
    pub by: String,
    /// When, by the centre's time.
    pub at: Timestamp,
}

/// What became of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Publication {
    /// It goes down to every office.
    Done(Package),
    /// The very same was published before.
    Again(Package),
    /// It cannot be published, and why.
    Refused(PackageError),
}

/// Who publishes, for the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publisher {
    /// The member of the staff; nobody at the terminal.
    pub id: Option<UserId>,
    /// The name.
    pub name: String,
}

impl Centre {
    /// The rules through time.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn rules(&self) -> Result<Arc<RuleBook>, Trouble> {
        let known = self.known_rules();
        self.database()
            .read(move |sql| Box::pin(async move { known.book(sql).await }))
            .await
    }

    /// Packages that were published and that this program reads, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn published_rules(&self) -> Result<Vec<PublishedPackage>, Trouble> {
        let rows = self
            .database()
            .read(|sql| Box::pin(table::all(sql)))
            .await?;
        let package = |row: Published| {
            Some(PublishedPackage {
                package: Package::parse(&row.bytes).ok()?,
                by: row.by,
                at: row.at,
            })
        };
        Ok(rows.into_iter().map_while(package).collect())
    }

    /// Whether a package could be published now. Nothing is written.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn check_rules(&self, bytes: Vec<u8>) -> Result<Publication, Trouble> {
        let package = match Package::parse(&bytes) {
            Ok(package) => package,
            Err(error) => return Ok(Publication::Refused(error)),
        };
        self.database()
            .read(move |sql| {
                Box::pin(async move { Ok(decide(&table::all(sql).await?, package, &bytes)) })
            })
            .await
    }

    /// Publishes a package: it stands in the trail, in the list, and in the feed of every office,
    /// or in none of them. The very same package again changes nothing.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn publish_rules(
        &self,
        bytes: Vec<u8>,
        publisher: Publisher,
    ) -> Result<Publication, Trouble> {
        let package = match Package::parse(&bytes) {
            Ok(package) => package,
            Err(error) => return Ok(Publication::Refused(error)),
        };
        let now = self.now();
        self.database()
            .write(move |sql| {
                Box::pin(async move {
                    // Behind the lock: nobody else publishes until this one ends.
                    let before = tables::feed::lock(sql, Feed::Common).await?;
                    let decided = decide(&table::all(sql).await?, package, &bytes);
                    let Publication::Done(package) = &decided else {
                        return Ok(decided);
                    };
                    let version = package.version();
                    let actor = audit::Actor {
                        id: publisher.id,
                        name: publisher.name.clone(),
                    };
                    let about = format!("{version} · {}", package.valid_from());
                    let act = (Act::RulesPublished, about.as_str());
                    audit::add(sql, (&actor, now), act).await?;
                    let row = Published {
                        version,
                        at: now,
                        by: publisher.name,
                        bytes,
                    };
                    table::add(sql, &row).await?;
                    let item = FeedItem::Rules(Box::new(FeedRules {
                        version,
                        package: row.bytes,
                    }));
                    let seq = before.seq + 1;
                    let entries = vec![FeedEntry { seq, item }];
                    tables::feed::add(sql, (Feed::Common, before), entries).await?;
                    Ok(decided)
                })
            })
            .await
    }
}

fn decide(published: &[Published], package: Package, bytes: &[u8]) -> Publication {
    let is_there = |row: &Published| row.version == package.version() && row.bytes == bytes;
    if published.iter().any(is_there) {
        return Publication::Again(package);
    }
    let (book, unread) = book_of(published);
    match unread.map_or_else(|| book.admits(&package), Err) {
        Ok(()) => Publication::Done(package),
        Err(error) => Publication::Refused(error),
    }
}

fn book_of(published: &[Published]) -> (RuleBook, Option<PackageError>) {
    RuleBook::of(published.iter().map(|row| row.bytes.as_slice()))
}
