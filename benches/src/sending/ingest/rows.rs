//! What stands in the tables of offices, whatever they are.

use anyhow::Context as _;
use central::database::{Database, Kind, REFERENCE_TABLES, Row, SqlError, Table, Value};
use std::collections::{BTreeMap, HashSet};

/// Rows of one table.
type Content = (Table, Vec<Vec<Value>>);

/// Rows, table by table.
#[derive(Clone)]
pub(super) struct Rows(Vec<Content>);

const SQLITE: &str = "SELECT m.name, c.name, c.type FROM sqlite_master m, pragma_table_info(m.name) c \
     WHERE m.type = 'table' ORDER BY m.name, c.cid";
const POSTGRES: &str = "SELECT table_name::text, column_name::text, data_type::text \
     FROM information_schema.columns WHERE table_schema = 'public' \
     ORDER BY table_name, ordinal_position";

impl Rows {
    /// Everything that there is now.
    pub(super) async fn read(database: &Database) -> anyhow::Result<Self> {
        let mut rows = Vec::new();
        for table in tables(database).await? {
            let names: Vec<&str> = table.columns.iter().map(|(name, _)| *name).collect();
            let statement = format!("SELECT {} FROM {}", names.join(", "), table.name);
            let found = ask(database, statement).await?;
            let values = found.iter().map(|row| values(&table, row));
            rows.push((table, values.collect::<Result<_, SqlError>>()?));
        }
        Ok(Self(rows))
    }

    /// Those that stood there before, and those that did not or stood there otherwise.
    pub(super) fn apart(self, before: &Self) -> (Self, Self) {
        let (mut old, mut new) = (Vec::new(), Vec::new());
        for (table, rows) in self.0 {
            let known = before.0.iter().find(|(known, _)| known.name == table.name);
            let known: HashSet<String> = known
                .into_iter()
                .flat_map(|(_, rows)| rows.iter().map(text))
                .collect();
            let (stayed, came) = rows.into_iter().partition(|it| known.contains(&text(it)));
            old.push((table, stayed));
            new.push((table, came));
        }
        (Self(old), Self(new))
    }

    /// Those of one table.
    pub(super) fn only(&self, name: &str) -> Self {
        let of_table = self.0.iter().filter(|(table, _)| table.name == name);
        Self(of_table.cloned().collect())
    }

    /// The rows of each office, which stands in their first column.
    pub(super) fn by_office(self) -> Vec<Vec<Content>> {
        let mut offices: BTreeMap<Vec<u8>, Vec<Content>> = BTreeMap::new();
        for (table, rows) in self.0 {
            for row in rows {
                let Some(Value::Bytes(office)) = row.first() else {
                    continue;
                };
                let tables = offices.entry(office.clone()).or_default();
                match tables.last_mut() {
                    Some((last, rows)) if last.name == table.name => rows.push(row),
                    _ => tables.push((table, vec![row])),
                }
            }
        }
        offices.into_values().collect()
    }
}

/// The tables of offices with their columns.
async fn tables(database: &Database) -> anyhow::Result<Vec<Table>> {
    let statement = match database.file() {
        Some(_) => SQLITE,
        None => POSTGRES,
    };
    let mut found: BTreeMap<String, Vec<(&'static str, Kind)>> = BTreeMap::new();
    for row in ask(database, statement.to_owned()).await? {
        let kind = match row.text(2)?.to_ascii_lowercase().as_str() {
            "bigint" | "integer" => Kind::Int,
            "text" => Kind::Text,
            "bytea" | "blob" => Kind::Bytes,
            other => anyhow::bail!("a column of {other}"),
        };
        let column = row.text(1)?.to_owned().leak();
        found
            .entry(row.text(0)?.to_owned())
            .or_default()
            .push((column, kind));
    }
    let of_offices = found.into_iter().filter(|(name, _)| {
        !REFERENCE_TABLES.contains(&name.as_str()) && !name.starts_with("sqlite_")
    });
    // A handful of names that live as long as the measuring.
    Ok(of_offices
        .map(|(name, columns)| Table {
            name: name.leak(),
            columns: columns.leak(),
            key: 1,
        })
        .collect())
}

async fn ask(database: &Database, statement: String) -> anyhow::Result<Vec<Row>> {
    let asked: Result<_, SqlError> = database
        .read(move |sql| Box::pin(async move { sql.query(&statement, &[]).await }))
        .await;
    asked.context("the database does not answer")
}

fn values(table: &Table, row: &Row) -> Result<Vec<Value>, SqlError> {
    let columns = table.columns.iter().enumerate();
    columns
        .map(|(place, (_, kind))| {
            if row.is_null(place)? {
                return Ok(Value::Null);
            }
            Ok(match kind {
                Kind::Int => row.int(place)?.into(),
                Kind::Text => row.text(place)?.into(),
                Kind::Bytes => row.bytes(place)?.into(),
            })
        })
        .collect()
}

fn text(row: &Vec<Value>) -> String {
    format!("{row:?}")
}
