//! What both schemas promise: few types, and the office in front of every key.

use crate::support::bed::{Bed, Kind};
use central::database::{REFERENCE_TABLES, Row};

#[tokio::test(flavor = "multi_thread")]
async fn the_office_leads_every_key_on_sqlite() {
    let bed = Bed::new(Kind::Sqlite).await;
    let keys = texts(
        &bed,
        "SELECT m.name, i.name, (SELECT c.name FROM pragma_index_info(i.name) c WHERE c.seqno = 0) \
         FROM sqlite_master m JOIN pragma_index_list(m.name) i \
         WHERE m.type = 'table' AND i.\"unique\" = 1 ORDER BY 1, 2",
    )
    .await;
    check_keys(&keys);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_office_leads_every_key_on_postgres() {
    let bed = Bed::new(Kind::Postgres).await;
    let keys = texts(
        &bed,
        "SELECT c.relname::text, k.relname::text, a.attname::text FROM pg_index i \
         JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class k ON k.oid = i.indexrelid \
         JOIN pg_namespace n ON n.oid = c.relnamespace \
         JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0] \
         WHERE i.indisunique AND n.nspname = 'public' ORDER BY 1, 2",
    )
    .await;
    check_keys(&keys);
}

#[tokio::test(flavor = "multi_thread")]
async fn columns_have_only_types_that_both_know() {
    let bed = Bed::new(Kind::Postgres).await;
    let types = texts(
        &bed,
        "SELECT DISTINCT data_type::text FROM information_schema.columns \
         WHERE table_schema = 'public' ORDER BY 1",
    )
    .await;
    assert_eq!(types, [["bigint"], ["bytea"], ["text"]]);
    let bed = Bed::new(Kind::Sqlite).await;
    let types = texts(
        &bed,
        "SELECT DISTINCT lower(c.type) FROM sqlite_master m, pragma_table_info(m.name) c \
         WHERE m.type = 'table' ORDER BY 1",
    )
    .await;
    assert_eq!(types, [["blob"], ["integer"], ["text"]]);
}

fn check_keys(keys: &[Vec<String>]) {
    assert!(keys.len() > 20, "{keys:?}");
    for key in keys {
        let [table, _, first] = key.as_slice() else {
            unreachable!("{key:?}")
        };
        if !REFERENCE_TABLES.contains(&table.as_str()) {
            assert_eq!(first, "office_id", "{key:?}");
        }
    }
}

async fn texts(bed: &Bed, statement: &'static str) -> Vec<Vec<String>> {
    let read = |row: &Row| {
        (0..3)
            .map_while(|at| Some(row.text(at).ok()?.to_owned()))
            .collect()
    };
    bed.centre
        .database()
        .read(move |sql| {
            Box::pin(async move {
                let rows = sql.query(statement, &[]).await?;
                Ok::<_, central::database::SqlError>(rows.iter().map(read).collect())
            })
        })
        .await
        .unwrap()
}
