//! Bodies taken apart: every field of every kind has columns of its own.

mod read;
mod write;

pub(super) use read::{BodyReader, Sources};
pub(super) use write::{BodyWriter, Sinks};

use super::identity::Field;
use super::shape::Type;
use super::streams::Column;
use std::collections::BTreeMap;

/// Where an item stands in the item that holds it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// The body of a kind and schema, by its number in the batch.
    Root(u64),
    /// In a list.
    Element,
    /// At a place of a tuple.
    Position(usize),
    /// Under a key of a map.
    Key(u64),
}

/// A node: all items that are reached by the same steps and have the same type.
#[derive(Clone, Copy)]
struct Node {
    number: usize,
    columns: NodeColumns,
}

#[derive(Clone, Copy)]
enum NodeColumns {
    /// A type that says everything.
    None,
    /// Integers; or which text it is.
    Values(Column),
    Identities(Field),
    /// The shape, and how many items a list has.
    Shapes(Column, Column),
}

/// Every node so far.
#[derive(Default)]
struct Nodes {
    numbers: BTreeMap<(usize, Step, Type), usize>,
    columns: Vec<NodeColumns>,
}

impl Nodes {
    /// The node that is reached from another by a step; its columns are opened when it is new.
    fn reach<E>(
        &mut self,
        (parent, step, kind): (usize, Step, Type),
        mut open: impl FnMut() -> Result<Column, E>,
    ) -> Result<Node, E> {
        if let Some(number) = self.numbers.get(&(parent, step, kind)) {
            return Ok(Node {
                number: *number,
                columns: self.columns[*number],
            });
        }
        let columns = match kind {
            Type::Null | Type::False | Type::True => NodeColumns::None,
            Type::Unsigned | Type::Negative | Type::Bytes | Type::Text => {
                NodeColumns::Values(open()?)
            }
            Type::Identity => NodeColumns::Identities(Field::open(open)?),
            Type::Array | Type::Map => NodeColumns::Shapes(open()?, open()?),
        };
        let number = self.columns.len();
        self.columns.push(columns);
        self.numbers.insert((parent, step, kind), number);
        Ok(Node { number, columns })
    }

    /// Notes how far an id's field got.
    fn update(&mut self, node: Node, field: Field) {
        self.columns[node.number] = NodeColumns::Identities(field);
    }
}

/// The parent of roots.
const NOTHING: usize = usize::MAX;
