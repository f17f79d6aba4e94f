//! Whether a stream is what its device wrote.

use crate::{Chain, Head, Record, Stream};

/// A record with the chain's value that was stored or received beside it, if any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The record.
    pub record: Record,
    /// The chain's value there, when it is known: then the place of a change is found exactly.
    pub chain: Option<Chain>,
}

/// What is wrong at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Another number stands where this one was expected: removed, doubled or out of order.
    Sequence {
        /// The number that was found.
        found: u64,
    },
    /// The record belongs to another stream.
    Stream {
        /// The stream that was found.
        found: Stream,
    },
    /// The body is not the one that was sealed.
    Body,
    /// The chain's value is another one: a header or a hash was changed, here or before.
    Chain,
    /// The stream ends before the place that its head names.
    Truncated,
}

/// The first place where a stream is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the stream is broken at record {seq}: {fault:?}")]
pub struct Broken {
    /// The number that the record there should have.
    pub seq: u64,
    /// What is wrong there.
    pub fault: Fault,
}

/// Follows a stream from one head to another and recomputes everything on the way.
///
/// `end` is the head that was noted elsewhere: in the stream's row, in a checkpoint, in a
/// receipt. Without it a stream that was cut off would look whole.
///
/// # Errors
/// [`Broken`] names the first place; without stored chain values, a changed header shows at the
/// end only.
pub fn verify_stream(
    start: &Head,
    end: &Head,
    links: impl IntoIterator<Item = Link>,
) -> Result<(), Broken> {
    let mut head = *start;
    for link in links {
        let seq = head.seq.saturating_add(1);
        head = step(&head, seq, &link).map_err(|fault| Broken { seq, fault })?;
    }
    let fault = if end.stream != head.stream {
        Fault::Stream { found: head.stream }
    } else if end.seq > head.seq {
        Fault::Truncated
    } else if end.seq < head.seq {
        Fault::Sequence { found: head.seq }
    } else if end.chain != head.chain {
        return Err(Broken {
            seq: head.seq,
            fault: Fault::Chain,
        });
    } else {
        return Ok(());
    };
    Err(Broken {
        seq: head.seq.min(end.seq).saturating_add(1),
        fault,
    })
}

fn step(head: &Head, expected: u64, link: &Link) -> Result<Head, Fault> {
    let header = &link.record.header;
    if header.stream != head.stream {
        return Err(Fault::Stream {
            found: header.stream,
        });
    }
    if header.seq != expected {
        return Err(Fault::Sequence { found: header.seq });
    }
    if !link.record.body_is_genuine() {
        return Err(Fault::Body);
    }
    let next = head.after(&link.record);
    match link.chain {
        Some(chain) if chain != next.chain => Err(Fault::Chain),
        _ => Ok(next),
    }
}
