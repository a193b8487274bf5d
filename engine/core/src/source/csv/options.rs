//! Parameters of the operation `import_csv`: how a delimited text is to be read.

use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::source::cell::Format;

/// How a delimited text is to be read. Every field has a default; detection proposes better ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CsvOptions {
    /// Name of the attached file.
    #[schemars(extend("x-widget" = "file"))]
    pub file: String,
    /// Field separator: one ASCII character; a tab may be written `\t`.
    #[schemars(extend("x-widget" = "delimiter", "minLength" = 1, "maxLength" = 2))]
    pub delimiter: String,
    /// Character that fields may stand in; doubled inside them.
    pub quote: Quote,
    /// Whether the first record holds the column names.
    pub header: bool,
    /// Character encoding.
    pub encoding: CsvEncoding,
    /// Mark before the decimals of numbers.
    pub decimal: Mark,
    /// Mark between the thousands of numbers.
    pub thousands: Thousands,
    /// Texts that stand for a missing value. Compared whole; in text columns only where not quoted.
    pub null_tokens: Vec<String>,
    /// Lines to skip at the start of the file.
    #[schemars(range(max = 100_000))]
    pub skip_lines: u32,
    /// `strftime` format of dates such as `%d/%m/%Y`; ISO 8601 without one. With a time in it, it is the
    /// format of dates with times; without, a time may follow after a space.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_format: Option<String>,
    /// Types of columns by name; those of other columns are inferred from samples.
    pub columns: Vec<ColumnChoice>,
}

impl Default for CsvOptions {
    fn default() -> Self {
        Self {
            file: String::new(),
            delimiter: ",".to_owned(),
            quote: Quote::Double,
            header: true,
            encoding: CsvEncoding::Auto,
            decimal: Mark::Point,
            thousands: Thousands::None,
            null_tokens: vec![String::new()],
            skip_lines: 0,
            date_format: None,
            columns: Vec::new(),
        }
    }
}

/// The type of one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct ColumnChoice {
    /// Name, as it will stand in the table.
    pub name: String,
    /// Type.
    #[serde(rename = "type")]
    pub kind: CsvType,
}

/// A type that text can be read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum CsvType {
    /// True or false, in French or English.
    Boolean,
    /// 64-bit integer.
    Integer,
    /// 64-bit floating-point number.
    Number,
    /// Text.
    Text,
    /// Calendar date.
    Date,
    /// Date and time; with an offset it is converted to UTC. Beyond microseconds digits are cut.
    Datetime,
    /// Time of day.
    Time,
}

impl CsvType {
    /// The page's word for it.
    pub fn kind(self) -> ColumnType {
        match self {
            Self::Boolean => ColumnType::Boolean,
            Self::Integer => ColumnType::Integer,
            Self::Number => ColumnType::Number,
            Self::Text => ColumnType::Text,
            Self::Date => ColumnType::Date,
            Self::Datetime => ColumnType::Datetime,
            Self::Time => ColumnType::Time,
        }
    }
}

/// Character that fields may stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Quote {
    /// `"`
    Double,
    /// `'`
    Single,
    /// Quotes are characters like others.
    None,
}

impl Quote {
    /// The byte, if there is one.
    pub fn byte(self) -> Option<u8> {
        match self {
            Self::Double => Some(b'"'),
            Self::Single => Some(b'\''),
            Self::None => None,
        }
    }
}

/// Character encoding of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(inline)]
pub enum CsvEncoding {
    /// By byte order mark, else UTF-8 where it is valid, else Windows-1252.
    #[serde(rename = "auto")]
    Auto,
    /// UTF-8.
    #[serde(rename = "utf-8")]
    Utf8,
    /// Windows-1252.
    #[serde(rename = "cp1252")]
    Cp1252,
    /// ISO 8859-1.
    #[serde(rename = "latin-1")]
    Latin1,
    /// UTF-16.
    #[serde(rename = "utf-16")]
    Utf16,
}

/// Mark before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Mark {
    /// `3.14`
    Point,
    /// `3,14`
    Comma,
}

impl Mark {
    /// The byte.
    pub fn byte(self) -> u8 {
        match self {
            Self::Point => b'.',
            Self::Comma => b',',
        }
    }
}

/// Mark between the thousands. Groups must have three digits, the first one to three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Thousands {
    /// Digits stand without marks.
    None,
    /// Any space: plain, no-break, narrow no-break or thin.
    Space,
    /// `1.234.567`
    Point,
    /// `1,234,567`
    Comma,
    /// `1'234'567`, straight or curly.
    Apostrophe,
}

impl CsvOptions {
    /// The separator's byte.
    ///
    /// # Errors
    /// `param-invalid` at `/delimiter`.
    pub fn delimiter_byte(&self) -> Checked<u8> {
        let byte = match self.delimiter.as_bytes() {
            b"\\t" => b'\t',
            [byte] => *byte,
            _ => 0,
        };
        let legal = byte.is_ascii() && !matches!(byte, 0 | b'\r' | b'\n') && Some(byte) != self.quote.byte();
        if legal {
            return Ok(byte);
        }
        Err(Diagnostic::new(Code::ParamInvalid).with("detail", self.delimiter.as_str()).at_field("/delimiter"))
    }

    /// What is wrong with the parameters by themselves.
    ///
    /// # Errors
    /// `param-invalid` at the field.
    pub fn check(&self) -> Checked<()> {
        self.delimiter_byte()?;
        let same =
            matches!((self.decimal, self.thousands), (Mark::Point, Thousands::Point) | (Mark::Comma, Thousands::Comma));
        if same {
            return Err(Diagnostic::new(Code::ParamInvalid)
                .with("detail", char::from(self.decimal.byte()).to_string())
                .at_field("/thousands"));
        }
        self.format().map(drop)
    }

    /// How cells are written.
    ///
    /// # Errors
    /// `param-invalid` at `/date_format`.
    pub fn format(&self) -> Checked<Format> {
        let format = Format::new(self.decimal, self.date_format.as_deref(), "/date_format")?;
        Ok(Format { thousands: self.thousands, ..format })
    }
}
