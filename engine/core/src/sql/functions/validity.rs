//! Functions that find what is wrong with a text, and what two writings of one thing have in common.

use polars::prelude::*;
use protocol::Checked;

use super::text::{e, functions};
use super::{Arg, Function};
use crate::checksum;
use crate::source::csv::looks_numeric;
use crate::sql::kernel::{date, likeness, text};

const GROUP: &str = "validity";

functions! {
    "is_valid_iban" [] "is_valid_iban(text) → boolean", "is_valid_iban('FR14 2004 1010 0505 0001 3M02 606')" => "true",
        false, |a| Ok(text::boolean_of_text(e(a, 0), checksum::iban));
    "is_valid_nir" [] "is_valid_nir(text) → boolean", "is_valid_nir('2 69 05 49 588 157 80')" => "true", false,
        |a| Ok(text::boolean_of_text(e(a, 0), checksum::nir));
    "is_valid_siren" [] "is_valid_siren(text) → boolean", "is_valid_siren('732 829 321')" => "false", false,
        |a| Ok(text::boolean_of_text(e(a, 0), checksum::siren));
    "is_valid_siret" [] "is_valid_siret(text) → boolean", "is_valid_siret('73282932000074')" => "true", false,
        |a| Ok(text::boolean_of_text(e(a, 0), checksum::siret));
    "is_valid_date" [] "is_valid_date(text, text) → boolean", "is_valid_date('31/02/2024', '%d/%m/%Y')" => "false",
        false, is_valid_date;
    "looks_numeric" [] "looks_numeric(text) → boolean", "looks_numeric('1 234,50')" => "true", false,
        |a| Ok(text::boolean_of_text(e(a, 0), looks_numeric));
    "has_mojibake" [] "has_mojibake(text) → boolean", "has_mojibake('BesanÃ§on')" => "true", false,
        |a| Ok(text::boolean_of_text(e(a, 0), likeness::has_mojibake));
    "fingerprint" [] "fingerprint(text) → text", "fingerprint(' Zoé, CURIE-zoé Dupont zoe')" => "curiezoe dupont zoe",
        false, |a| Ok(text::of_text(e(a, 0), likeness::fingerprint));
    "ngram_fingerprint" [] "ngram_fingerprint(text, integer) → text", "ngram_fingerprint('Été !', 2)" => "ette", false,
        |a| Ok(text::of_text_integer(e(a, 0), e(a, 1), likeness::ngram_fingerprint));
    "jaccard" [] "jaccard(text, text) → number", "jaccard('duck', 'luck')" => "0.6", false,
        |a| Ok(text::number_of_two(e(a, 0), e(a, 1), likeness::jaccard));
}

/// Reads a text as `strptime` does; the format is a constant.
fn is_valid_date(args: &[Arg]) -> Checked<Expr> {
    let format = args[1].text("is_valid_date(…, x)")?.to_owned();
    date::format(&format).ok_or_else(|| args[1].bad(&format, "format"))?;
    Ok(text::boolean_of_text(e(args, 0), move |text| date::read(text, &format).is_some()))
}
