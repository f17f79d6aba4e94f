//! Answers out of the browser's own objects.
//!
//! What travels is written by the same types that read it here, so a value that does not fit is a
//! defect and no sentence about it helps anybody. Two things keep the reading of some hundred
//! types small in the wasm file, where `serde-wasm-bindgen` weighed twice as much: an error says
//! nothing, and a struct's members are fetched in the order of its fields, so that no code sorts
//! them by name. A member that is missing reads as `null`.

use super::TransportFailure;
use js_sys::{Array, JsString, Number, Object, Reflect};
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::slice;
use wasm_bindgen::{JsCast, JsValue};

type Result<T> = std::result::Result<T, TransportFailure>;

/// Reads a value.
///
/// # Errors
/// When it is not what was asked for.
pub fn read<T: DeserializeOwned>(value: JsValue) -> Result<T> {
    T::deserialize(Reader(value))
}

impl fmt::Display for TransportFailure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("unreadable")
    }
}

impl std::error::Error for TransportFailure {}

impl de::Error for TransportFailure {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

thread_local! {
    /// The names of members, brought over to the browser once.
    static NAMES: RefCell<BTreeMap<&'static str, JsString>> = const { RefCell::new(BTreeMap::new()) };
}

/// A member of an object; `undefined` when it is missing.
fn member(object: &JsValue, name: &'static str) -> Result<JsValue> {
    NAMES.with_borrow_mut(|names| {
        let name = names.entry(name).or_insert_with(|| name.into());
        Ok(Reflect::get(object, name)?)
    })
}

struct Reader(JsValue);

impl Reader {
    fn is_nothing(&self) -> bool {
        self.0.is_null() || self.0.is_undefined()
    }

    fn whole_number(&self) -> Result<i64> {
        match self.0.as_f64() {
            Some(number) if Number::is_safe_integer(&self.0) => Ok(number as i64),
            _ => Err(TransportFailure),
        }
    }

    fn text(&self) -> Result<String> {
        self.0.as_string().ok_or(TransportFailure)
    }

    fn signed<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_i64(self.whole_number()?)
    }

    fn unsigned<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let number = self.whole_number()?;
        visitor.visit_u64(number.try_into().map_err(|_| TransportFailure)?)
    }
}

impl<'de> Deserializer<'de> for Reader {
    type Error = TransportFailure;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.is_nothing() {
            visitor.visit_unit()
        } else if let Some(truth) = self.0.as_bool() {
            visitor.visit_bool(truth)
        } else if let Some(text) = self.0.as_string() {
            visitor.visit_string(text)
        } else if Array::is_array(&self.0) {
            self.deserialize_seq(visitor)
        } else if self.0.is_object() {
            self.deserialize_map(visitor)
        } else {
            self.signed(visitor)
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_bool(self.0.as_bool().ok_or(TransportFailure)?)
    }

    fn deserialize_i8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.signed(visitor)
    }

    fn deserialize_i16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.signed(visitor)
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.signed(visitor)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.signed(visitor)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.unsigned(visitor)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.unsigned(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.unsigned(visitor)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.unsigned(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_str(&self.text()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.is_nothing() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_seq(Elements {
            array: self.0.dyn_into()?,
            next: 0,
        })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _length: usize, visitor: V) -> Result<V::Value> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _length: usize,
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let object: Object = self.0.dyn_into()?;
        visitor.visit_map(Entries {
            entries: Object::entries(&object),
            next: 0,
        })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_seq(Members {
            object: self.0,
            names: fields.iter(),
        })
    }

    /// `"Name"`, or `{ "Name": … }`.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        if self.0.is_string() {
            return visitor.visit_enum(Variant {
                name: self.0,
                content: JsValue::UNDEFINED,
            });
        }
        let object: Object = self.0.dyn_into()?;
        let entry: Array = Object::entries(&object).get(0).dyn_into()?;
        visitor.visit_enum(Variant {
            name: entry.get(0),
            content: entry.get(1),
        })
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! { f32 f64 i128 u128 char bytes byte_buf unit unit_struct }
}

struct Elements {
    array: Array,
    next: u32,
}

impl<'de> SeqAccess<'de> for Elements {
    type Error = TransportFailure;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if self.next == self.array.length() {
            return Ok(None);
        }
        let element = self.array.get(self.next);
        self.next += 1;
        seed.deserialize(Reader(element)).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        (self.array.length() - self.next).try_into().ok()
    }
}

struct Members {
    object: JsValue,
    names: slice::Iter<'static, &'static str>,
}

impl<'de> SeqAccess<'de> for Members {
    type Error = TransportFailure;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        let Some(name) = self.names.next() else {
            return Ok(None);
        };
        let value = member(&self.object, name)?;
        seed.deserialize(Reader(value)).map(Some)
    }
}

struct Entries {
    entries: Array,
    next: u32,
}

impl Entries {
    fn part(&self, index: u32) -> Result<Reader> {
        let entry: Array = self.entries.get(self.next).dyn_into()?;
        Ok(Reader(entry.get(index)))
    }
}

impl<'de> MapAccess<'de> for Entries {
    type Error = TransportFailure;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        if self.next == self.entries.length() {
            return Ok(None);
        }
        seed.deserialize(self.part(0)?).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        let value = self.part(1)?;
        self.next += 1;
        seed.deserialize(value)
    }
}

struct Variant {
    name: JsValue,
    content: JsValue,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = TransportFailure;
    type Variant = Reader;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Reader)> {
        Ok((seed.deserialize(Reader(self.name))?, Reader(self.content)))
    }
}

impl<'de> VariantAccess<'de> for Reader {
    type Error = TransportFailure;

    fn unit_variant(self) -> Result<()> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value> {
        self.deserialize_tuple(length, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_struct("", fields, visitor)
    }
}
