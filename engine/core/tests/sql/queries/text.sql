-- name: text-01
SELECT id, upper(w), lower(w), length(w) FROM words ORDER BY id;

-- name: text-02
SELECT id, trim(w), ltrim(w), rtrim(w) FROM words ORDER BY id;

-- name: text-03
SELECT trim('xxhixx', 'x'), ltrim('xyhi', 'yx'), rtrim('hi!!', '!'), trim(BOTH 'x' FROM 'xax'), trim(LEADING 'x' FROM 'xax');

-- name: text-04
SELECT id, substr(w, 1, 2), substr(w, 2), substr(w, -2), substr(w, -3, 2) FROM words ORDER BY id;

-- name: text-05
SELECT substr('hello', 0, 2), substr('hello', 0), substr('hello', -10, 7), substr('hello', 4, 10), substr('hello', 9, 2), substr('hello', 3, 0);

-- name: text-06
SELECT substring('hello' FROM 2 FOR 3), substring('hello', 2, 3);

-- name: text-07
SELECT id, left(w, 3), right(w, 3), left(w, -1), right(w, -1) FROM words ORDER BY id;

-- name: text-08
SELECT replace('banana', 'an', 'AN'), replace('abc', '', 'x'), replace('abc', 'b', '');

-- name: text-09
SELECT translate('12345', '143', 'ax'), translate('héllo', 'é', 'e');

-- name: text-10
SELECT concat('a', 1, NULL, TRUE, 2.5), concat(NULL), concat_ws('-', 'a', NULL, 'b', 3);

-- name: text-11
SELECT 'a' || 'b', 'a' || NULL, 'n=' || 5, 1.5e0 || 'x', TRUE || '!';

-- name: text-12
SELECT id, split_part(w, ',', 1), split_part(w, ',', 2), split_part(w, ',', -1), split_part(w, ',', 9) FROM words ORDER BY id;

-- name: text-13
SELECT id, contains(w, 'a'), starts_with(w, 'a'), ends_with(w, 'c'), prefix(w, 'A'), suffix(w, 'é') FROM words ORDER BY id;

-- name: text-14
SELECT id, instr(w, 'é'), strpos(w, 'b'), position('c' IN w) FROM words ORDER BY id;

-- name: text-15
SELECT lpad('7', 3, '0'), rpad('ab', 5, 'xy'), lpad('abcdef', 3, '*'), rpad('été', 5, '.');

-- name: text-16
SELECT reverse('abc'), reverse('été'), repeat('ab', 3), repeat('x', 0), repeat('x', -1);

-- name: text-17
SELECT ascii('A'), ascii('é'), chr(65), chr(233), unicode('œ');

-- name: text-18
SELECT id, strip_accents(w) FROM words ORDER BY id;

-- name: text-19
SELECT levenshtein('kitten', 'sitting'), levenshtein('', 'abc'), round(jaro_winkler_similarity('duck', 'duckdb'), 6);

-- name: text-20
SELECT id, regexp_matches(w, '[0-9]+'), regexp_matches(w, '^[A-Z]'), regexp_full_match(w, '[a-z,]+') FROM words ORDER BY id;

-- name: text-21
SELECT regexp_extract('a12b34', '[0-9]+'), regexp_extract('a12b34', '([a-z])([0-9]+)', 2), regexp_extract('abc', '[0-9]'), regexp_extract(NULL, 'x');

-- name: text-22
SELECT regexp_replace('a1b2c3', '[0-9]', '#'), regexp_replace('a1b2c3', '[0-9]', '#', 'g'), regexp_replace('ABC', 'b', 'x', 'i'), regexp_replace('john smith', '(\w+) (\w+)', '\2 \1');

-- name: text-23
SELECT length(''), length(NULL), len('abc'), char_length('œuvre');

-- name: text-24
SELECT w FROM words ORDER BY w;

-- name: text-25
SELECT w FROM words ORDER BY w DESC NULLS FIRST;

-- name: text-26
SELECT min(w), max(w) FROM words;

-- name: text-27
SELECT 'it''s', 'a\b', '%_';

-- name: text-28
SELECT nfc_normalize('e' || chr(769)) = 'é', length(nfc_normalize('e' || chr(769)));

-- name: text-29
SELECT name || ' (' || coalesce(city, '?') || ')' FROM tenants ORDER BY id;

-- name: text-30
SELECT count(*) FROM words WHERE w > 'a' AND w < 'z';

-- name: text-31
SELECT lcase('ABC'), ucase('abc');
