//! The message files of a language, parsed: keys with their attributes, variables and references.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use tests::repository::{files, read};

/// The languages; the first is the one that the others follow.
pub const LANGUAGES: [&str; 2] = ["fr", "en"];

/// What a message needs and offers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Message {
    /// Name of its file.
    pub file: String,
    /// Names of its attributes.
    pub attributes: BTreeSet<String>,
    /// Variables of its text and attributes, without `$`.
    pub variables: BTreeSet<String>,
    /// Keys of the messages it refers to.
    pub references: BTreeSet<String>,
    /// Whether nothing would be shown.
    pub is_blank: bool,
}

/// Every message of a language, by key; fails on what does not parse and on keys that stand twice.
pub fn messages(language: &str) -> BTreeMap<String, Message> {
    let mut messages = BTreeMap::new();
    for path in files(&format!("app/locales/{language}"), ".ftl") {
        let text = read(&path);
        let resource = fluent_syntax::parser::parse(text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{path} does not parse: {errors:?}"));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let file = path.rsplit('/').next().unwrap_or_default().to_owned();
            let mut found = Message { file, is_blank: message.value.is_none(), ..Message::default() };
            for pattern in message.value.iter() {
                found.is_blank = pattern.elements.iter().all(is_blank);
                read_pattern(pattern, &mut found);
            }
            for attribute in &message.attributes {
                found.attributes.insert(attribute.id.name.to_owned());
                read_pattern(&attribute.value, &mut found);
            }
            let other = messages.insert(message.id.name.to_owned(), found);
            assert!(
                other.is_none(),
                "{path}: {} stands twice, also in {:?}",
                message.id.name,
                other.map(|one| one.file)
            );
        }
    }
    assert!(!messages.is_empty(), "no messages in {language}");
    messages
}

fn is_blank(element: &PatternElement<&str>) -> bool {
    matches!(element, PatternElement::TextElement { value } if value.trim().is_empty())
}

fn read_pattern(pattern: &Pattern<&str>, found: &mut Message) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            read_expression(expression, found);
        }
    }
}

fn read_expression(expression: &Expression<&str>, found: &mut Message) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, found),
        Expression::Select { selector, variants } => {
            read_inline(selector, found);
            variants.iter().for_each(|variant| read_pattern(&variant.value, found));
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, found: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.variables.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            found.references.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => read_arguments(arguments, found),
        InlineExpression::TermReference { id, arguments, .. } => {
            found.references.insert(format!("-{}", id.name));
            arguments.iter().for_each(|arguments| read_arguments(arguments, found));
        }
        InlineExpression::Placeable { expression } => read_expression(expression, found),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
    }
}

fn read_arguments(arguments: &CallArguments<&str>, found: &mut Message) {
    arguments.positional.iter().for_each(|argument| read_inline(argument, found));
}
