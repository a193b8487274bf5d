//! Ranking of the palette and of column pickers: letters without accents or case, best match first.

/// Lower case without the accents of Latin letters; ligatures are spelt out.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for char in text.chars().flat_map(char::to_lowercase) {
        match char {
            'à'..='å' | 'ā' | 'ă' | 'ą' => folded.push('a'),
            'ç' | 'ć' | 'č' => folded.push('c'),
            'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => folded.push('e'),
            'ì'..='ï' | 'ī' => folded.push('i'),
            'ñ' | 'ń' => folded.push('n'),
            'ò'..='ö' | 'ø' | 'ō' => folded.push('o'),
            'ù'..='ü' | 'ū' | 'ů' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'š' | 'ś' => folded.push('s'),
            'ž' | 'ź' | 'ż' => folded.push('z'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            '’' => folded.push('\''),
            // Combining accents of decomposed text.
            '\u{300}'..='\u{36f}' => {}
            other => folded.push(other),
        }
    }
    folded
}

/// How well a label matches, higher is better; `None` if it does not. Every word of the query must be
/// found in the label or in the further terms.
pub fn score(query: &str, label: &str, terms: &str) -> Option<u32> {
    let (query, label, terms) = (fold(query), fold(label), fold(terms));
    let mut total = 0;
    for word in query.split_whitespace() {
        total += score_word(word, &label).or_else(|| score_word(word, &terms).map(|score| score / 4))?;
    }
    if !query.trim().is_empty() && label == query.trim() {
        total += 1_000;
    }
    Some(total)
}

fn score_word(word: &str, text: &str) -> Option<u32> {
    if text.starts_with(word) {
        return Some(400);
    }
    if text.split(|char: char| !char.is_alphanumeric()).any(|part| part.starts_with(word)) {
        return Some(300);
    }
    if text.contains(word) {
        return Some(200);
    }
    // Letters in order, such as `ddp` for `deduplicate`; single letters would match almost anything.
    let mut rest = text.chars();
    (word.chars().count() > 1 && word.chars().all(|letter| rest.any(|char| char == letter))).then_some(40)
}

/// Indices of the entries that match, best first, ties in the entries' own order.
pub fn rank<'a>(query: &str, entries: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<usize> {
    let mut found: Vec<(u32, usize)> = entries
        .into_iter()
        .enumerate()
        .filter_map(|(index, (label, terms))| Some((score(query, label, terms)?, index)))
        .collect();
    found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    found.into_iter().map(|(_, index)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_match_comes_first() {
        let entries = [
            ("Trier", "sort order by"),
            ("Dédoublonner", "deduplicate distinct"),
            ("Convertir les types", "cast"),
            ("Agréger", "group by sum"),
            ("Cœur", ""),
        ];
        for (query, best) in [
            ("tri", Some("Trier")),
            ("dedoublonner", Some("Dédoublonner")),
            ("DÉD", Some("Dédoublonner")),
            ("types conv", Some("Convertir les types")),
            ("group", Some("Agréger")),
            ("coeur", Some("Cœur")),
            ("agr", Some("Agréger")),
            ("xyz", None),
        ] {
            let found = rank(query, entries).first().map(|index| entries[*index].0);
            assert_eq!(found, best, "{query}");
        }
        assert_eq!(rank("", entries).len(), entries.len());
    }
}
