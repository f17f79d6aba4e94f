//! A body as a tree, whatever its kind: the part of CBOR that bodies are written in.

use crate::limits::MAX_DEPTH;

/// One item of CBOR.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Item<'b> {
    Unsigned(u64),
    /// −1 − n.
    Negative(u64),
    Identity([u8; 16]),
    Bytes(&'b [u8]),
    Text(&'b str),
    Null,
    False,
    True,
    Array(Vec<Item<'b>>),
    Map(Vec<(u64, Item<'b>)>),
}

/// The tree of these bytes; nothing unless it gives exactly the same bytes again.
pub(super) fn parse(body: &[u8]) -> Option<Item<'_>> {
    let mut rest = body;
    let item = item(&mut rest, 0)?;
    let mut again = Vec::with_capacity(body.len());
    item.write(&mut again);
    (rest.is_empty() && again == body).then_some(item)
}

fn item<'b>(rest: &mut &'b [u8], depth: usize) -> Option<Item<'b>> {
    if depth > MAX_DEPTH {
        return None;
    }
    let (major, argument) = head(rest)?;
    Some(match major {
        0 => Item::Unsigned(argument),
        1 => Item::Negative(argument),
        2 => {
            let bytes = take(rest, argument)?;
            match bytes.try_into() {
                Ok(identity) => Item::Identity(identity),
                Err(_) => Item::Bytes(bytes),
            }
        }
        3 => Item::Text(str::from_utf8(take(rest, argument)?).ok()?),
        4 => {
            let items = (0..argument).map(|_| item(rest, depth + 1));
            Item::Array(items.collect::<Option<_>>()?)
        }
        5 => {
            let entries = (0..argument).map(|_| match head(rest)? {
                (0, key) => Some((key, item(rest, depth + 1)?)),
                _ => None,
            });
            Item::Map(entries.collect::<Option<_>>()?)
        }
        7 => match argument {
            20 => Item::False,
            21 => Item::True,
            22 => Item::Null,
            _ => return None,
        },
        _ => return None,
    })
}

/// Major type and argument of the next item.
fn head(rest: &mut &[u8]) -> Option<(u8, u64)> {
    let (first, behind) = rest.split_first()?;
    *rest = behind;
    let argument = match first & 0x1f {
        small @ 0..=23 => u64::from(small),
        size @ 24..=27 => take(rest, 1 << (size - 24))?
            .iter()
            .fold(0, |argument, byte| argument << 8 | u64::from(*byte)),
        _ => return None,
    };
    Some((first >> 5, argument))
}

fn take<'b>(rest: &mut &'b [u8], length: u64) -> Option<&'b [u8]> {
    let (taken, behind) = rest.split_at_checked(usize::try_from(length).ok()?)?;
    *rest = behind;
    Some(taken)
}

impl Item<'_> {
    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Unsigned(value) => put_head(out, 0, *value),
            Self::Negative(value) => put_head(out, 1, *value),
            Self::Identity(bytes) => put_bytes(out, bytes),
            Self::Bytes(bytes) => put_bytes(out, bytes),
            Self::Text(text) => put_text(out, text),
            Self::False => put_head(out, 7, 20),
            Self::True => put_head(out, 7, 21),
            Self::Null => put_head(out, 7, 22),
            Self::Array(items) => {
                put_head(out, 4, items.len() as u64);
                items.iter().for_each(|item| item.write(out));
            }
            Self::Map(entries) => {
                put_head(out, 5, entries.len() as u64);
                for (key, item) in entries {
                    put_head(out, 0, *key);
                    item.write(out);
                }
            }
        }
    }
}

/// Appends the head of an item, in the shortest form.
pub(super) fn put_head(out: &mut Vec<u8>, major: u8, argument: u64) {
    let major = major << 5;
    let bytes = argument.to_be_bytes();
    match argument {
        0..=23 => out.push(major | bytes[7]),
        24..=0xff => out.extend([major | 24, bytes[7]]),
        0x100..=0xffff => {
            out.push(major | 25);
            out.extend_from_slice(&bytes[6..]);
        }
        0x1_0000..=0xffff_ffff => {
            out.push(major | 26);
            out.extend_from_slice(&bytes[4..]);
        }
        _ => {
            out.push(major | 27);
            out.extend_from_slice(&bytes);
        }
    }
}

/// Appends a byte string.
pub(super) fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put_head(out, 2, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

/// Appends a text.
pub(super) fn put_text(out: &mut Vec<u8>, text: &str) {
    put_head(out, 3, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}
