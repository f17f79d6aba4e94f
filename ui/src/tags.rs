//! Which parts of the office's data changed: a counter per tag. A query listens to the counters
//! of its tags, a write counts them up.

use api::Tag;
use leptos::prelude::*;

/// A counter per [`Tag`], for the whole page.
#[derive(Clone, Copy, Debug)]
pub struct Tags {
    counters: [RwSignal<u32>; Tag::ALL.len()],
    own_writes: RwSignal<u32>,
    place: RwSignal<u32>,
    rest_waits: StoredValue<bool>,
}

impl Tags {
    /// Counters at nought, offered to every component below.
    #[must_use]
    pub fn provide() -> Self {
        let tags = Self {
            counters: std::array::from_fn(|_| RwSignal::new(0)),
            own_writes: RwSignal::new(0),
            place: RwSignal::new(0),
            rest_waits: StoredValue::new(false),
        };
        provide_context(tags);
        tags
    }

    /// From now on the running reactive function runs again when one of these changes.
    pub fn track(self, tags: &[Tag]) {
        for tag in tags {
            self.counter(*tag).track();
        }
    }

    /// These changed.
    pub fn bump(self, tags: &[Tag]) {
        for tag in tags {
            self.counter(*tag)
                .update(|count| *count = count.wrapping_add(1));
        }
    }

    /// Everything changed, the place too (practice, a restore): first the session is asked for,
    /// because the units that other questions name may be gone.
    pub fn bump_place(self) {
        self.rest_waits.set_value(true);
        self.place.update(|count| *count = count.wrapping_add(1));
    }

    /// From now on the running reactive function runs again when the place may be another.
    pub fn track_place(self) {
        self.place.track();
    }

    /// The session is here: what waited for it is asked for now.
    pub fn session_arrived(self) {
        if self.rest_waits.get_value() {
            self.rest_waits.set_value(false);
            self.bump(&Tag::ALL);
        }
    }

    /// The page wrote something itself: the commit counter moves without anybody else's doing.
    pub fn own_write(self) {
        self.own_writes
            .update(|count| *count = count.wrapping_add(1));
    }

    /// How often the page wrote.
    #[must_use]
    pub fn own_writes(self) -> u32 {
        self.own_writes.get()
    }

    /// As [`Self::own_writes`], without listening.
    #[must_use]
    pub fn own_writes_now(self) -> u32 {
        self.own_writes.get_untracked()
    }

    fn counter(self, tag: Tag) -> RwSignal<u32> {
        self.counters[tag as usize]
    }
}

/// The counters.
#[must_use]
pub fn use_tags() -> Tags {
    expect_context()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_has_a_counter_of_its_own() {
        for (index, tag) in Tag::ALL.into_iter().enumerate() {
            assert_eq!(tag as usize, index);
        }
    }
}
