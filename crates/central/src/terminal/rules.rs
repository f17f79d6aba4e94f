//! `rules`.

use super::arguments::{RulesFile, WhereData};
use super::offices::time;
use super::outcome::{Failure, Outcome};
use super::place;
use catalogue::{Language, centre_rules as words};
use central::{Centre, Publication, PublishedPackage, Publisher};
use domain::rules::{MAX_PACKAGE_BYTES, Package, RuleFile};
use serde_json::{Value, json};
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

/// People read Indonesian here.
const LANGUAGE: Language = Language::Indonesian;
/// Who stands in the trail: whoever sits at the server's terminal signs in nowhere.
const TERMINAL: &str = "kinerja-pusat";

/// Publishes a package, or lists what was published.
pub(super) async fn run(place: &WhereData, wanted: &RulesFile) -> Result<Outcome, Failure> {
    let centre = place::open(place).await?;
    match &wanted.file {
        Some(file) => publish(&centre, file).await,
        None => list(&centre).await,
    }
}

async fn publish(centre: &Centre, file: &Path) -> Result<Outcome, Failure> {
    let publisher = Publisher {
        id: None,
        name: TERMINAL.to_owned(),
    };
    let published = centre.publish_rules(read(file)?, publisher).await?;
    let (package, is_new) = match published {
        Publication::Done(package) => (package, true),
        Publication::Again(package) => (package, false),
        Publication::Refused(error) => {
            return Err(Failure::nothing(
                "rules_refused",
                words::refusal(LANGUAGE, &error),
            ));
        }
    };
    let mut value = described(&package);
    value["published"] = is_new.into();
    let sentence = if is_new {
        words::was_published(LANGUAGE, package.version())
    } else {
        words::was_there(LANGUAGE, package.version())
    };
    Ok(Outcome::done(value, vec![sentence, line(&package)]))
}

async fn list(centre: &Centre) -> Result<Outcome, Failure> {
    let published = centre.published_rules().await?;
    let value = published.iter().map(published_value).collect();
    let mut lines: Vec<String> = published.iter().map(|it| line(&it.package)).collect();
    if lines.is_empty() {
        lines.push(words::none(LANGUAGE).to_owned());
    }
    Ok(Outcome::done(Value::Array(value), lines))
}

/// One byte more than a package may have is enough to say that it is too long.
fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    File::open(file)
        .and_then(|it| {
            it.take(MAX_PACKAGE_BYTES as u64 + 1)
                .read_to_end(&mut bytes)
        })
        .map_err(central::Trouble::from)?;
    Ok(bytes)
}

fn published_value(it: &PublishedPackage) -> Value {
    let mut value = described(&it.package);
    value["by"] = it.by.clone().into();
    value["at"] = time(it.at).into();
    value
}

fn described(package: &Package) -> Value {
    json!({
        "version": package.version(),
        "valid_from": package.valid_from(),
        "source": package.source(),
        "files": package.files().map(RuleFile::name).collect::<Vec<_>>(),
    })
}

fn line(package: &Package) -> String {
    let files: Vec<&str> = package.files().map(RuleFile::name).collect();
    let checked = words::checked(LANGUAGE, package.version(), package.valid_from());
    format!("{checked}: {} ({})", files.join(", "), package.source())
}
