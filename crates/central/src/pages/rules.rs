//! Aturan: what was published, and publishing more.

use super::answer::PageTrouble;
use super::calendar::today;
use super::desk::Desk;
use crate::centre::{Publication, PublishedPackage, Publisher};
use api::central::rules::{
    CheckedRules, PublishedRules, RulesLine, RulesList, RulesSummary, Standing,
};
use domain::rules::{Edition, Package, VERSION};

/// Every package, newest first.
pub(super) async fn list(desk: &Desk) -> Result<RulesList, PageTrouble> {
    let today = today(desk.now());
    let book = desk.centre().rules().await?;
    let in_force = book.edition_on(today).map(Edition::version);
    let published = desk.centre().published_rules().await?;
    let line = |it: PublishedPackage| RulesLine {
        standing: if Some(it.package.version()) == in_force {
            Standing::InForce
        } else if it.package.valid_from() > today {
            Standing::Later
        } else {
            Standing::Earlier
        },
        summary: summary(&it.package),
        by: it.by,
        at: it.at,
    };
    Ok(RulesList {
        carried: VERSION,
        packages: published.into_iter().rev().map(line).collect(),
    })
}

/// What publishing a package would do.
pub(super) async fn check(desk: &Desk, package: String) -> Result<CheckedRules, PageTrouble> {
    let checked = desk.centre().check_rules(package.into_bytes()).await?;
    Ok(match checked {
        Publication::Done(package) | Publication::Again(package) => {
            CheckedRules::Sound(summary(&package))
        }
        Publication::Refused(error) => CheckedRules::Refused(error),
    })
}

/// Publishes a package.
pub(super) async fn publish(desk: &Desk, package: String) -> Result<PublishedRules, PageTrouble> {
    let actor = desk.actor();
    let publisher = Publisher {
        id: actor.id,
        name: actor.name,
    };
    let published = desk.centre().publish_rules(package.into_bytes(), publisher);
    Ok(match published.await? {
        Publication::Done(package) => PublishedRules::Done(package.version()),
        Publication::Again(package) => PublishedRules::Again(package.version()),
        Publication::Refused(error) => PublishedRules::Refused(error),
    })
}

fn summary(package: &Package) -> RulesSummary {
    RulesSummary {
        version: package.version(),
        valid_from: package.valid_from(),
        source: package.source().to_owned(),
        files: package.files().collect(),
    }
}
