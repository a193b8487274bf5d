//! The functions of formulas: one line each.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::tree::Kind;
use crate::calendar::{civil, weekday, write_date};

/// What a function does to values that are there.
#[derive(Debug, Clone, Copy)]
pub(super) enum Body {
    Numbers1(fn(f64) -> f64),
    Numbers2(fn(f64, f64) -> f64),
    Numbers3(fn(f64, f64, f64) -> f64),
    TextNumber(fn(&str) -> f64),
    Text1(fn(&str) -> String),
    TextText2(fn(&str, &str, &str) -> String),
    TextNumbers1(fn(&str, f64) -> String),
    TextNumbers2(fn(&str, f64, f64) -> String),
    NumberText1(fn(f64) -> String),
    NumberText2(fn(f64, f64) -> String),
}

pub(super) struct Function {
    pub(super) name: &'static str,
    pub(super) arguments: &'static [Kind],
    pub(super) body: Body,
}

const N: Kind = Kind::Number;
const T: Kind = Kind::Text;

const fn function(name: &'static str, arguments: &'static [Kind], body: Body) -> Function {
    Function { name, arguments, body }
}

static FUNCTIONS: [Function; 34] = [
    function("abs", &[N], Body::Numbers1(f64::abs)),
    function("floor", &[N], Body::Numbers1(f64::floor)),
    function("ceil", &[N], Body::Numbers1(f64::ceil)),
    function("round", &[N], Body::Numbers1(f64::round)),
    function("round", &[N, N], Body::Numbers2(round_to)),
    function("sqrt", &[N], Body::Numbers1(f64::sqrt)),
    function("exp", &[N], Body::Numbers1(libm::exp)),
    function("ln", &[N], Body::Numbers1(libm::log)),
    function("log10", &[N], Body::Numbers1(libm::log10)),
    function("sin", &[N], Body::Numbers1(libm::sin)),
    function("cos", &[N], Body::Numbers1(libm::cos)),
    function("pow", &[N, N], Body::Numbers2(libm::pow)),
    function("min", &[N, N], Body::Numbers2(|a, b| if a < b { a } else { b })),
    function("max", &[N, N], Body::Numbers2(|a, b| if a > b { a } else { b })),
    function(
        "clamp",
        &[N, N, N],
        Body::Numbers3(|x, low, high| {
            if x < low {
                low
            } else if x > high {
                high
            } else {
                x
            }
        }),
    ),
    // Of days.
    function("year", &[N], Body::Numbers1(|days| f64::from(civil(days as i32).0))),
    function("month", &[N], Body::Numbers1(|days| f64::from(civil(days as i32).1))),
    function("day", &[N], Body::Numbers1(|days| f64::from(civil(days as i32).2))),
    function("weekday", &[N], Body::Numbers1(|days| f64::from(weekday(days as i32)))),
    function("iso", &[N], Body::NumberText1(iso)),
    // Of milliseconds.
    function("day_of", &[N], Body::Numbers1(|millis| (millis / 86_400_000.0).floor())),
    function("hour", &[N], Body::Numbers1(|millis| (millis / 3_600_000.0).floor().rem_euclid(24.0))),
    function("minute", &[N], Body::Numbers1(|millis| (millis / 60_000.0).floor().rem_euclid(60.0))),
    // Of texts.
    function("length", &[T], Body::TextNumber(|text| text.chars().count() as f64)),
    function(
        "number",
        &[T],
        Body::TextNumber(|text| text.parse().ok().filter(|x: &f64| x.is_finite()).unwrap_or(f64::NAN)),
    ),
    function("lower", &[T], Body::Text1(|text| text.to_lowercase())),
    function("upper", &[T], Body::Text1(|text| text.to_uppercase())),
    function("ascii", &[T], Body::Text1(ascii)),
    function("slug", &[T], Body::Text1(slug)),
    function("left", &[T, N], Body::TextNumbers1(|text, count| text.chars().take(count.max(0.0) as usize).collect())),
    function("mid", &[T, N, N], Body::TextNumbers2(mid)),
    function("replace", &[T, T, T], Body::TextText2(|text, from, to| text.replace(from, to))),
    function(
        "pad",
        &[N, N],
        Body::NumberText2(|value, width| format!("{:0width$}", value as i64, width = (width as usize).min(40))),
    ),
    function(
        "fixed",
        &[N, N],
        Body::NumberText2(|value, digits| format!("{value:.digits$}", digits = (digits as usize).min(12))),
    ),
];

/// The function of this name with so many arguments.
pub(super) fn find(name: &str, arguments: usize) -> Option<&'static Function> {
    FUNCTIONS.iter().find(|function| function.name == name && function.arguments.len() == arguments)
}

/// Every function as `name(type, …)`, those of the parser included.
pub(super) fn signatures() -> Vec<String> {
    let special = ["row()", "place()", "is_null(any)", "text(any)", "date(text)", "time(text)"];
    let choices = ["if(boolean, any, any)", "coalesce(any, any)"];
    let listed = FUNCTIONS.iter().map(|function| {
        let arguments: Vec<&str> = function.arguments.iter().map(|kind| kind.name()).collect();
        format!("{}({})", function.name, arguments.join(", "))
    });
    listed.chain(special.into_iter().chain(choices).map(str::to_owned)).collect()
}

fn round_to(value: f64, digits: f64) -> f64 {
    let power = (0..digits.clamp(0.0, 15.0) as u8).fold(1.0, |power, _| power * 10.0);
    (value * power).round() / power
}

fn iso(days: f64) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write_date(&mut text, days as i32);
    text
}

fn mid(text: &str, start: f64, count: f64) -> String {
    text.chars().skip((start - 1.0).max(0.0) as usize).take(count.max(0.0) as usize).collect()
}

/// Letters without their accents, ligatures apart; what is not ASCII then is left out.
pub fn ascii(text: &str) -> String {
    let apart = text.nfd().flat_map(|char| match char {
        'œ' => ['o', 'e'],
        'Œ' => ['O', 'E'],
        'æ' => ['a', 'e'],
        'Æ' => ['A', 'E'],
        '’' => ['\'', '\0'],
        _ => [char, '\0'],
    });
    apart.filter(|char| char.is_ascii() && *char != '\0').collect()
}

/// Lower-case ASCII letters and digits, with “-” between words.
fn slug(text: &str) -> String {
    let plain: Cow<'_, str> = ascii(text).to_lowercase().into();
    let words = plain.split(|char: char| !char.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
