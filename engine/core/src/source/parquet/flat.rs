//! Columns without nesting, in the encodings that most writers use: numbers and texts, in full or through a
//! dictionary.
//!
//! What is not in them is for the general decoder, which is right for all and slower: it takes every run of equal
//! numbers through an object of its own (and writers that pack no bits make a run of nearly every row), and it
//! clears new memory for every page. Layout: Apache Parquet, `Encodings.md`, PLAIN and RLE_DICTIONARY.

use polars::prelude::*;
use polars_arrow::bitmap::Bitmap;
use polars_parquet::parquet::encoding::Encoding;
use polars_parquet::parquet::page::{DataPage, DictPage, EncodedSplitBuffer, split_buffer};
use polars_parquet::parquet::schema::types::PhysicalType;
use polars_parquet::read::BasicDecompressor;

use unpack::hybrid::unpack;

/// The rows of a chunk of whole numbers, of floats or of texts, that are stored as such; `None` where it is of another type, or where a
/// page is in another encoding: then the general decoder begins with the first page.
///
/// # Errors
/// What a damaged page holds.
pub fn column(pages: &mut BasicDecompressor, stored: PhysicalType, field: &ArrowField) -> PolarsResult<Option<Series>> {
    match (stored, field.dtype()) {
        (PhysicalType::Int64, ArrowDataType::Int64) => numbers::<Int64Type, 8>(pages, &field.name, unpack::integers),
        (PhysicalType::Double, ArrowDataType::Float64) => numbers::<Float64Type, 8>(pages, &field.name, unpack::floats),
        (PhysicalType::ByteArray, ArrowDataType::Utf8View) => texts(pages, &field.name),
        _ => Ok(None),
    }
}

fn numbers<T: PolarsNumericType, const BYTES: usize>(
    pages: &mut BasicDecompressor,
    name: &PlSmallStr,
    decode: fn(&[u8], &mut Vec<T::Native>),
) -> PolarsResult<Option<Series>>
where
    ChunkedArray<T>: IntoSeries,
{
    let mut dictionary = Vec::new();
    if let Some(page) = pages.read_dict_page()? {
        decode(&page.buffer, &mut dictionary);
    }
    let (mut values, mut validity, mut places) = (Vec::new(), Validity::default(), Vec::new());
    values.reserve(pages.total_num_values());
    while let Some(page) = pages.next() {
        let page = page?.decompress(pages)?;
        let (parts, rows, start) = (split_buffer(&page)?, page.num_values(), values.len());
        let present = validity.page(&page, &parts)?;
        match page.encoding() {
            Encoding::Plain => {
                let bytes = present.checked_mul(BYTES).and_then(|length| parts.values.get(..length));
                decode(bytes.ok_or_else(|| damaged("page"))?, &mut values);
            }
            Encoding::RleDictionary | Encoding::PlainDictionary => {
                places.clear();
                indices(&parts, present, &mut places)?;
                if places.iter().any(|place| *place as usize >= dictionary.len()) {
                    return Err(damaged("page"));
                }
                values.extend(places.iter().filter_map(|place| dictionary.get(*place as usize)));
            }
            _ => return Ok(None),
        }
        validity.spread(&mut values, start, rows);
        pages.reuse_page_buffer(page);
    }
    Ok(Some(ChunkedArray::<T>::from_vec_validity(name.clone(), values, validity.finish()).into_series()))
}

fn texts(pages: &mut BasicDecompressor, name: &PlSmallStr) -> PolarsResult<Option<Series>> {
    let Some(dictionary) = pages.read_dict_page()? else { return Ok(None) };
    let dictionary = entries(&dictionary)?;
    let (mut places, mut validity) = (Vec::new(), Validity::default());
    places.reserve(pages.total_num_values());
    while let Some(page) = pages.next() {
        let page = page?.decompress(pages)?;
        if !matches!(page.encoding(), Encoding::RleDictionary | Encoding::PlainDictionary) {
            return Ok(None);
        }
        let (parts, rows, start) = (split_buffer(&page)?, page.num_values(), places.len());
        let present = validity.page(&page, &parts)?;
        indices(&parts, present, &mut places)?;
        validity.spread(&mut places, start, rows);
        pages.reuse_page_buffer(page);
    }
    let places = IdxCa::from_vec_validity(name.clone(), places, validity.finish());
    Ok(Some(dictionary.take(&places)?.with_name(name.clone()).into_series()))
}

/// The texts of a dictionary: each its length in 32 bits, then its bytes.
fn entries(page: &DictPage) -> PolarsResult<StringChunked> {
    let mut rest: &[u8] = &page.buffer;
    let mut texts = StringChunkedBuilder::new(PlSmallStr::EMPTY, page.num_values.min(rest.len()));
    for _ in 0..page.num_values {
        let (length, after) = rest.split_first_chunk::<4>().ok_or_else(|| damaged("dictionary"))?;
        let length = u32::from_le_bytes(*length) as usize;
        let (text, after) = after.split_at_checked(length).ok_or_else(|| damaged("dictionary"))?;
        texts.append_value(simdutf8::basic::from_utf8(text).map_err(|_| damaged("text"))?);
        rest = after;
    }
    Ok(texts.finish())
}

/// Puts the places in the dictionary of a page's `present` values onto `places`.
fn indices(parts: &EncodedSplitBuffer, present: usize, places: &mut Vec<IdxSize>) -> PolarsResult<()> {
    if present == 0 {
        return Ok(());
    }
    let (width, packed) = parts.values.split_first().ok_or_else(|| damaged("page"))?;
    unpack(packed, u32::from(*width), present, places).ok_or_else(|| damaged("page"))
}

/// Which rows have a value.
#[derive(Default)]
struct Validity {
    /// Of all rows so far; none while each has a value.
    rows: Option<Vec<bool>>,
    /// Of the page at work, one number for each row, 0 where there is no value; empty where all have one.
    levels: Vec<u32>,
}

impl Validity {
    /// Reads the levels of a page; how many of its rows have a value.
    fn page(&mut self, page: &DataPage, parts: &EncodedSplitBuffer) -> PolarsResult<usize> {
        let rows = page.num_values();
        self.levels.clear();
        if page.descriptor.max_def_level > 0 {
            unpack(parts.def, 1, rows, &mut self.levels).ok_or_else(|| damaged("page"))?;
            if !self.levels.contains(&0) {
                self.levels.clear();
            }
        }
        Ok(if self.levels.is_empty() { rows } else { self.levels.iter().filter(|level| **level != 0).count() })
    }

    /// Puts the values of the page, which stand from `start` on, into their `rows`.
    fn spread<T: Copy + Default>(&mut self, values: &mut Vec<T>, start: usize, rows: usize) {
        if !self.levels.is_empty() {
            let valid = self.rows.get_or_insert_with(|| vec![true; start]);
            valid.extend(self.levels.iter().map(|level| *level != 0));
            let mut dense = values.split_off(start).into_iter();
            values.extend(self.levels.iter().map(|level| match level {
                0 => T::default(),
                _ => dense.next().unwrap_or_default(),
            }));
        } else if let Some(valid) = &mut self.rows {
            valid.resize(start + rows, true);
        }
    }

    fn finish(self) -> Option<Bitmap> {
        self.rows.map(Bitmap::from)
    }
}

fn damaged(what: &str) -> PolarsError {
    polars_err!(ComputeError: "a {what} is damaged")
}

#[cfg(test)]
mod tests {
    use polars_parquet::parquet::encoding::hybrid_rle::encode;
    use proptest::prelude::*;
    use unpack::hybrid::unpack;

    proptest! {
        #[test]
        fn what_a_writer_packs_is_unpacked(
            width in 1_u32..=32,
            raw in prop::collection::vec((any::<u32>(), 1_usize..40), 0..60),
        ) {
            let mask = u32::MAX >> (32 - width);
            let values: Vec<u32> = raw.iter().flat_map(|(value, run)| vec![value & mask; *run]).collect();
            let mut bytes = Vec::new();
            encode::<u32, _, _>(&mut bytes, values.iter().copied(), width).unwrap();
            let mut numbers = Vec::new();
            prop_assert_eq!(unpack(&bytes, width, values.len(), &mut numbers), Some(()));
            prop_assert_eq!(numbers, values);
        }
    }
}
