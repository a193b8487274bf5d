//! Texts from templates: words with placeholders, letters, remarks, addresses of mail.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::scope::{in_range, invalid};
use super::{ColumnKind, Fill, Filled, Need, Scope, Shape};
use crate::chance::{Alias, Stream};
use crate::formula::{BATCH, Batch, Formula};
use crate::value::{Column, Row, Texts, Type, Values};

/// One of the texts, by weight, with its placeholders filled: `{name}` or `{upper(name) || '!'}` is a formula over the
/// columns of the row (nothing where it has no value), `{#list}` one of a list, each as likely; `{{` and `}}` are braces.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// The texts.
    pub texts: Vec<Text>,
    /// Lists to choose from.
    #[serde(default)]
    pub lists: BTreeMap<String, Vec<String>>,
}

/// A text with its weight.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// The text with placeholders.
    pub text: String,
    /// Its weight among the texts that fit a row.
    #[serde(default = "one")]
    pub weight: f64,
    /// A condition on the columns of the row under which the text fits; without it, it fits all.
    #[serde(default)]
    pub when: Option<String>,
}

fn one() -> f64 {
    1.0
}

/// A piece of a template.
#[derive(Debug, Clone, PartialEq)]
enum Part {
    Words(String),
    Formula(String),
    List(String),
}

/// The pieces of a text; none if its braces do not match.
fn parts(text: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut words = String::new();
    let mut rest = text;
    while let Some(place) = rest.find(['{', '}']) {
        words.push_str(&rest[..place]);
        let brace = &rest[place..];
        if brace.starts_with("{{") || brace.starts_with("}}") {
            words.push_str(&brace[..1]);
            rest = &brace[2..];
            continue;
        }
        let (inside, after) = brace.strip_prefix('{')?.split_once('}')?;
        if !words.is_empty() {
            parts.push(Part::Words(std::mem::take(&mut words)));
        }
        parts.push(match inside.strip_prefix('#') {
            Some(list) => Part::List(list.to_owned()),
            None => Part::Formula(format!("text({inside})")),
        });
        rest = after;
    }
    words.push_str(rest);
    if !words.is_empty() {
        parts.push(Part::Words(words));
    }
    Some(parts)
}

/// A piece that is ready to be written.
enum Ready {
    Words(String),
    Formula(Formula),
    List(Vec<String>),
}

impl Template {
    fn conditions(&self) -> impl Iterator<Item = (usize, &String)> {
        self.texts.iter().enumerate().filter_map(|(place, text)| text.when.as_ref().map(|when| (place, when)))
    }

    fn ready(&self, types: &dyn Fn(&str) -> Option<Type>) -> Checked<Vec<Vec<Ready>>> {
        let mut texts = Vec::with_capacity(self.texts.len());
        for (place, text) in self.texts.iter().enumerate() {
            let field = format!("texts/{place}/text");
            let mut ready = Vec::new();
            for part in parts(&text.text).ok_or_else(|| invalid("braces", &field))? {
                ready.push(match part {
                    Part::Words(words) => Ready::Words(words),
                    Part::Formula(formula) => Ready::Formula(
                        Formula::compile(&formula, types).map_err(|error| error.at_field(format!("/{field}")))?,
                    ),
                    Part::List(name) => match self.lists.get(&name).filter(|list| !list.is_empty()) {
                        Some(list) => Ready::List(list.clone()),
                        None => return Err(invalid(format!("#{name}"), &field)),
                    },
                });
            }
            texts.push(ready);
        }
        Ok(texts)
    }

    /// For each row of a batch, the place of its text.
    fn draws(&self, conditions: &[Option<Formula>], fill: &Fill<'_>, rows: &[Row], stream: &mut Stream) -> Vec<usize> {
        let truths: Vec<Option<Vec<Option<bool>>>> = conditions
            .iter()
            .map(|condition| {
                condition.as_ref().map(|condition| match condition.batch(fill.rowset(), rows) {
                    Batch::Booleans(values) => values,
                    _ => Vec::new(),
                })
            })
            .collect();
        let fits = |text: usize, at: usize| {
            truths[text].as_ref().is_none_or(|values| values.get(at).copied().flatten() == Some(true))
        };
        let mut draws = Vec::with_capacity(rows.len());
        for at in 0..rows.len() {
            let total: f64 =
                self.texts.iter().enumerate().filter(|(text, _)| fits(*text, at)).map(|(_, t)| t.weight).sum();
            let mut point = stream.unit() * total;
            let mut drawn = usize::MAX;
            for (place, text) in self.texts.iter().enumerate().filter(|(text, _)| fits(*text, at)) {
                drawn = place;
                point -= text.weight;
                if point < 0.0 {
                    break;
                }
            }
            draws.push(drawn);
        }
        draws
    }
}

impl ColumnKind for Template {
    fn needs(&self) -> Vec<Need> {
        let all = self.texts.iter().filter_map(|text| parts(&text.text)).flatten();
        let formulas = all.filter_map(|part| if let Part::Formula(formula) = part { Some(formula) } else { None });
        let conditions = self.conditions().map(|(_, when)| when.clone());
        formulas.chain(conditions).flat_map(|formula| Formula::names(&formula)).map(Need::Column).collect()
    }

    fn shape(&self, scope: &Scope<'_>) -> Checked<Shape> {
        for (place, text) in self.texts.iter().enumerate() {
            in_range(text.weight, 0.0, 1e12, &format!("texts/{place}/weight"))?;
        }
        if Alias::new(self.texts.iter().map(|text| text.weight)).is_none() {
            return Err(invalid("no weight", "texts"));
        }
        self.ready(&|name| scope.column(name).ok().map(|shape| shape.kind))?;
        for (place, when) in self.conditions() {
            scope
                .formula(when, Some(crate::formula::Kind::Boolean))
                .map_err(|error| error.at_field(format!("/texts/{place}/when")))?;
        }
        Ok(Shape::of(Type::Text))
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        let types = |name: &str| fill.of(name).ok().map(Column::kind);
        let ready = self.ready(&types)?;
        let mut conditions: Vec<Option<Formula>> = Vec::new();
        for text in &self.texts {
            conditions.push(text.when.as_ref().map(|when| Formula::compile(when, &types)).transpose()?);
        }
        let (mut texts_stream, mut words) = (fill.stream("text"), fill.stream("words"));
        let mut texts = Texts::with_capacity(fill.rows as usize, 0);
        let mut first = 0;
        while first < fill.rows {
            let rows: Vec<Row> = (first..fill.rows.min(first + BATCH as u32)).collect();
            let draws = self.draws(&conditions, fill, &rows, &mut texts_stream);
            // Each text computes its formulas for its own rows only.
            let mut cursors = vec![0_usize; ready.len()];
            let mut batches: Vec<Vec<Batch<'_>>> = Vec::with_capacity(ready.len());
            for (place, parts) in ready.iter().enumerate() {
                let own: Vec<Row> =
                    rows.iter().zip(&draws).filter(|(_, drawn)| **drawn == place).map(|(row, _)| *row).collect();
                let formulas = parts.iter().filter_map(|part| match part {
                    Ready::Formula(formula) if !own.is_empty() => Some(formula.batch(fill.rowset(), &own)),
                    _ => None,
                });
                batches.push(formulas.collect());
            }
            for drawn in draws {
                texts.push_with(|text| {
                    let Some(parts) = ready.get(drawn) else { return };
                    let at = cursors[drawn];
                    cursors[drawn] += 1;
                    let mut formulas = batches[drawn].iter();
                    for part in parts {
                        match part {
                            Ready::Words(words) => text.push_str(words),
                            Ready::List(list) => text.push_str(words.pick(list).map_or("", String::as_str)),
                            Ready::Formula(_) => {
                                if let Some(Batch::Texts(values)) = formulas.next()
                                    && let Some(Some(value)) = values.get(at)
                                {
                                    text.push_str(value);
                                }
                            }
                        }
                    }
                });
            }
            first += rows.len() as u32;
        }
        Ok(Values::Text(texts).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_parted_from_words() {
        let words = |text: &str| Part::Words(text.to_owned());
        assert_eq!(
            parts("Bonjour {name}, {{{#end}}}!"),
            Some(vec![
                words("Bonjour "),
                Part::Formula("text(name)".to_owned()),
                words(", {"),
                Part::List("end".to_owned()),
                words("}!"),
            ])
        );
        assert_eq!(parts(""), Some(Vec::new()));
        assert!(parts("a } b").is_none() && parts("{open").is_none());
    }
}
