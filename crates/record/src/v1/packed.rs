//! Values that take few bytes: ids, days, periods, NIPs, golongan, lists.

use crate::codec::MAX_LIST;
use chrono::{Datelike, NaiveDate};
use domain::{Golongan, Nip, Period};
use minicbor::data::Type;
use minicbor::decode::Error;
use minicbor::encode::{self, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};
use uuid::Uuid;

/// An id: a byte string of sixteen.
#[derive(Clone, Copy)]
pub(crate) struct Id(pub(crate) Uuid);

impl<C> Encode<C> for Id {
    fn encode<W: Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        e.bytes(self.0.as_bytes())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Id {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, Error> {
        Uuid::from_slice(d.bytes()?)
            .map(Self)
            .map_err(|_| Error::message("an id has 16 bytes"))
    }
}

/// A day: how many days after 1970-01-01.
#[derive(Clone, Copy)]
pub(crate) struct Day(pub(crate) NaiveDate);

/// 1970-01-01 counted from 0001-01-01, which is day 1.
const EPOCH: i32 = 719_163;

impl<C> Encode<C> for Day {
    fn encode<W: Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        e.i32(self.0.num_days_from_ce() - EPOCH)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Day {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, Error> {
        d.i32()?
            .checked_add(EPOCH)
            .and_then(NaiveDate::from_num_days_from_ce_opt)
            .map(Self)
            .ok_or_else(|| Error::message("no such day"))
    }
}

/// A period: (year − 1900) × 32 + part, where part is 0 for the year, 1–12 for a month and
/// 17–20 for a quarter.
#[derive(Clone, Copy)]
pub(crate) struct PackedPeriod(pub(crate) Period);

impl<C> Encode<C> for PackedPeriod {
    fn encode<W: Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        let part = match self.0 {
            Period::Year { .. } => 0,
            Period::Month { month, .. } => month,
            Period::Quarter { quarter, .. } => quarter.saturating_add(16),
        };
        e.i64((i64::from(self.0.year()) - 1900) * 32 + i64::from(part))?
            .ok()
    }
}

impl<'b, C> Decode<'b, C> for PackedPeriod {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, Error> {
        let packed = u32::from(d.u16()?);
        let year = (packed / 32 + 1900).cast_signed();
        let period = match packed % 32 {
            0 => Period::month(year, 1).map(|_| Period::Year { year }),
            part @ 1..=12 => Period::month(year, part),
            part @ 17..=20 => Period::quarter(year, part - 16),
            _ => None,
        };
        period
            .map(Self)
            .ok_or_else(|| Error::message("no such period"))
    }
}

/// A NIP: its eighteen digits as one integer; as text should it ever be anything else.
pub(crate) struct PackedNip(pub(crate) Nip);

/// The least number of nineteen digits.
const NINETEEN_DIGITS: u64 = 1_000_000_000_000_000_000;

impl<C> Encode<C> for PackedNip {
    fn encode<W: Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        let digits = self.0.digits();
        match digits.parse::<u64>() {
            Ok(number) if digits.len() == 18 => e.u64(number)?.ok(),
            _ => e.str(digits)?.ok(),
        }
    }
}

impl<'b, C> Decode<'b, C> for PackedNip {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, Error> {
        let nip = match d.datatype()? {
            Type::String => Nip::parse(d.str()?),
            _ => match d.u64()? {
                number if number < NINETEEN_DIGITS => Nip::parse(&format!("{number:018}")),
                _ => return Err(Error::message("a NIP has 18 digits")),
            },
        };
        nip.map(Self).map_err(|_| Error::message("not a NIP"))
    }
}

/// A golongan: golongan × 10 + ruang + 1 for a PNS (III/b is 32), 100 + golongan for a PPPK.
#[derive(Clone, Copy)]
pub(crate) struct PackedGolongan(pub(crate) Golongan);

impl<C> Encode<C> for PackedGolongan {
    fn encode<W: Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        let packed = match self.0 {
            Golongan::Pns { golongan, ruang } => u16::from(golongan) * 10 + u16::from(ruang) + 1,
            Golongan::Pppk(golongan) => 100 + u16::from(golongan),
        };
        e.u16(packed)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for PackedGolongan {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, Error> {
        let packed = d.u8()?;
        let golongan = match packed.checked_sub(100) {
            Some(golongan) => Golongan::pppk(golongan),
            None => (packed % 10)
                .checked_sub(1)
                .and_then(|ruang| Golongan::pns(packed / 10, ruang)),
        };
        golongan
            .map(Self)
            .ok_or_else(|| Error::message("no such golongan"))
    }
}

/// A list of at most [`MAX_LIST`] entries.
pub(crate) struct List<T>(pub(crate) Vec<T>);

impl<T> List<T> {
    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn of<'a, S>(source: &'a [S], entry: impl Fn(&'a S) -> T) -> Self {
        Self(source.iter().map(entry).collect())
    }

    pub(crate) fn into<D>(self, entry: impl Fn(T) -> D) -> Vec<D> {
        self.0.into_iter().map(entry).collect()
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<C, T: Encode<C>> Encode<C> for List<T> {
    fn encode<W: Write>(
        &self,
        e: &mut Encoder<W>,
        c: &mut C,
    ) -> Result<(), encode::Error<W::Error>> {
        e.array(self.0.len() as u64)?;
        for entry in &self.0 {
            entry.encode(e, c)?;
        }
        Ok(())
    }
}

impl<'b, C, T: Decode<'b, C>> Decode<'b, C> for List<T> {
    fn decode(d: &mut Decoder<'b>, c: &mut C) -> Result<Self, Error> {
        let mut list = Vec::new();
        for entry in d.array_iter_with(c)? {
            if list.len() == MAX_LIST {
                return Err(Error::message("the list is too long"));
            }
            list.push(entry?);
        }
        Ok(Self(list))
    }
}

/// For flags that are left out unless they are set.
pub(crate) const fn is_false(flag: &bool) -> bool {
    !*flag
}
