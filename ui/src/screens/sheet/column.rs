//! The columns of the sheet.

use catalogue::{Language, page_sheet as words, terms};
use domain::{Behaviour, Column};

/// A column that the cursor can stand in. The name column only names the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SheetColumn {
    /// Attainment, typed or pasted.
    Capaian,
    /// How much evidence there is.
    Evidence,
    /// A rating.
    Rating(Column),
    /// How many notes there are.
    Notes,
    /// Worked out.
    Predikat,
    /// Draf, siap dikirim, and what is missing.
    Status,
}

/// Whether the seven values are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// Only the overall rating of perilaku.
    #[default]
    Overall,
    /// The seven values too.
    Detailed,
}

/// What a column takes from the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// A rating.
    Rating,
    /// A number.
    Number,
    /// Nothing: the program works it out, or it is filled elsewhere.
    Nothing,
}

impl SheetColumn {
    /// Every column, in the order of the sheet.
    pub const ALL: [Self; 14] = [
        Self::Capaian,
        Self::Evidence,
        Self::Rating(Column::HasilKerja),
        Self::Rating(Column::Behaviour(Behaviour::BerorientasiPelayanan)),
        Self::Rating(Column::Behaviour(Behaviour::Akuntabel)),
        Self::Rating(Column::Behaviour(Behaviour::Kompeten)),
        Self::Rating(Column::Behaviour(Behaviour::Harmonis)),
        Self::Rating(Column::Behaviour(Behaviour::Loyal)),
        Self::Rating(Column::Behaviour(Behaviour::Adaptif)),
        Self::Rating(Column::Behaviour(Behaviour::Kolaboratif)),
        Self::Rating(Column::Perilaku),
        Self::Notes,
        Self::Predikat,
        Self::Status,
    ];

    /// The columns on the screen.
    #[must_use]
    pub fn shown(detail: Detail) -> Vec<Self> {
        Self::ALL
            .into_iter()
            .filter(|column| detail == Detail::Detailed || !column.is_behaviour())
            .collect()
    }

    /// Its place among all columns, shown or not.
    #[must_use]
    pub const fn order(self) -> usize {
        match self {
            Self::Capaian => 0,
            Self::Evidence => 1,
            Self::Rating(Column::HasilKerja) => 2,
            Self::Rating(Column::Behaviour(behaviour)) => 3 + behaviour.index(),
            Self::Rating(Column::Perilaku) => 10,
            Self::Notes => 11,
            Self::Predikat => 12,
            Self::Status => 13,
        }
    }

    /// One bit of its own, for sets of columns.
    #[must_use]
    pub const fn bit(self) -> u16 {
        1 << self.order()
    }

    /// Its name in addresses and in the page: `hasil_kerja`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Capaian => "capaian",
            Self::Evidence => "bukti",
            Self::Rating(Column::HasilKerja) => "hasil_kerja",
            Self::Rating(Column::Perilaku) => "perilaku",
            Self::Rating(Column::Behaviour(behaviour)) => match behaviour {
                Behaviour::BerorientasiPelayanan => "berorientasi_pelayanan",
                Behaviour::Akuntabel => "akuntabel",
                Behaviour::Kompeten => "kompeten",
                Behaviour::Harmonis => "harmonis",
                Behaviour::Loyal => "loyal",
                Behaviour::Adaptif => "adaptif",
                Behaviour::Kolaboratif => "kolaboratif",
            },
            Self::Notes => "catatan",
            Self::Predikat => "predikat",
            Self::Status => "status",
        }
    }

    /// The column with this name; `alasan` stands in the status column.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        if key == "alasan" {
            return Some(Self::Status);
        }
        Self::ALL.into_iter().find(|column| column.key() == key)
    }

    /// What stands in the column's head.
    #[must_use]
    pub const fn head(self, language: Language) -> &'static str {
        match self {
            Self::Rating(Column::Behaviour(Behaviour::BerorientasiPelayanan)) => {
                words::short_pelayanan(language)
            }
            _ => self.name(language),
        }
    }

    /// Its full name.
    #[must_use]
    pub const fn name(self, language: Language) -> &'static str {
        match self {
            Self::Capaian => terms::capaian(language),
            Self::Evidence => terms::bukti(language),
            Self::Rating(Column::HasilKerja) => terms::hasil_kerja(language),
            Self::Rating(Column::Perilaku) => terms::perilaku(language),
            Self::Rating(Column::Behaviour(behaviour)) => behaviour.name(),
            Self::Notes => words::column_notes(language),
            Self::Predikat => terms::predikat(language),
            Self::Status => words::column_status(language),
        }
    }

    /// The rating that it holds.
    #[must_use]
    pub const fn rating(self) -> Option<Column> {
        match self {
            Self::Rating(column) => Some(column),
            _ => None,
        }
    }

    /// What it takes from the keyboard.
    #[must_use]
    pub const fn takes(self) -> Takes {
        match self {
            Self::Rating(_) => Takes::Rating,
            Self::Capaian => Takes::Number,
            Self::Evidence | Self::Notes | Self::Predikat | Self::Status => Takes::Nothing,
        }
    }

    /// Whether it is one of the seven values.
    #[must_use]
    pub const fn is_behaviour(self) -> bool {
        matches!(self, Self::Rating(Column::Behaviour(_)))
    }

    /// Whether its cells are numbers and stand at the right.
    #[must_use]
    pub const fn is_count(self) -> bool {
        matches!(self, Self::Capaian | Self::Evidence | Self::Notes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_its_own_place_and_name() {
        for (index, column) in SheetColumn::ALL.into_iter().enumerate() {
            assert_eq!(column.order(), index);
            assert_eq!(SheetColumn::from_key(column.key()), Some(column));
        }
    }

    #[test]
    fn the_seven_values_are_the_detail() {
        assert_eq!(SheetColumn::shown(Detail::Overall).len(), 7);
        assert_eq!(SheetColumn::shown(Detail::Detailed).len(), 14);
    }

    #[test]
    fn the_reason_is_found_in_the_status_column() {
        assert_eq!(SheetColumn::from_key("alasan"), Some(SheetColumn::Status));
        assert_eq!(SheetColumn::from_key("nama"), None);
    }
}
