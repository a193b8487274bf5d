//! A tree over a batch of rows: one vector for each node.

use std::borrow::Cow;

use super::Batch;
use super::functions::Body;
use super::tree::{Arithmetic, Kind, Node};
use crate::value::{Cell, Column, Row, Values};

type Texts<'a> = Vec<Option<Cow<'a, str>>>;
type Truths = Vec<Option<bool>>;

struct Scope<'s, 'a> {
    columns: &'s [Option<&'a Column>],
    places: &'s [u32],
    rows: &'s [Row],
}

pub(super) fn eval<'a>(node: &'a Node, columns: &[Option<&'a Column>], places: &[u32], rows: &[Row]) -> Batch<'a> {
    Scope { columns, places, rows }.any(node)
}

impl<'a> Scope<'_, 'a> {
    fn any(&self, node: &'a Node) -> Batch<'a> {
        match node {
            Node::Number(_) | Node::Row | Node::Place | Node::Negative(_) | Node::Arithmetic(..) => {
                Batch::Numbers(self.numbers(node))
            }
            Node::Column(_, Kind::Number) => Batch::Numbers(self.numbers(node)),
            Node::Text(_) | Node::Concat(..) | Node::Show(_) | Node::Column(_, Kind::Text) => {
                Batch::Texts(self.texts(node))
            }
            Node::Call(body, _) => match body {
                Body::Numbers1(_) | Body::Numbers2(_) | Body::Numbers3(_) | Body::TextNumber(_) => {
                    Batch::Numbers(self.numbers(node))
                }
                _ => Batch::Texts(self.texts(node)),
            },
            Node::If(condition, first, second) => {
                let conditions = self.truths(condition);
                match (self.any(first), self.any(second)) {
                    (Batch::Numbers(first), Batch::Numbers(second)) => {
                        Batch::Numbers(choose(&conditions, first, second))
                    }
                    (Batch::Texts(first), Batch::Texts(second)) => Batch::Texts(choose(&conditions, first, second)),
                    (Batch::Booleans(first), Batch::Booleans(second)) => {
                        Batch::Booleans(choose(&conditions, first, second))
                    }
                    (first, _) => first,
                }
            }
            Node::Coalesce(first, second) => match (self.any(first), self.any(second)) {
                (Batch::Numbers(mut first), Batch::Numbers(second)) => {
                    first.iter_mut().zip(second).filter(|(x, _)| x.is_nan()).for_each(|(x, y)| *x = y);
                    Batch::Numbers(first)
                }
                (Batch::Texts(first), Batch::Texts(second)) => {
                    Batch::Texts(first.into_iter().zip(second).map(|(x, y)| x.or(y)).collect())
                }
                (Batch::Booleans(first), Batch::Booleans(second)) => {
                    Batch::Booleans(first.into_iter().zip(second).map(|(x, y)| x.or(y)).collect())
                }
                (first, _) => first,
            },
            _ => Batch::Booleans(self.truths(node)),
        }
    }

    fn numbers(&self, node: &'a Node) -> Vec<f64> {
        match node {
            Node::Number(value) => vec![*value; self.rows.len()],
            Node::Row => self.rows.iter().map(|row| f64::from(*row) + 1.0).collect(),
            Node::Place => {
                let place =
                    |row: &Row| self.places.get(*row as usize).map_or(f64::NAN, |place| f64::from(*place) + 1.0);
                self.rows.iter().map(place).collect()
            }
            Node::Column(place, _) => self.column(*place).map_or_else(Vec::new, |column| numbers(column, self.rows)),
            Node::Negative(inner) => self.numbers(inner).into_iter().map(|value| -value).collect(),
            Node::Arithmetic(operator, left, right) => {
                let mut values = self.numbers(left);
                let right = self.numbers(right);
                let operate: fn(f64, f64) -> f64 = match operator {
                    Arithmetic::Add => |x, y| x + y,
                    Arithmetic::Subtract => |x, y| x - y,
                    Arithmetic::Multiply => |x, y| x * y,
                    Arithmetic::Divide => |x, y| if y == 0.0 { f64::NAN } else { x / y },
                    Arithmetic::Remainder => |x, y| if y == 0.0 { f64::NAN } else { x.rem_euclid(y) },
                };
                values.iter_mut().zip(right).for_each(|(x, y)| *x = operate(*x, y));
                values
            }
            Node::Call(Body::Numbers1(body), arguments) => {
                self.argument(arguments, 0).into_iter().map(|x| present(x, body(x))).collect()
            }
            Node::Call(Body::Numbers2(body), arguments) => {
                let pairs = self.argument(arguments, 0).into_iter().zip(self.argument(arguments, 1));
                pairs.map(|(x, y)| present(x + y, body(x, y))).collect()
            }
            Node::Call(Body::Numbers3(body), arguments) => {
                let pairs = self.argument(arguments, 1).into_iter().zip(self.argument(arguments, 2));
                let all = self.argument(arguments, 0).into_iter().zip(pairs);
                all.map(|(x, (y, z))| present(x + y + z, body(x, y, z))).collect()
            }
            Node::Call(Body::TextNumber(body), arguments) => {
                let texts = arguments.first().map_or_else(Vec::new, |node| self.texts(node));
                texts.iter().map(|text| text.as_ref().map_or(f64::NAN, |text| body(text))).collect()
            }
            _ => match self.any(node) {
                Batch::Numbers(values) => values,
                _ => vec![f64::NAN; self.rows.len()],
            },
        }
    }

    fn argument(&self, arguments: &'a [Node], place: usize) -> Vec<f64> {
        arguments.get(place).map_or_else(Vec::new, |node| self.numbers(node))
    }

    fn texts(&self, node: &'a Node) -> Texts<'a> {
        match node {
            Node::Text(text) => vec![Some(Cow::Borrowed(text.as_str())); self.rows.len()],
            Node::Column(place, Kind::Text) => {
                let column = self.column(*place);
                let text = |row: &Row| column.and_then(|column| column.text(*row)).map(Cow::Borrowed);
                self.rows.iter().map(text).collect()
            }
            Node::Show(inner) => match inner.as_ref() {
                Node::Column(place, _) => {
                    let cell = |row: &Row| match self.column(*place).map_or(Cell::Null, |column| column.cell(*row)) {
                        Cell::Null => None,
                        cell => Some(Cow::Owned(cell.to_string())),
                    };
                    self.rows.iter().map(cell).collect()
                }
                inner => match self.any(inner) {
                    Batch::Numbers(values) => values.into_iter().map(show).collect(),
                    Batch::Booleans(values) => {
                        values.into_iter().map(|value| value.map(|value| Cow::Owned(value.to_string()))).collect()
                    }
                    Batch::Texts(texts) => texts,
                },
            },
            Node::Concat(left, right) => {
                let pairs = self.texts(left).into_iter().zip(self.texts(right));
                pairs.map(|(left, right)| Some(Cow::Owned(left?.into_owned() + &right?))).collect()
            }
            Node::Call(body, arguments) => self.call(*body, arguments),
            _ => match self.any(node) {
                Batch::Texts(texts) => texts,
                _ => vec![None; self.rows.len()],
            },
        }
    }

    fn call(&self, body: Body, arguments: &'a [Node]) -> Texts<'a> {
        let texts = |place: usize| arguments.get(place).map_or_else(Vec::new, |node| self.texts(node));
        let numbers = |place: usize| {
            let values = self.argument(arguments, place);
            values.into_iter().map(|value| (!value.is_nan()).then_some(value)).collect::<Vec<_>>()
        };
        let rows = 0..self.rows.len();
        let own = |text: Option<String>| text.map(Cow::Owned);
        match body {
            Body::Text1(body) => texts(0).iter().map(|text| own(text.as_ref().map(|text| body(text)))).collect(),
            Body::TextText2(body) => {
                let (text, from, to) = (texts(0), texts(1), texts(2));
                rows.map(|row| {
                    let (text, from, to) = (text[row].as_ref()?, from[row].as_ref()?, to[row].as_ref()?);
                    Some(Cow::Owned(body(text, from, to)))
                })
                .collect()
            }
            Body::TextNumbers1(body) => {
                let (text, first) = (texts(0), numbers(1));
                rows.map(|row| Some(Cow::Owned(body(text[row].as_ref()?, first[row]?)))).collect()
            }
            Body::TextNumbers2(body) => {
                let (text, first, second) = (texts(0), numbers(1), numbers(2));
                rows.map(|row| Some(Cow::Owned(body(text[row].as_ref()?, first[row]?, second[row]?)))).collect()
            }
            Body::NumberText1(body) => numbers(0).into_iter().map(|value| own(value.map(body))).collect(),
            Body::NumberText2(body) => {
                let pairs = numbers(0).into_iter().zip(numbers(1));
                pairs.map(|(first, second)| Some(Cow::Owned(body(first?, second?)))).collect()
            }
            Body::Numbers1(_) | Body::Numbers2(_) | Body::Numbers3(_) | Body::TextNumber(_) => {
                vec![None; self.rows.len()]
            }
        }
    }

    fn truths(&self, node: &'a Node) -> Truths {
        match node {
            Node::Boolean(value) => vec![Some(*value); self.rows.len()],
            Node::Column(place, Kind::Boolean) => {
                let column = self.column(*place);
                let truth = |row: &Row| match column.map_or(Cell::Null, |column| column.cell(*row)) {
                    Cell::Boolean(value) => Some(value),
                    _ => None,
                };
                self.rows.iter().map(truth).collect()
            }
            Node::Not(inner) => self.truths(inner).into_iter().map(|value| value.map(|value| !value)).collect(),
            Node::And(left, right) => {
                let pairs = self.truths(left).into_iter().zip(self.truths(right));
                pairs
                    .map(|pair| {
                        if pair.0 == Some(false) || pair.1 == Some(false) {
                            Some(false)
                        } else {
                            Some(pair.0? && pair.1?)
                        }
                    })
                    .collect()
            }
            Node::Or(left, right) => {
                let pairs = self.truths(left).into_iter().zip(self.truths(right));
                pairs
                    .map(|pair| {
                        if pair.0 == Some(true) || pair.1 == Some(true) { Some(true) } else { Some(pair.0? || pair.1?) }
                    })
                    .collect()
            }
            Node::IsNull(inner) => match self.any(inner) {
                Batch::Numbers(values) => values.iter().map(|value| Some(value.is_nan())).collect(),
                Batch::Texts(values) => values.iter().map(|value| Some(value.is_none())).collect(),
                Batch::Booleans(values) => values.iter().map(|value| Some(value.is_none())).collect(),
            },
            Node::Compare(compare, left, right) => {
                let mut truths = Truths::with_capacity(self.rows.len());
                orders(&self.any(left), &self.any(right), |order| truths.push(order.map(|order| compare.holds(order))));
                truths
            }
            Node::In(inner, items) => {
                let value = self.any(inner);
                let mut truths: Truths = vec![Some(false); self.rows.len()];
                for item in items {
                    let mut row = 0;
                    orders(&value, &self.any(item), |order| {
                        if truths[row] != Some(true) {
                            truths[row] = order.and_then(|order| if order.is_eq() { Some(true) } else { truths[row] });
                        }
                        row += 1;
                    });
                }
                truths
            }
            _ => match self.any(node) {
                Batch::Booleans(values) => values,
                _ => vec![None; self.rows.len()],
            },
        }
    }

    fn column(&self, place: usize) -> Option<&'a Column> {
        self.columns.get(place).copied().flatten()
    }
}

/// A result of a function, unless an argument was missing or the result is no number.
fn present(argument: f64, value: f64) -> f64 {
    if argument.is_nan() || !value.is_finite() { f64::NAN } else { value }
}

fn show<'a>(value: f64) -> Option<Cow<'a, str>> {
    (!value.is_nan()).then(|| Cow::Owned(value.to_string()))
}

fn choose<T>(conditions: &Truths, first: Vec<T>, second: Vec<T>) -> Vec<T> {
    let pairs = first.into_iter().zip(second);
    conditions.iter().zip(pairs).map(|(condition, (x, y))| if *condition == Some(true) { x } else { y }).collect()
}

fn orders(left: &Batch<'_>, right: &Batch<'_>, mut each: impl FnMut(Option<std::cmp::Ordering>)) {
    match (left, right) {
        (Batch::Numbers(left), Batch::Numbers(right)) => {
            left.iter().zip(right).for_each(|(x, y)| each(x.partial_cmp(y)));
        }
        (Batch::Texts(left), Batch::Texts(right)) => left.iter().zip(right).for_each(|pair| {
            each(match pair {
                (Some(x), Some(y)) => Some(x.as_ref().cmp(y.as_ref())),
                _ => None,
            });
        }),
        (Batch::Booleans(left), Batch::Booleans(right)) => left.iter().zip(right).for_each(|pair| {
            each(match pair {
                (Some(x), Some(y)) => Some(x.cmp(y)),
                _ => None,
            });
        }),
        _ => {}
    }
}

/// The numbers of these rows, by type where nothing is missing or written over.
fn numbers(column: &Column, rows: &[Row]) -> Vec<f64> {
    if column.nulls().count() > 0 || !column.written().is_empty() {
        return rows.iter().map(|row| column.number(*row).unwrap_or(f64::NAN)).collect();
    }
    match column.values() {
        Values::Number(values) => pick(values, rows, |value| value),
        Values::Integer(values) | Values::Datetime(values) => pick(values, rows, |value| value as f64),
        Values::Date(values) => pick(values, rows, f64::from),
        _ => rows.iter().map(|row| column.number(*row).unwrap_or(f64::NAN)).collect(),
    }
}

fn pick<T: Copy>(values: &[T], rows: &[Row], number: impl Fn(T) -> f64) -> Vec<f64> {
    rows.iter().map(|row| values.get(*row as usize).map_or(f64::NAN, |value| number(*value))).collect()
}
