//! What rows are added to.

/// A table, as far as its rows are written or looked up many at a time.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// The columns that are written, those of the key first.
    pub columns: &'static [(&'static str, Kind)],
    /// How many columns the key has.
    pub key: usize,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Numbers.
    Int,
    /// Texts.
    Text,
    /// Bytes.
    Bytes,
}

impl Table {
    /// The statement that adds one row.
    pub(super) fn insertion(&self) -> String {
        format!(
            "INSERT INTO {} ({}) VALUES ({})",
            self.name,
            self.names(),
            self.places()
        )
    }

    /// The statement that adds one row or writes over it.
    pub(super) fn upsertion(&self) -> String {
        format!("{} {}", self.insertion(), self.overwriting())
    }

    /// What is done when the key is there.
    pub(super) fn overwriting(&self) -> String {
        let (key, rest) = self.columns.split_at(self.key.min(self.columns.len()));
        let key: Vec<&str> = key.iter().map(|(name, _)| *name).collect();
        let rest: Vec<String> = rest
            .iter()
            .map(|(name, _)| format!("{name} = excluded.{name}"))
            .collect();
        format!(
            "ON CONFLICT ({}) DO UPDATE SET {}",
            key.join(", "),
            rest.join(", ")
        )
    }

    /// The question for the rows with a key of so many columns.
    pub(super) fn question(&self, wanted: &[&str], length: usize) -> String {
        let conditions: Vec<String> = (1..)
            .zip(self.columns.iter().take(length))
            .map(|(place, (name, _))| format!("{name} = ${place}"))
            .collect();
        format!(
            "SELECT {} FROM {} WHERE {}",
            wanted.join(", "),
            self.name,
            conditions.join(" AND ")
        )
    }

    /// The columns' names.
    pub(super) fn names(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        names.join(", ")
    }

    fn places(&self) -> String {
        let places: Vec<String> = (1..=self.columns.len())
            .map(|it| format!("${it}"))
            .collect();
        places.join(", ")
    }
}
