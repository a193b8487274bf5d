-- name: logic-01
SELECT a, b, a AND b, a OR b, NOT a FROM (VALUES (TRUE), (FALSE), (NULL)) x(a), (VALUES (TRUE), (FALSE), (NULL)) y(b) ORDER BY a, b;

-- name: logic-02
SELECT id, flag IS TRUE, flag IS FALSE, flag IS NOT FALSE, flag = TRUE FROM events ORDER BY id;

-- name: logic-03
SELECT CASE WHEN score > 3 THEN 'high' WHEN score > 1 THEN 'mid' END, id FROM events ORDER BY id;

-- name: logic-04
SELECT id, CASE kind WHEN 'a' THEN 1 WHEN 'b' THEN 2 ELSE 0 END FROM events ORDER BY id;

-- name: logic-05
SELECT id, CASE WHEN flag THEN score ELSE rank END FROM events ORDER BY id;

-- name: logic-06
SELECT id, CASE WHEN rank = 0 THEN 0 ELSE 6 // rank END FROM events ORDER BY id;

-- name: logic-07
SELECT n, CASE WHEN m <> 0 THEN n % m END FROM numbers ORDER BY n;

-- name: logic-08
SELECT n, CASE WHEN s IN ('abc', '') THEN -1 ELSE CAST(s AS DOUBLE) END FROM numbers ORDER BY n;

-- name: logic-09
SELECT coalesce(city, 'unknown'), id FROM tenants ORDER BY id;

-- name: logic-10
SELECT coalesce(NULL, NULL, 3);

-- name: logic-11
SELECT coalesce(income, id, 0), id FROM tenants ORDER BY id;

-- name: logic-12
SELECT ifnull(city, name), id FROM tenants ORDER BY id;

-- name: logic-13
SELECT nullif(city, 'Paris'), id FROM tenants ORDER BY id;

-- name: logic-14
SELECT nullif(n, 0), n FROM numbers ORDER BY n;

-- name: logic-15
SELECT if(active, 'y', 'n'), id FROM tenants ORDER BY id;

-- name: logic-16
SELECT greatest(n, m), least(n, m), n, m FROM numbers ORDER BY n, m;

-- name: logic-17
SELECT greatest(x, y, 0), least(x, n) FROM numbers ORDER BY n;

-- name: logic-18
SELECT greatest('b', 'a', NULL), least(name, city), id FROM tenants ORDER BY id;

-- name: logic-19
SELECT 1 = 1, 1 <> 1, 2 > 1, 2 < 1, 1 >= 1, NULL = NULL, NULL IS NULL;

-- name: logic-20
SELECT 'a' < 'b', 'Z' < 'a', 'é' > 'z', '' < 'a';

-- name: logic-21
SELECT DATE '2024-01-01' < DATE '2024-02-01', DATE '2024-01-01' = TIMESTAMP '2024-01-01 00:00:00';

-- name: logic-22
SELECT 1 IS DISTINCT FROM NULL, NULL IS NOT DISTINCT FROM NULL, 1 IS NOT DISTINCT FROM 1;

-- name: logic-23
SELECT id FROM tenants WHERE CASE WHEN id > 4 THEN active ELSE NULL END;

-- name: logic-24
SELECT count(*) FROM tenants WHERE (city = 'Paris') IS NOT TRUE;

-- name: logic-25
SELECT n FROM numbers WHERE n IS NOT NULL AND (n = 0 OR 10 % n = 0);
