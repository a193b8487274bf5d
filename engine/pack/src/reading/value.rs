//! Serde over parsed TOML whose keys and values know where they stand.
//!
//! The deserialiser of the `toml` crate words what is wrong in sentences; this one keeps it as codes.

use std::ops::Range;

use protocol::{Code, Diagnostic};
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde::{Deserializer, forward_to_deserialize_any};
use toml::Spanned;
use toml::de::{DeInteger, DeString, DeTable, DeValue};

use super::error::ReadError;

type Entry<'t, 'a> = (&'t Spanned<DeString<'a>>, &'t Spanned<DeValue<'a>>);

/// The value of an integer, if it fits in 64 bits.
pub fn integer(value: &DeInteger<'_>) -> Option<i64> {
    i64::from_str_radix(value.as_str(), value.radix()).ok()
}

/// The keys of a file but those that say what it is.
pub fn body<'t, 'a>(root: &'t Spanned<DeTable<'a>>, but: &'t [&'t str]) -> Body<'t, 'a> {
    Body { table: root.get_ref(), but, range: 0..0 }
}

/// A table as what a type is read from.
pub struct Body<'t, 'a> {
    table: &'t DeTable<'a>,
    but: &'t [&'t str],
    range: Range<usize>,
}

impl<'de> Deserializer<'de> for Body<'_, '_> {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        let entries = self.table.iter().filter(|(key, _)| !self.but.contains(&key.get_ref().as_ref()));
        // The order of the file, not of the alphabet: the first mistake is the one that is told.
        let mut entries: Vec<Entry<'_, '_>> = entries.collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        visitor
            .visit_map(Entries { entries: entries.into_iter(), value: None })
            .map_err(|error| error.within(&self.range))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// A value as what a type is read from.
pub struct Reader<'t, 'a> {
    value: &'t DeValue<'a>,
    range: Range<usize>,
}

impl<'t, 'a> Reader<'t, 'a> {
    /// Reads from a value that knows its place.
    pub fn new(value: &'t Spanned<DeValue<'a>>) -> Self {
        Self { value: value.get_ref(), range: value.span() }
    }

    fn number<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, ReadError> {
        let too_large = |text: &str| ReadError::new(Diagnostic::new(Code::PackNumber).with("value", text));
        match self.value {
            DeValue::Integer(number) => {
                integer(number).ok_or_else(|| too_large(number.as_str())).and_then(|value| visitor.visit_i64(value))
            }
            DeValue::Float(number) => {
                let value = number.as_str().parse::<f64>().ok().filter(|value| value.is_finite());
                value.ok_or_else(|| too_large(number.as_str())).and_then(|value| visitor.visit_f64(value))
            }
            _ => visitor.visit_unit(),
        }
    }
}

impl<'de> Deserializer<'de> for Reader<'_, '_> {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        let result = match self.value {
            DeValue::String(text) => visitor.visit_str(text),
            DeValue::Boolean(value) => visitor.visit_bool(*value),
            DeValue::Datetime(value) => visitor.visit_string(value.to_string()),
            DeValue::Array(array) => visitor.visit_seq(Elements(array.iter())),
            DeValue::Table(table) => {
                let range = self.range.clone();
                return Body { table, but: &[], range }.deserialize_any(visitor);
            }
            DeValue::Integer(_) | DeValue::Float(_) => self.number(visitor),
        };
        result.map_err(|error| error.within(&self.range))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        let result = match self.value {
            DeValue::String(text) => visitor.visit_enum(StrDeserializer::new(text)),
            DeValue::Table(table) if table.len() == 1 => match table.iter().next() {
                Some((key, value)) => visitor.visit_enum(Variant { key, value }),
                None => return self.deserialize_any(visitor),
            },
            _ => return self.deserialize_any(visitor),
        };
        result.map_err(|error: ReadError| error.within(&self.range))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}

struct Elements<'t, 'a>(std::slice::Iter<'t, Spanned<DeValue<'a>>>);

impl<'de> SeqAccess<'de> for Elements<'_, '_> {
    type Error = ReadError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, ReadError> {
        self.0.next().map(|value| seed.deserialize(Reader::new(value))).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

struct Entries<'t, 'a> {
    entries: std::vec::IntoIter<Entry<'t, 'a>>,
    value: Option<&'t Spanned<DeValue<'a>>>,
}

impl<'de> MapAccess<'de> for Entries<'_, '_> {
    type Error = ReadError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, ReadError> {
        let Some((key, value)) = self.entries.next() else { return Ok(None) };
        self.value = Some(value);
        let name: StrDeserializer<'_, ReadError> = key.get_ref().as_ref().into_deserializer();
        seed.deserialize(name).map(Some).map_err(|error| error.within(&key.span()))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, ReadError> {
        match self.value.take() {
            Some(value) => seed.deserialize(Reader::new(value)),
            None => Err(ReadError::new(Diagnostic::new(Code::PackKeyMissing))),
        }
    }
}

/// A variant with contents: a table of one key.
struct Variant<'t, 'a> {
    key: &'t Spanned<DeString<'a>>,
    value: &'t Spanned<DeValue<'a>>,
}

impl<'de, 't, 'a> EnumAccess<'de> for Variant<'t, 'a> {
    type Error = ReadError;
    type Variant = Reader<'t, 'a>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self::Variant), ReadError> {
        let name: StrDeserializer<'_, ReadError> = self.key.get_ref().as_ref().into_deserializer();
        let variant = seed.deserialize(name).map_err(|error| error.within(&self.key.span()))?;
        Ok((variant, Reader::new(self.value)))
    }
}

impl<'de> VariantAccess<'de> for Reader<'_, '_> {
    type Error = ReadError;

    fn unit_variant(self) -> Result<(), ReadError> {
        serde::Deserialize::deserialize(self)
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, ReadError> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_any(visitor)
    }
}
