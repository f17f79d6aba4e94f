//! Writing a body into columns.

use super::{NOTHING, NodeColumns, Nodes, Step};
use crate::columns::bits::BitWriter;
use crate::columns::identity::IdentityWriter;
use crate::columns::shape::{Shape, Type};
use crate::columns::streams::{Column, StreamsWriter};
use crate::columns::text::Texts;
use crate::columns::tree::Item;
use std::collections::BTreeMap;
use std::convert::Infallible;

/// What the bodies of a batch are written into.
pub(in crate::columns) struct BodyWriter {
    nodes: Nodes,
    shapes: BTreeMap<Shape, u64>,
    shape_column: Column,
    /// The texts that each node has seen.
    seen: BTreeMap<(usize, String), u64>,
    seen_counts: BTreeMap<usize, u64>,
    pub(in crate::columns) texts: Texts,
}

/// Where the parts go that are shared with the headers.
pub(in crate::columns) struct Sinks<'s, 'e> {
    pub(in crate::columns) streams: &'s mut StreamsWriter,
    pub(in crate::columns) noise: &'s mut BitWriter,
    pub(in crate::columns) identities: &'s mut IdentityWriter<'e>,
}

impl BodyWriter {
    pub(in crate::columns) fn new(streams: &mut StreamsWriter) -> Self {
        Self {
            nodes: Nodes::default(),
            shapes: BTreeMap::new(),
            shape_column: streams.open(),
            seen: BTreeMap::new(),
            seen_counts: BTreeMap::new(),
            texts: Texts::default(),
        }
    }

    /// Writes a body, which is a map.
    pub(in crate::columns) fn put(
        &mut self,
        root: u64,
        body: &Item<'_>,
        sinks: &mut Sinks<'_, '_>,
    ) {
        self.item((NOTHING, Step::Root(root)), body, sinks);
    }

    fn item(&mut self, (parent, step): (usize, Step), item: &Item<'_>, sinks: &mut Sinks<'_, '_>) {
        let Ok(node) = self.nodes.reach((parent, step, Type::of(item)), || {
            Ok::<_, Infallible>(sinks.streams.open())
        });
        match (item, node.columns) {
            (Item::Unsigned(value) | Item::Negative(value), NodeColumns::Values(column)) => {
                sinks.streams.put(column, *value);
            }
            (Item::Bytes(bytes), NodeColumns::Values(column)) => {
                sinks.streams.put(column, bytes.len() as u64);
                sinks.noise.put_bytes(bytes);
            }
            (Item::Text(text), NodeColumns::Values(column)) => {
                let token = self.text(node.number, text);
                sinks.streams.put(column, token);
            }
            (Item::Identity(identity), NodeColumns::Identities(mut field)) => {
                let to = (&mut *sinks.streams, &mut *sinks.noise);
                sinks.identities.put(*identity, &mut field, to);
                self.nodes.update(node, field);
            }
            (Item::Array(items), NodeColumns::Shapes(column, lengths)) => {
                let shape = Shape::of_array(items);
                let is_list = matches!(shape, Shape::List(_));
                self.shape(shape, column, sinks.streams);
                if is_list {
                    sinks.streams.put(lengths, items.len() as u64);
                }
                for (position, item) in items.iter().enumerate() {
                    let step = if is_list {
                        Step::Element
                    } else {
                        Step::Position(position)
                    };
                    self.item((node.number, step), item, sinks);
                }
            }
            (Item::Map(entries), NodeColumns::Shapes(column, _)) => {
                self.shape(Shape::of_map(entries), column, sinks.streams);
                for (key, item) in entries {
                    self.item((node.number, Step::Key(*key)), item, sinks);
                }
            }
            // The type says everything; and every other pair has columns of its own type.
            _ => {}
        }
    }

    /// Which shape it is; a new one is told once.
    fn shape(&mut self, shape: Shape, column: Column, streams: &mut StreamsWriter) {
        let next = self.shapes.len() as u64;
        match self.shapes.get(&shape) {
            Some(number) => streams.put(column, *number),
            None => {
                streams.put(column, next);
                shape.put(self.shape_column, streams);
                self.shapes.insert(shape, next);
            }
        }
    }

    /// Which text of the node it is, from 1; 0 for a new one, which is told once.
    fn text(&mut self, node: usize, text: &str) -> u64 {
        let key = (node, text.to_owned());
        if let Some(number) = self.seen.get(&key) {
            return *number;
        }
        let count = self.seen_counts.entry(node).or_default();
        *count += 1;
        self.seen.insert(key, *count);
        self.texts.push(text);
        0
    }
}
