//! Reading records out of columns.

use super::bits::BitReader;
use super::body::{BodyReader, Sources};
use super::header::{Before, COUNTER_BITS, HeaderColumns, base, beacon, form};
use super::identity::{Context, IdentityReader};
use super::streams::StreamsReader;
use super::varint::{Cursor, unzigzag};
use super::{Columns, Malformed, Place, References};
use crate::limits::MAX_RAW_BYTES;
use domain::{DocumentId, Timestamp, UserId};
use record::{
    Head, Header, Hlc, KindNumber, MAX_BODY_BYTES, Record, Revision, body_hash, encode_record,
};

/// What is to be read: how many records, and what is known of them.
#[derive(Clone, Copy)]
pub(crate) struct Wanted<'p> {
    /// The head before the first record.
    pub(crate) before: Head,
    /// How many records there are.
    pub(crate) count: usize,
    /// What the references stand for, in their order.
    pub(crate) places: &'p [Place],
}

impl Columns {
    /// The numbers of earlier records that [`read`] needs to know of.
    pub(crate) fn references(&self, first_seq: u64) -> Result<References, Malformed> {
        References::get(&mut Cursor::new(&self.numbers), first_seq)
    }
}

/// The records, each with the head behind it.
pub(crate) fn read(
    columns: &Columns,
    wanted: &Wanted<'_>,
) -> Result<Vec<(Record, Head)>, Malformed> {
    let mut cursor = Cursor::new(&columns.numbers);
    References::get(&mut cursor, wanted.before.seq.saturating_add(1))?;
    let mut reader = Reader::new(columns, cursor.rest(), wanted)?;
    let mut records = Vec::new();
    for _ in 0..wanted.count {
        let record = reader.record()?;
        reader.head = reader.head.after(&record);
        reader.identities.learn(reader.head.chain.revision().0);
        records.push((record, reader.head));
    }
    reader.finish()?;
    Ok(records)
}

struct Reader<'b> {
    streams: StreamsReader<'b>,
    whole: Cursor<'b>,
    noise: BitReader<'b>,
    identities: IdentityReader<'b>,
    columns: HeaderColumns,
    bodies: BodyReader<'b>,
    pairs: Vec<(u8, u16)>,
    before: Before,
    head: Head,
    /// Bytes of records that may still come.
    budget: usize,
}

impl<'b> Reader<'b> {
    fn new(
        columns: &'b Columns,
        numbers: &'b [u8],
        wanted: &Wanted<'b>,
    ) -> Result<Self, Malformed> {
        let mut streams = StreamsReader::new(numbers)?;
        let headers = HeaderColumns::open(|| streams.open())?;
        let bodies = BodyReader::new(&columns.texts, &mut streams)?;
        Ok(Self {
            streams,
            whole: Cursor::new(&columns.whole),
            noise: BitReader::new(&columns.noise),
            identities: IdentityReader::new(wanted.places),
            columns: headers,
            bodies,
            pairs: Vec::new(),
            before: Before::default(),
            head: wanted.before,
            budget: MAX_RAW_BYTES,
        })
    }

    fn record(&mut self) -> Result<Record, Malformed> {
        let (pair, (kind, schema)) = self.pair()?;
        let (doc_id, base_rev, actor) = self.names()?;
        let hlc = self.clock()?;
        let header = Header {
            stream: self.head.stream,
            seq: self
                .head
                .seq
                .checked_add(1)
                .ok_or(Malformed("no number is left"))?,
            kind: KindNumber(kind),
            schema,
            doc_id,
            base_rev,
            actor,
            hlc,
            beacon: self.beacon()?,
        };
        let record = self.content(header, pair)?;
        self.budget = self
            .budget
            .checked_sub(encode_record(&record).len())
            .ok_or(Malformed("more bytes than a batch may have"))?;
        Ok(record)
    }

    fn content(&mut self, header: Header, pair: u64) -> Result<Record, Malformed> {
        let form = self.streams.get(self.columns.form)?;
        if form == form::ERASED {
            return Ok(Record {
                header,
                salt: [0; 16],
                body_hash: self.noise.array()?,
                body: None,
            });
        }
        let salt = self.noise.array()?;
        let body = match form {
            form::COLUMNS => {
                let mut sources = Sources {
                    streams: &mut self.streams,
                    noise: &mut self.noise,
                    identities: &mut self.identities,
                };
                self.bodies.get(pair, self.budget, &mut sources)?
            }
            form::WHOLE => {
                let length = self.streams.get(self.columns.lengths)?;
                let length = usize::try_from(length).unwrap_or(usize::MAX);
                self.whole.take(length)?.to_vec()
            }
            _ => return Err(Malformed("no such form of a body")),
        };
        if body.len() > MAX_BODY_BYTES {
            return Err(Malformed("a body is larger than a record may have"));
        }
        Ok(Record {
            header,
            salt,
            body_hash: body_hash(&salt, &body),
            body: Some(body),
        })
    }

    fn pair(&mut self) -> Result<(u64, (u8, u16)), Malformed> {
        let number = self.streams.get(self.columns.pair)?;
        if number == self.pairs.len() as u64 {
            let kind = u8::try_from(self.streams.get(self.columns.kinds)?);
            let schema = u16::try_from(self.streams.get(self.columns.kinds)?);
            let (Ok(kind), Ok(schema)) = (kind, schema) else {
                return Err(Malformed("a kind is out of range"));
            };
            self.pairs.push((kind, schema));
        }
        let pair = usize::try_from(number)
            .ok()
            .and_then(|at| self.pairs.get(at));
        let pair = pair.ok_or(Malformed("a kind that was not told"))?;
        Ok((number, *pair))
    }

    fn names(&mut self) -> Result<(DocumentId, Option<Revision>, UserId), Malformed> {
        let Self {
            streams,
            noise,
            identities,
            columns,
            ..
        } = self;
        identities.context = Context::default();
        let document = identities.get(&mut columns.document, (streams, noise))?;
        identities.context.document = Some(document);
        identities.context.base = match streams.get(columns.has_base)? {
            base::NONE => None,
            base::SOME => Some(identities.get(&mut columns.base, (streams, noise))?),
            _ => return Err(Malformed("no such form of a base")),
        };
        let actor = identities.get(&mut columns.actor, (streams, noise))?;
        let base = identities.context.base.map(Revision);
        Ok((
            DocumentId::from_bytes(document),
            base,
            UserId::from_bytes(actor),
        ))
    }

    fn clock(&mut self) -> Result<Hlc, Malformed> {
        let difference = self
            .streams
            .get_wide(self.columns.milliseconds, &mut self.noise)?;
        let milliseconds = unzigzag(difference, self.before.milliseconds);
        let counter = self.streams.get(self.columns.counter)?;
        if milliseconds >> (u64::BITS - COUNTER_BITS) != 0 || counter >> COUNTER_BITS != 0 {
            return Err(Malformed("a clock reading is out of range"));
        }
        self.before.milliseconds = milliseconds;
        Ok(Hlc(milliseconds << COUNTER_BITS | counter))
    }

    fn beacon(&mut self) -> Result<Option<Timestamp>, Malformed> {
        match self.streams.get(self.columns.beacon)? {
            beacon::NONE => return Ok(None),
            beacon::SAME => {}
            beacon::NEW => {
                let difference = self
                    .streams
                    .get_wide(self.columns.beacon_time, &mut self.noise)?;
                self.before.beacon = unzigzag(difference, self.before.beacon);
            }
            _ => return Err(Malformed("no such form of a beacon")),
        }
        Ok(Some(Timestamp(self.before.beacon.cast_signed())))
    }

    fn finish(self) -> Result<(), Malformed> {
        self.streams.finish()?;
        if !self.whole.is_empty() {
            return Err(Malformed("a body that belongs to no record"));
        }
        self.noise.finish()?;
        self.identities.finish()?;
        self.bodies.finish()
    }
}
