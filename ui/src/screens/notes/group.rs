//! The timeline by day, newest first.

use api::notes::{EvidenceLine, NoteLine, Timeline};
use chrono::NaiveDate;

/// What stands in the timeline, in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// The heading of a day.
    Day(NaiveDate),
    /// A note.
    Note(Box<NoteLine>),
    /// Evidence without a note.
    Evidence(Box<EvidenceLine>),
}

impl Item {
    /// Tells items apart, and an item from what it was before it changed.
    pub fn key(&self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Note(note) => {
                let evidence: Vec<String> =
                    note.evidence.iter().map(|it| it.id.to_string()).collect();
                format!("{} {} {}", note.id, note.saved_at.0, evidence.join(" "))
            }
            Self::Evidence(evidence) => evidence.id.to_string(),
        }
    }
}

/// Days with what happened on them: of one day the note written last comes first, then evidence
/// that stands alone.
pub fn by_day(timeline: &Timeline) -> Vec<Item> {
    let mut items: Vec<(NaiveDate, Item)> = Vec::new();
    let mut notes: Vec<&NoteLine> = timeline.notes.iter().collect();
    notes.sort_by_key(|note| std::cmp::Reverse(note.saved_at));
    items.extend(
        notes
            .into_iter()
            .map(|it| (it.date, Item::Note(Box::new(it.clone())))),
    );
    items.extend(
        timeline
            .evidence
            .iter()
            .map(|it| (it.date, Item::Evidence(Box::new(it.clone())))),
    );
    // Stable: within a day the order above stays.
    items.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    let mut grouped = Vec::with_capacity(items.len());
    let mut day = None;
    for (date, item) in items {
        if day != Some(date) {
            grouped.push(Item::Day(date));
            day = Some(date);
        }
        grouped.push(item);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::evidence::EvidenceType;
    use domain::note::NoteSource;
    use domain::{EmployeeId, EvidenceId, NoteId, Timestamp};

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, day).unwrap()
    }

    fn note(number: u8, date: u32, saved_at: i64) -> NoteLine {
        NoteLine {
            id: NoteId::from_bytes([number; 16]),
            employee: EmployeeId::from_bytes([1; 16]),
            name: "Suharto".into(),
            date: day(date),
            source: NoteSource::Observation,
            text: format!("Catatan {number}"),
            tags: Vec::new(),
            evidence: Vec::new(),
            saved_at: Timestamp(saved_at),
        }
    }

    fn evidence(number: u8, date: u32) -> EvidenceLine {
        EvidenceLine {
            id: EvidenceId::from_bytes([number; 16]),
            employee: EmployeeId::from_bytes([1; 16]),
            person: "Suharto".into(),
            name: "foto.jpg".into(),
            file_type: EvidenceType::Jpeg,
            size: 1,
            date: day(date),
        }
    }

    fn said(items: &[Item]) -> Vec<String> {
        items
            .iter()
            .map(|item| match item {
                Item::Day(day) => day.to_string(),
                Item::Note(note) => note.text.clone(),
                Item::Evidence(evidence) => evidence.name.clone(),
            })
            .collect()
    }

    #[test]
    fn newest_day_first_and_within_a_day_what_was_written_last() {
        let timeline = Timeline {
            notes: vec![note(1, 12, 50), note(2, 20, 10), note(3, 12, 90)],
            evidence: vec![evidence(7, 12), evidence(8, 21)],
            total: 5,
        };
        assert_eq!(
            said(&by_day(&timeline)),
            [
                "2026-10-21",
                "foto.jpg",
                "2026-10-20",
                "Catatan 2",
                "2026-10-12",
                "Catatan 3",
                "Catatan 1",
                "foto.jpg",
            ]
        );
    }

    #[test]
    fn nothing_has_no_days() {
        let timeline = Timeline {
            notes: Vec::new(),
            evidence: Vec::new(),
            total: 0,
        };
        assert_eq!(by_day(&timeline), []);
    }

    #[test]
    fn a_note_that_changed_is_drawn_anew() {
        let before = Item::Note(Box::new(note(1, 12, 50)));
        let after = Item::Note(Box::new(note(1, 12, 51)));
        let mut with_evidence = note(1, 12, 50);
        with_evidence.evidence.push(evidence(7, 12));
        assert_ne!(before.key(), after.key());
        assert_ne!(before.key(), Item::Note(Box::new(with_evidence)).key());
    }
}
