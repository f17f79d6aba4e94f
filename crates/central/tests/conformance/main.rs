//! One body of tests, run on both databases.

#![expect(clippy::unwrap_used, reason = "a test may break off")]
#![expect(clippy::expect_used, reason = "a test may break off")]

#[path = "../support/mod.rs"]
mod support;

mod going_down;
mod schema;
mod side_by_side;
mod taking_in;
mod waiting;

/// The same test on both databases.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {$(
        mod $name {
            #[tokio::test(flavor = "multi_thread")]
            async fn on_sqlite() {
                super::$name(crate::support::bed::Kind::Sqlite).await;
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn on_postgres() {
                super::$name(crate::support::bed::Kind::Postgres).await;
            }
        }
    )+};
}
pub(crate) use on_both;
