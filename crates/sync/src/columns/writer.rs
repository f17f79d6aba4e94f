//! Writing records into columns.

use super::bits::BitWriter;
use super::body::{BodyWriter, Sinks};
use super::header::{Before, COUNTER_BITS, HeaderColumns, base, beacon, form};
use super::identity::{Context, IdentityWriter};
use super::streams::StreamsWriter;
use super::tree::{self, Item};
use super::varint::zigzag;
use super::{Columns, Earlier};
use record::{Head, Record};
use std::convert::Infallible;

/// The columns of records that follow `before`, and the head behind them.
///
/// The records must form the stream that `before` is a head of; their stream and numbers are not
/// told again.
pub(crate) fn write(before: &Head, records: &[Record], earlier: &dyn Earlier) -> (Columns, Head) {
    let mut writer = Writer::new(earlier, before.seq.saturating_add(1));
    let mut head = *before;
    for record in records {
        head = head.after(record);
        writer.record(record);
        writer.identities.learn(head.chain.revision().0);
    }
    (writer.finish(), head)
}

struct Writer<'e> {
    streams: StreamsWriter,
    whole: Vec<u8>,
    noise: BitWriter,
    identities: IdentityWriter<'e>,
    columns: HeaderColumns,
    bodies: BodyWriter,
    pairs: Vec<(u8, u16)>,
    before: Before,
}

impl<'e> Writer<'e> {
    fn new(earlier: &'e dyn Earlier, first_seq: u64) -> Self {
        let mut streams = StreamsWriter::default();
        let Ok(columns) = HeaderColumns::open(|| Ok::<_, Infallible>(streams.open()));
        let bodies = BodyWriter::new(&mut streams);
        Self {
            streams,
            whole: Vec::new(),
            noise: BitWriter::default(),
            identities: IdentityWriter::new(earlier, first_seq),
            columns,
            bodies,
            pairs: Vec::new(),
            before: Before::default(),
        }
    }

    fn record(&mut self, record: &Record) {
        let pair = self.pair((record.header.kind.0, record.header.schema));
        self.names(record);
        self.times(record);
        let Some(body) = &record.body else {
            self.streams.put(self.columns.form, form::ERASED);
            self.noise.put_bytes(&record.body_hash);
            return;
        };
        self.noise.put_bytes(&record.salt);
        match tree::parse(body) {
            Some(item @ Item::Map(_)) => {
                self.streams.put(self.columns.form, form::COLUMNS);
                let mut sinks = Sinks {
                    streams: &mut self.streams,
                    noise: &mut self.noise,
                    identities: &mut self.identities,
                };
                self.bodies.put(pair, &item, &mut sinks);
            }
            _ => {
                self.streams.put(self.columns.form, form::WHOLE);
                self.streams.put(self.columns.lengths, body.len() as u64);
                self.whole.extend_from_slice(body);
            }
        }
    }

    /// Which kind and schema it is; a new pair is told once.
    fn pair(&mut self, pair: (u8, u16)) -> u64 {
        let known = self.pairs.iter().position(|it| *it == pair);
        let number = known.unwrap_or(self.pairs.len()) as u64;
        self.streams.put(self.columns.pair, number);
        if known.is_none() {
            self.pairs.push(pair);
            self.streams.put(self.columns.kinds, pair.0.into());
            self.streams.put(self.columns.kinds, pair.1.into());
        }
        number
    }

    fn names(&mut self, record: &Record) {
        let Self {
            streams,
            noise,
            identities,
            columns,
            ..
        } = self;
        let header = &record.header;
        let document = *header.doc_id.as_bytes();
        identities.context = Context::default();
        identities.put(document, &mut columns.document, (streams, noise));
        identities.context.document = Some(document);
        match header.base_rev {
            None => streams.put(columns.has_base, base::NONE),
            Some(revision) => {
                streams.put(columns.has_base, base::SOME);
                identities.put(revision.0, &mut columns.base, (streams, noise));
                identities.context.base = Some(revision.0);
            }
        }
        let actor = *header.actor.as_bytes();
        identities.put(actor, &mut columns.actor, (streams, noise));
    }

    fn times(&mut self, record: &Record) {
        let Self {
            streams,
            noise,
            columns,
            before,
            ..
        } = self;
        let clock = record.header.hlc.0;
        let milliseconds = clock >> COUNTER_BITS;
        let difference = zigzag(milliseconds, before.milliseconds);
        streams.put_wide(columns.milliseconds, difference, noise);
        streams.put(columns.counter, clock & ((1 << COUNTER_BITS) - 1));
        before.milliseconds = milliseconds;
        match record.header.beacon.map(|time| time.0.cast_unsigned()) {
            None => streams.put(columns.beacon, beacon::NONE),
            Some(time) if time == before.beacon => streams.put(columns.beacon, beacon::SAME),
            Some(time) => {
                streams.put(columns.beacon, beacon::NEW);
                streams.put_wide(columns.beacon_time, zigzag(time, before.beacon), noise);
                before.beacon = time;
            }
        }
    }

    fn finish(self) -> Columns {
        let mut numbers = Vec::new();
        self.identities.references.put(&mut numbers);
        numbers.extend(self.streams.finish());
        Columns {
            numbers,
            texts: self.bodies.texts,
            whole: self.whole,
            noise: self.noise.finish(),
        }
    }
}
