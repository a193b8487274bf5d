//! One column as it grows: typed cells, one contiguous chunk, a validity bitmap only once a cell is missing.

use polars::prelude::*;
use polars_arrow::array::{BooleanArray, MutableBinaryViewArray, Utf8ViewArray};
use polars_arrow::bitmap::MutableBitmap;

use super::options::CsvType;
use super::token::Field;
use crate::source::cell::{Format, boolean};
use crate::source::moment;

/// The cells of one column in a batch of records.
#[derive(Clone, Copy)]
pub struct Batch<'a> {
    /// The text that the fields are ranges of.
    pub text: &'a str,
    /// Fields of all records, record after record.
    pub fields: &'a [Field],
    /// Fields a record.
    pub width: usize,
    /// The quote that may be doubled.
    pub quote: Option<u8>,
}

/// Texts that stand for a missing value.
pub struct Nulls {
    /// Whether the empty text is one.
    pub empty: bool,
    /// The others.
    pub tokens: Vec<String>,
}

impl Nulls {
    /// Splits the tokens of the options.
    pub fn of(tokens: &[String]) -> Self {
        Self {
            empty: tokens.iter().any(String::is_empty),
            tokens: tokens.iter().filter(|token| !token.is_empty()).cloned().collect(),
        }
    }

    /// Whether an unquoted text is missing.
    #[inline]
    pub fn holds(&self, text: &str) -> bool {
        if text.is_empty() { self.empty } else { self.is_token(text) }
    }

    #[inline]
    fn is_token(&self, text: &str) -> bool {
        !self.tokens.is_empty() && self.tokens.iter().any(|token| token == text)
    }
}

/// Values with their validity.
pub struct Values<T> {
    values: Vec<T>,
    validity: Option<MutableBitmap>,
}

impl<T: Copy + Default> Values<T> {
    fn new() -> Self {
        Self { values: Vec::new(), validity: None }
    }

    #[inline]
    fn push(&mut self, value: T) {
        self.values.push(value);
        if let Some(validity) = &mut self.validity {
            validity.push(true);
        }
    }

    fn push_null(&mut self) {
        let before = self.values.len();
        self.values.push(T::default());
        let validity = self.validity.get_or_insert_with(|| {
            let mut validity = MutableBitmap::with_capacity(before + 1);
            validity.extend_constant(before, true);
            validity
        });
        validity.push(false);
    }
}

/// A column of any type.
pub enum Cells {
    /// Truth values.
    Boolean(Values<bool>),
    /// Integers.
    Integer(Values<i64>),
    /// Numbers.
    Number(Values<f64>),
    /// Texts.
    Text(MutableBinaryViewArray<str>),
    /// Days since the epoch.
    Date(Values<i32>),
    /// Microseconds since the epoch.
    Datetime(Values<i64>),
    /// Nanoseconds since midnight.
    Time(Values<i64>),
}

impl Cells {
    /// An empty column.
    pub fn new(kind: CsvType) -> Self {
        match kind {
            CsvType::Boolean => Self::Boolean(Values::new()),
            CsvType::Integer => Self::Integer(Values::new()),
            CsvType::Number => Self::Number(Values::new()),
            CsvType::Text => Self::Text(MutableBinaryViewArray::new()),
            CsvType::Date => Self::Date(Values::new()),
            CsvType::Datetime => Self::Datetime(Values::new()),
            CsvType::Time => Self::Time(Values::new()),
        }
    }

    /// Makes room for `rows` more cells.
    pub fn reserve(&mut self, rows: usize) {
        match self {
            Self::Boolean(cells) => cells.values.reserve(rows),
            Self::Integer(cells) | Self::Datetime(cells) | Self::Time(cells) => cells.values.reserve(rows),
            Self::Number(cells) => cells.values.reserve(rows),
            Self::Text(cells) => cells.reserve(rows),
            Self::Date(cells) => cells.values.reserve(rows),
        }
    }

    /// Appends a column of the batch. `bad` is told the rows whose cell is not of the type: null in the table.
    pub fn append(&mut self, batch: Batch, column: usize, format: &Format, nulls: &Nulls, bad: &mut dyn FnMut(usize)) {
        match self {
            Self::Boolean(cells) => append(cells, batch, column, nulls, boolean, bad),
            Self::Integer(cells) => append(cells, batch, column, nulls, |text| format.integer(text), bad),
            Self::Number(cells) => append(cells, batch, column, nulls, |text| format.number(text), bad),
            Self::Text(cells) => append_texts(cells, batch, column, nulls),
            Self::Date(cells) => append(cells, batch, column, nulls, |text| format.date.date(text), bad),
            Self::Datetime(cells) => append(cells, batch, column, nulls, |text| format.date.datetime(text), bad),
            Self::Time(cells) => append(cells, batch, column, nulls, moment::time, bad),
        }
    }

    /// The finished column, one chunk.
    pub fn finish(self, name: &str) -> Column {
        let name = PlSmallStr::from_str(name);
        match self {
            Self::Boolean(cells) => {
                let values = cells.values.into_iter().collect::<MutableBitmap>().freeze();
                let validity = cells.validity.map(MutableBitmap::freeze);
                BooleanChunked::with_chunk(name, BooleanArray::new(ArrowDataType::Boolean, values, validity))
                    .into_column()
            }
            Self::Integer(cells) => whole(name, cells).into_column(),
            Self::Number(cells) => {
                let validity = cells.validity.map(MutableBitmap::freeze);
                Float64Chunked::from_vec_validity(name, cells.values, validity).into_column()
            }
            Self::Text(cells) => StringChunked::with_chunk(name, Utf8ViewArray::from(cells)).into_column(),
            Self::Date(cells) => {
                let validity = cells.validity.map(MutableBitmap::freeze);
                Int32Chunked::from_vec_validity(name, cells.values, validity).into_date().into_column()
            }
            Self::Datetime(cells) => whole(name, cells).into_datetime(TimeUnit::Microseconds, None).into_column(),
            Self::Time(cells) => whole(name, cells).into_time().into_column(),
        }
    }
}

fn whole(name: PlSmallStr, cells: Values<i64>) -> Int64Chunked {
    Int64Chunked::from_vec_validity(name, cells.values, cells.validity.map(MutableBitmap::freeze))
}

#[inline]
fn append<T: Copy + Default>(
    cells: &mut Values<T>,
    batch: Batch,
    column: usize,
    nulls: &Nulls,
    parse: impl Fn(&str) -> Option<T>,
    bad: &mut dyn FnMut(usize),
) {
    let mut scratch = String::new();
    for (row, record) in batch.fields.chunks_exact(batch.width).enumerate() {
        let text = record[column].text(batch.text, batch.quote, &mut scratch);
        // A token may look like a value: -999.
        if nulls.is_token(text) {
            cells.push_null();
        } else if let Some(value) = parse(text) {
            cells.push(value);
        } else {
            cells.push_null();
            if !nulls.holds(text.trim()) {
                bad(row);
            }
        }
    }
}

#[inline]
fn append_texts(cells: &mut MutableBinaryViewArray<str>, batch: Batch, column: usize, nulls: &Nulls) {
    let mut scratch = String::new();
    for record in batch.fields.chunks_exact(batch.width) {
        let field = record[column];
        let text = field.text(batch.text, batch.quote, &mut scratch);
        if !field.is_quoted() && nulls.holds(text) {
            cells.push_null();
        } else {
            cells.push_value(text);
        }
    }
}
