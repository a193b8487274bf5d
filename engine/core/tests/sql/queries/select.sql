-- name: select-01
SELECT 1;

-- name: select-02
SELECT 1 AS one, 'a' AS letter, NULL AS nothing, TRUE AS yes;

-- name: select-03
SELECT * FROM tenants;

-- name: select-04
SELECT id, name FROM tenants ORDER BY id;

-- name: select-05
SELECT t.id, t.name AS who FROM tenants AS t ORDER BY who DESC, t.id;

-- name: select-06
SELECT t.* FROM tenants t ORDER BY t.id;

-- name: select-07
SELECT * EXCLUDE (income, active) FROM tenants ORDER BY id;

-- name: select-08
SELECT * EXCLUDE birth FROM tenants ORDER BY id;

-- name: select-09
SELECT ID, NAME FROM TENANTS ORDER BY Id;

-- name: select-10
SELECT "id", "name" FROM "tenants" ORDER BY "id";

-- name: select-11
SELECT id + 1 AS next, next * 2 AS twice FROM tenants ORDER BY id;

-- name: select-12
SELECT 7 AS seven FROM tenants;

-- name: select-13
SELECT upper(name), income * 2 FROM tenants ORDER BY id;

-- name: select-14
SELECT * FROM empty;

-- name: select-15
SELECT a, 1 AS one FROM empty;

-- name: select-16
SELECT 1 AS one FROM empty;

-- name: select-17
SELECT * FROM (VALUES (1, 'a'), (2, NULL), (NULL, 'c')) AS v(n, t) ORDER BY n;

-- name: select-18
SELECT col0 + 1 FROM (VALUES (1), (2.5)) ORDER BY 1;

-- name: select-19
VALUES (1, 'x'), (2, 'y');

-- name: select-20
SELECT id FROM tenants LIMIT 0;

-- name: select-21
SELECT id FROM tenants ORDER BY id LIMIT 3;

-- name: select-22
SELECT id FROM tenants ORDER BY id LIMIT 3 OFFSET 2;

-- name: select-23
SELECT id FROM tenants ORDER BY id OFFSET 6;

-- name: select-24
SELECT id FROM tenants ORDER BY id LIMIT 3 OFFSET 100;

-- name: select-25
SELECT DISTINCT city FROM tenants;

-- name: select-26
SELECT DISTINCT name, city FROM tenants ORDER BY name, city;

-- name: select-27
SELECT DISTINCT income FROM tenants ORDER BY income DESC LIMIT 2;

-- name: select-28
SELECT DISTINCT upper(city) AS c FROM tenants ORDER BY c NULLS FIRST;

-- name: select-29
SELECT a.x FROM (SELECT id AS x FROM tenants WHERE id < 4) a ORDER BY x;

-- name: select-30
SELECT s.n FROM (SELECT count(*) AS n FROM tenants) AS s;

-- name: select-31
SELECT id, (SELECT max(people) FROM cities) AS biggest FROM tenants ORDER BY id;

-- name: select-32
SELECT (SELECT name FROM cities WHERE people > 1e9);

-- name: select-33
SELECT id FROM tenants WHERE income > (SELECT avg(income) FROM tenants) ORDER BY id;

-- name: select-34
SELECT id AS a FROM tenants WHERE a > 5 ORDER BY a;

-- name: select-35
SELECT 1 AS x UNION ALL SELECT 2;
