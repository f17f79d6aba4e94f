//! Reading a body out of columns.

use super::{NOTHING, NodeColumns, Nodes, Step};
use crate::columns::Malformed;
use crate::columns::bits::BitReader;
use crate::columns::identity::IdentityReader;
use crate::columns::shape::{Shape, Type};
use crate::columns::streams::{Column, StreamsReader};
use crate::columns::text::Texts;
use crate::columns::tree::{put_bytes, put_head, put_text};
use crate::limits::{MAX_DEPTH, MAX_RAW_BYTES};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What the bodies of a batch are read out of.
pub(in crate::columns) struct BodyReader<'t> {
    nodes: Nodes,
    shapes: Vec<Rc<Shape>>,
    shape_column: Column,
    /// Texts that were not used yet.
    texts: Box<dyn Iterator<Item = &'t str> + 't>,
    /// The texts that each node has seen.
    seen: BTreeMap<usize, Vec<&'t str>>,
    /// How long the last body was: the next one is about as long.
    last_length: usize,
}

/// Where the parts come from that are shared with the headers.
pub(in crate::columns) struct Sources<'s, 'b, 'p> {
    pub(in crate::columns) streams: &'s mut StreamsReader<'b>,
    pub(in crate::columns) noise: &'s mut BitReader<'b>,
    pub(in crate::columns) identities: &'s mut IdentityReader<'p>,
}

/// The body at hand.
struct Target {
    bytes: Vec<u8>,
    limit: usize,
}

impl Target {
    /// Whether there is room for so many bytes more, and one.
    fn check(&self, more: usize) -> Result<(), Malformed> {
        if more >= self.limit.saturating_sub(self.bytes.len()) {
            return Err(Malformed("more bodies than a batch may have"));
        }
        Ok(())
    }
}

impl<'t> BodyReader<'t> {
    pub(in crate::columns) fn new(
        texts: &'t Texts,
        streams: &mut StreamsReader<'_>,
    ) -> Result<Self, Malformed> {
        Ok(Self {
            nodes: Nodes::default(),
            shapes: Vec::new(),
            shape_column: streams.open()?,
            texts: Box::new(texts.iter()),
            seen: BTreeMap::new(),
            last_length: 0,
        })
    }

    /// Reads a body of at most so many bytes.
    pub(in crate::columns) fn get(
        &mut self,
        root: u64,
        limit: usize,
        sources: &mut Sources<'_, '_, '_>,
    ) -> Result<Vec<u8>, Malformed> {
        let limit = limit.min(MAX_RAW_BYTES);
        let mut target = Target {
            bytes: Vec::with_capacity(self.last_length.min(limit)),
            limit,
        };
        let path = (NOTHING, Step::Root(root), 0);
        self.item(path, (Type::Map, &mut target), sources)?;
        self.last_length = target.bytes.len();
        Ok(target.bytes)
    }

    fn item(
        &mut self,
        (parent, step, depth): (usize, Step, usize),
        (kind, target): (Type, &mut Target),
        sources: &mut Sources<'_, '_, '_>,
    ) -> Result<(), Malformed> {
        if depth > MAX_DEPTH {
            return Err(Malformed("a body is nested too deeply"));
        }
        target.check(9)?;
        let node = self
            .nodes
            .reach((parent, step, kind), || sources.streams.open())?;
        match (kind, node.columns) {
            (Type::Unsigned, NodeColumns::Values(column)) => {
                put_head(&mut target.bytes, 0, sources.streams.get(column)?);
            }
            (Type::Negative, NodeColumns::Values(column)) => {
                put_head(&mut target.bytes, 1, sources.streams.get(column)?);
            }
            (Type::Bytes, NodeColumns::Values(column)) => {
                let length = sources.streams.get(column)?;
                let length = usize::try_from(length).unwrap_or(usize::MAX);
                target.check(length.saturating_add(9))?;
                put_bytes(&mut target.bytes, &sources.noise.bytes(length)?);
            }
            (Type::Text, NodeColumns::Values(column)) => {
                let text = self.text(node.number, sources.streams.get(column)?)?;
                target.check(text.len() + 9)?;
                put_text(&mut target.bytes, text);
            }
            (Type::Identity, NodeColumns::Identities(mut field)) => {
                let from = (&mut *sources.streams, &mut *sources.noise);
                let identity = sources.identities.get(&mut field, from)?;
                self.nodes.update(node, field);
                target.check(identity.len())?;
                put_bytes(&mut target.bytes, &identity);
            }
            (Type::Array | Type::Map, NodeColumns::Shapes(column, lengths)) => {
                let shape = self.shape(column, sources.streams)?;
                let length = match &*shape {
                    Shape::List(_) => sources.streams.get(lengths)?,
                    _ => 0,
                };
                self.parts(
                    (node.number, depth + 1),
                    (kind, &shape, length),
                    (target, sources),
                )?;
            }
            (Type::False, _) => put_head(&mut target.bytes, 7, 20),
            (Type::True, _) => put_head(&mut target.bytes, 7, 21),
            _ => put_head(&mut target.bytes, 7, 22),
        }
        Ok(())
    }

    fn parts(
        &mut self,
        (node, depth): (usize, usize),
        (kind, shape, length): (Type, &Shape, u64),
        (target, sources): (&mut Target, &mut Sources<'_, '_, '_>),
    ) -> Result<(), Malformed> {
        match (kind, shape) {
            (Type::Array, Shape::List(kind)) => {
                put_head(&mut target.bytes, 4, length);
                for _ in 0..length {
                    self.item((node, Step::Element, depth), (*kind, target), sources)?;
                }
            }
            (Type::Array, Shape::Tuple(types)) => {
                put_head(&mut target.bytes, 4, types.len() as u64);
                for (position, kind) in types.iter().enumerate() {
                    let path = (node, Step::Position(position), depth);
                    self.item(path, (*kind, target), sources)?;
                }
            }
            (Type::Map, Shape::Map(fields)) => {
                put_head(&mut target.bytes, 5, fields.len() as u64);
                for (key, kind) in fields {
                    target.check(18)?;
                    put_head(&mut target.bytes, 0, *key);
                    self.item((node, Step::Key(*key), depth), (*kind, target), sources)?;
                }
            }
            _ => return Err(Malformed("a shape of another type")),
        }
        Ok(())
    }

    fn shape(
        &mut self,
        column: Column,
        streams: &mut StreamsReader<'_>,
    ) -> Result<Rc<Shape>, Malformed> {
        let number = usize::try_from(streams.get(column)?).unwrap_or(usize::MAX);
        if number == self.shapes.len() {
            self.shapes
                .push(Rc::new(Shape::get(self.shape_column, streams)?));
        }
        self.shapes
            .get(number)
            .cloned()
            .ok_or(Malformed("a shape that was not told"))
    }

    fn text(&mut self, node: usize, token: u64) -> Result<&'t str, Malformed> {
        let seen = self.seen.entry(node).or_default();
        if token == 0 {
            let text = self.texts.next().ok_or(Malformed("a text is missing"))?;
            seen.push(text);
            return Ok(text);
        }
        usize::try_from(token - 1)
            .ok()
            .and_then(|number| seen.get(number).copied())
            .ok_or(Malformed("a text that was not told"))
    }

    /// # Errors
    /// [`Malformed`] when a text was left over.
    pub(in crate::columns) fn finish(mut self) -> Result<(), Malformed> {
        match self.texts.next() {
            None => Ok(()),
            Some(_) => Err(Malformed("a text that nothing needs")),
        }
    }
}
