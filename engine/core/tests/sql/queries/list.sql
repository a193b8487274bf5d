-- name: array_agg keeps nulls, of no row it is null
SELECT city, array_agg(income ORDER BY id) AS incomes FROM tenants GROUP BY city ORDER BY city
-- name: array_agg of nothing
SELECT array_agg(a), array_agg(b ORDER BY a) FROM empty
-- name: array_agg distinct
SELECT kind, array_agg(DISTINCT rank ORDER BY rank) AS ranks FROM events GROUP BY kind ORDER BY kind
-- name: array_agg distinct with nulls
SELECT array_agg(DISTINCT kind ORDER BY kind DESC NULLS FIRST) FROM events
-- name: array_agg filter
SELECT kind, array_agg(id ORDER BY id) FILTER (WHERE flag) AS ids FROM events GROUP BY kind ORDER BY kind
-- name: array_agg filter keeps nulls
SELECT array_agg(score ORDER BY id) FILTER (WHERE id > 2) FROM events
-- name: list is array_agg
SELECT list(id ORDER BY birth, id DESC) FROM tenants
-- name: array_agg of dates
SELECT array_agg(paid_on ORDER BY id) FROM payments
-- name: array_agg over rows
SELECT id, array_agg(score) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS two FROM events ORDER BY id
-- name: array_agg over partitions
SELECT id, array_agg(id) OVER (PARTITION BY kind ORDER BY id) AS so_far FROM events ORDER BY id
-- name: first and last with filter
SELECT first(score ORDER BY id) FILTER (WHERE id > 2), last(kind ORDER BY id) FILTER (WHERE flag) FROM events
-- name: list literals
SELECT [1, 2, NULL], [1, 2.5], ['a', NULL], [TRUE], []
-- name: lists of columns
SELECT id, [id, rank] AS pair, [kind, 'x'] AS texts FROM events ORDER BY id
-- name: lists of lists
SELECT [[1], [2, 3], NULL, []]
-- name: list_value
SELECT list_value(1, 2), list_value('a'), list_value()
-- name: places
SELECT [1, 2, 3][1], [1, 2, 3][-1], [1, 2, 3][0], [1, 2, 3][4], [1, NULL][2]
-- name: places of computed index
SELECT id, [10, 20, 30][rank] AS cell FROM events ORDER BY id
-- name: place in a text
SELECT w[1], w[-1] FROM words WHERE id IN (1, 5, 8) ORDER BY id
-- name: slices
SELECT [1, 2, 3, 4][2:3], [1, 2, 3, 4][:2], [1, 2, 3, 4][3:], [1, 2, 3, 4][-2:], [1, 2, 3, 4][0:2], [1, 2, 3, 4][3:1], [1, 2, 3][:-1], [1, 2, 3][-9:2]
-- name: list_slice
SELECT list_slice(['a', 'b', 'c'], 2, 9), array_slice([1], 1, 1), list_slice(NULL, 1, 2)
-- name: list_extract
SELECT list_extract(['a', 'b'], 2), list_element([1], 1), array_extract([1], -1), list_extract([1], NULL)
-- name: lengths
SELECT len([1, 2, NULL]), length(['a']), array_length([]), len('abc'), len(NULL)
-- name: list_contains
SELECT list_contains([1, 2], 2), array_contains(['a'], 'b'), list_has([1, NULL], 2), array_has([1, NULL], NULL), list_contains(NULL, 1), list_contains([1, 2], 2.0)
-- name: list_contains of columns
SELECT id, list_contains([1, 3], rank) AS is_in FROM events ORDER BY id
-- name: contains of lists and texts
SELECT contains([1, 2], 1), contains('abc', 'b')
-- name: list_position
SELECT list_position([1, 2, 2], 2), array_position(['a'], 'z'), list_position([1, NULL], NULL), list_indexof([3], 3)
-- name: list_sort
SELECT list_sort([3, NULL, 1]), list_sort([3, NULL, 1], 'DESC'), list_sort([3, NULL, 1], 'ASC', 'NULLS FIRST'), list_sort(['b', 'a', 'É']), list_reverse_sort([3, NULL, 1])
-- name: list_sort of numbers and dates
SELECT array_sort([2.5, -1.5, 0.0]), list_sort([DATE '2024-03-01', DATE '2023-01-01'])
-- name: list_distinct
SELECT list_sort(list_distinct([3, NULL, 1, 3])), list_sort(list_distinct(['a', 'b', 'a'])), list_distinct(NULL::BIGINT[])
-- name: list_reverse
SELECT list_reverse([1, 2, NULL]), array_reverse(['a', 'b'])
-- name: list_concat
SELECT list_concat([1], [2], [3]), list_cat(NULL, [1]), array_concat([1], NULL), [1] || [2], ['a'] || ['b']
-- name: list_append
SELECT list_append([1], 2), array_append(['a'], NULL), list_append(NULL, 1)
-- name: list measures
SELECT list_sum([1, 2, NULL]), list_avg([1, 2]), list_min([2, 1]), list_max(['a', 'b']), list_sum([1.5, 2.0]), list_max([]::BIGINT[])
-- name: array_to_string
SELECT array_to_string([1, NULL, 2], '-'), array_to_string(['a', 'b'], ''), array_to_string([]::VARCHAR[], ','), array_to_string(NULL, ','), array_to_string([DATE '2024-01-01'], ',')
-- name: string_split
SELECT string_split('a,b,,c', ','), str_split('', ','), string_to_array('abc', ''), split('a--b', '--'), string_split(NULL, ',')
-- name: string_split of columns
SELECT id, string_split(w, ' ') AS parts FROM words ORDER BY id
-- name: regexp_split_to_array
SELECT regexp_split_to_array('a1b22c', '[0-9]+'), string_split_regex('abc', ''), regexp_split_to_array('1a', '[0-9]'), str_split_regex('a b  c', '\s+')
-- name: regexp_split_to_table
SELECT id, regexp_split_to_table(w, '[ ,]') AS part FROM words WHERE id IN (7, 8) ORDER BY id, part
-- name: casts of lists
SELECT [1, 2]::VARCHAR[], ['1', '2']::BIGINT[], CAST([1, NULL] AS DOUBLE[]), TRY_CAST(['1', 'x'] AS BIGINT[]), NULL::BIGINT[]
-- name: lists in case and coalesce
SELECT id, CASE WHEN flag THEN [id] WHEN rank IS NULL THEN NULL ELSE [0, id] END AS c, coalesce(CASE WHEN flag THEN [id] END, []) AS d FROM events ORDER BY id
-- name: lists travel through joins and unions
SELECT t.id, u.l FROM tenants t JOIN (SELECT id, [city, name] AS l FROM tenants UNION ALL SELECT 99, NULL) u ON u.id = t.id ORDER BY t.id
-- name: distinct lists
SELECT DISTINCT [city, NULL] AS l FROM tenants
-- name: groups of lists
SELECT [kind] AS l, count(*) AS n, sum(id) AS s, median(score) AS m FROM events GROUP BY l ORDER BY s
-- name: union of lists
SELECT [rank] AS l FROM events UNION SELECT [3]
-- name: partition by lists
SELECT id, count(*) OVER (PARTITION BY [kind]) AS n FROM events ORDER BY id
-- name: counted and taken lists
SELECT count([id]), arg_max([id], rank) IS NOT NULL, any_value([1]) FROM events
-- name: array_agg of lists
SELECT array_agg([id, rank] ORDER BY id) FROM events WHERE id < 3
-- name: unnest
SELECT unnest([3, 1, NULL, 2]) AS x
-- name: unnest beside
SELECT id, unnest([id, rank]) AS x FROM events ORDER BY id, x
-- name: unnest of nothing
SELECT id, unnest(CASE WHEN id = 1 THEN [7, 8] WHEN id = 2 THEN [] END) AS x FROM events ORDER BY id, x
-- name: unnest two
SELECT unnest([1, 2]) AS a, unnest(['x', 'y', 'z']) AS b
-- name: unnest the same twice
SELECT id, unnest([id, 0]) AS a, unnest([id, 0]) + 1 AS b FROM events ORDER BY id, a
-- name: unnest in an expression
SELECT unnest([1, 2]) * 10 + 1 AS x ORDER BY x DESC
-- name: unnest distinct and limit
SELECT DISTINCT unnest([rank, 3]) AS x FROM events ORDER BY x LIMIT 2
-- name: unnest of groups
SELECT kind, unnest(array_agg(id ORDER BY id)) AS id FROM events GROUP BY kind ORDER BY id
-- name: unnest of lists of lists
SELECT unnest([[1, 2], [3]]) AS l
-- name: unnest of null
SELECT unnest(NULL), 1
-- name: unnest in from
SELECT * FROM unnest(['a', NULL, 'b']) AS u(x)
-- name: unnest in from names its column
SELECT u FROM unnest([1, 2]) u ORDER BY u DESC
-- name: unnest without alias
SELECT unnest + 1 AS x FROM unnest([1, 2])
-- name: unnest with ordinality
SELECT * FROM unnest(['a', 'b']) WITH ORDINALITY AS u(x, n) ORDER BY n
-- name: unnest with ordinality of columns
SELECT id, x, ordinality FROM events, unnest([kind, 'z']) WITH ORDINALITY AS u(x) ORDER BY id, ordinality
-- name: unnest beside a table
SELECT id, part FROM words, unnest(string_split(w, ',')) AS p(part) WHERE id IN (7, 8) ORDER BY id, part
-- name: cross join unnest
SELECT e.id, u.x FROM events e CROSS JOIN unnest([e.rank, e.id]) AS u(x) WHERE u.x > 2 ORDER BY e.id, u.x
-- name: join unnest on
SELECT e.id, x FROM events e JOIN unnest([e.rank, 1]) AS u(x) ON x = e.id ORDER BY e.id, x
-- name: left join unnest
SELECT e.id, x FROM events e LEFT JOIN unnest(CASE WHEN flag THEN [rank] ELSE [] END) AS u(x) ON TRUE ORDER BY e.id, x
-- name: unnest twice in from
SELECT a, b FROM unnest([1, 2]) AS u(a), unnest([a, a * 10]) AS v(b) ORDER BY a, b
-- name: unnest then join
SELECT t.name, x FROM unnest([1, 3, 42]) AS u(x) LEFT JOIN tenants t ON t.id = x ORDER BY x
-- name: unnest of a common table
WITH l AS (SELECT kind, array_agg(score ORDER BY id) AS scores FROM events GROUP BY kind) SELECT kind, count(s) AS n, sum(s) AS total FROM l, unnest(scores) AS u(s) GROUP BY kind ORDER BY kind
-- name: unnest in a subquery
SELECT id FROM events WHERE id IN (SELECT unnest([1, 3, 5])) ORDER BY id
-- name: list round trip
SELECT id, array_to_string(list_sort(string_split(lower(w), '')), '') AS letters FROM words WHERE id IN (1, 5, 8) ORDER BY id
