//! Words of forms: the locales as forms ask for them, and findings as a person reads them.

use form::{Finding, Form, Kind, Shape, Words};
use protocol::{Arg, Diagnostic};

use crate::i18n::Wording;

impl Words for Wording {
    fn text(&self, key: &str, args: &[(&str, Arg)]) -> String {
        Self::text(self, key, args)
    }

    fn number(&self, value: f64) -> String {
        Self::number(self, value)
    }
}

/// What is found, with the choice that would be right in words, where it is told.
pub fn told(finding: &Finding, kind: &Kind, words: &dyn Words) -> Diagnostic {
    let mut diagnostic = (*finding.diagnostic).clone();
    let field = finding.field.and_then(|name| kind.field(name));
    if let Some(field) = field
        && let Shape::Choice(choices) = field.shape
        && let Some(Arg::Text(expected)) = diagnostic.args.get_mut("expected")
        && choices.contains(&expected.as_str())
    {
        *expected = words.text(&kind.key_of_choice(field, expected), &[]);
    }
    diagnostic
}

/// Where it is found, in words: the row by its number, the field by its label. Empty for the form as a whole.
pub fn place(finding: &Finding, form: &Form, kind: &Kind, words: &dyn Words) -> String {
    let row = finding.row.as_ref().and_then(|row| form.position(row));
    let row = row.map(|row| words.text("form-row-number", &[("row", Arg::from(row + 1))]));
    let field = finding.field.and_then(|name| kind.field(name)).map(|field| words.text(&kind.key_of(field), &[]));
    row.into_iter().chain(field).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use form::RowId;
    use protocol::Code;

    use super::*;
    use crate::i18n::Language;

    #[test]
    fn findings_are_worded_where_they_are() {
        let kind = form::kind("anomalies").unwrap();
        let mut form = Form::new(kind);
        form.insert(0).unwrap();
        let words = Wording::new(Language::Fr);
        let finding = |field, diagnostic| Finding { row: Some(RowId::from("r1")), field, diagnostic };
        let refused = finding(Some("action"), Diagnostic::new(Code::FormActionRefused).with("expected", "impute"));
        let said = words.diagnostic(&told(&refused, kind, &words));
        assert!(said.contains("estimer"), "{said}");
        let silent = finding(Some("action"), Diagnostic::new(Code::FormActionRefused));
        let said = words.diagnostic(&told(&silent, kind, &words));
        assert!(!said.contains("demande"), "{said}");
        assert_eq!(place(&refused, &form, kind, &words), "Ligne 1 · Action");
        assert_eq!(place(&Finding { row: None, field: None, ..silent }, &form, kind, &words), "");
    }

    #[test]
    fn every_kind_is_worded_in_every_language() {
        for language in Language::ALL {
            let words = Wording::new(language);
            for key in form::kinds::KINDS.iter().flat_map(|kind| kind.keys()) {
                assert!(words.has(&key), "{}: {key}", language.tag());
            }
        }
    }
}
