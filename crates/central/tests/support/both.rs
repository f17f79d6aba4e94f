//! One body of a test, run on both databases.

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
