//! Shapes: which fields a map has, what an array is made of, and of what type each is.

use super::Malformed;
use super::streams::{Column, StreamsReader, StreamsWriter};
use super::tree::Item;

/// The type of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Type {
    Unsigned,
    Negative,
    Identity,
    Bytes,
    Text,
    Null,
    False,
    True,
    Array,
    Map,
}

impl Type {
    /// In the order of their numbers, which are frozen.
    const ALL: [Self; 10] = [
        Self::Unsigned,
        Self::Negative,
        Self::Identity,
        Self::Bytes,
        Self::Text,
        Self::Null,
        Self::False,
        Self::True,
        Self::Array,
        Self::Map,
    ];

    pub(super) const fn of(item: &Item<'_>) -> Self {
        match item {
            Item::Unsigned(_) => Self::Unsigned,
            Item::Negative(_) => Self::Negative,
            Item::Identity(_) => Self::Identity,
            Item::Bytes(_) => Self::Bytes,
            Item::Text(_) => Self::Text,
            Item::Null => Self::Null,
            Item::False => Self::False,
            Item::True => Self::True,
            Item::Array(_) => Self::Array,
            Item::Map(_) => Self::Map,
        }
    }
}

/// What an array or a map is made of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
    /// Any number of items of one type.
    List(Type),
    /// Items each with its own type.
    Tuple(Vec<Type>),
    /// Fields by their keys.
    Map(Vec<(u64, Type)>),
}

const LIST: u64 = 0;
const TUPLE: u64 = 1;
const MAP: u64 = 2;

impl Shape {
    pub(super) fn of_array(items: &[Item<'_>]) -> Self {
        let types: Vec<Type> = items.iter().map(Type::of).collect();
        match types.first() {
            Some(first) if types.iter().all(|it| it == first) => Self::List(*first),
            _ => Self::Tuple(types),
        }
    }

    pub(super) fn of_map(entries: &[(u64, Item<'_>)]) -> Self {
        let fields = entries.iter().map(|(key, item)| (*key, Type::of(item)));
        Self::Map(fields.collect())
    }

    pub(super) fn put(&self, column: Column, streams: &mut StreamsWriter) {
        let mut put = |value| streams.put(column, value);
        match self {
            Self::List(kind) => [LIST, *kind as u64].into_iter().for_each(put),
            Self::Tuple(types) => {
                put(TUPLE);
                put(types.len() as u64);
                types.iter().for_each(|kind| put(*kind as u64));
            }
            Self::Map(fields) => {
                put(MAP);
                put(fields.len() as u64);
                for (key, kind) in fields {
                    put(*key);
                    put(*kind as u64);
                }
            }
        }
    }

    pub(super) fn get(column: Column, streams: &mut StreamsReader<'_>) -> Result<Self, Malformed> {
        let form = streams.get(column)?;
        if form == LIST {
            return Ok(Self::List(kind(column, streams)?));
        }
        let count = streams.get(column)?;
        match form {
            TUPLE => (0..count)
                .map(|_| kind(column, streams))
                .collect::<Result<_, _>>()
                .map(Self::Tuple),
            MAP => (0..count)
                .map(|_| Ok((streams.get(column)?, kind(column, streams)?)))
                .collect::<Result<_, _>>()
                .map(Self::Map),
            _ => Err(Malformed("no such form of a shape")),
        }
    }
}

fn kind(column: Column, streams: &mut StreamsReader<'_>) -> Result<Type, Malformed> {
    usize::try_from(streams.get(column)?)
        .ok()
        .and_then(|number| Type::ALL.get(number).copied())
        .ok_or(Malformed("no such type"))
}
