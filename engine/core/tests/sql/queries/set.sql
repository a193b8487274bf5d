-- name: set-01
SELECT city FROM tenants UNION SELECT name FROM cities;

-- name: set-02
SELECT city FROM tenants UNION ALL SELECT name FROM cities;

-- name: set-03
SELECT city FROM tenants INTERSECT SELECT name FROM cities;

-- name: set-04
SELECT name FROM cities EXCEPT SELECT city FROM tenants;

-- name: set-05
SELECT city FROM tenants EXCEPT SELECT name FROM cities;

-- name: set-06
SELECT city, active FROM tenants EXCEPT SELECT 'Paris', TRUE;

-- name: set-07
SELECT city, id FROM tenants WHERE id < 3 UNION SELECT name, people FROM cities ORDER BY 2, 1;

-- name: set-08
SELECT id FROM tenants UNION SELECT income FROM tenants ORDER BY 1;

-- name: set-09
SELECT 1 UNION SELECT 1.5 UNION SELECT 1 ORDER BY 1;

-- name: set-10
SELECT NULL UNION SELECT 1 ORDER BY 1;

-- name: set-11
SELECT NULL UNION ALL SELECT NULL;

-- name: set-12
SELECT id AS k FROM tenants UNION ALL SELECT tenant_id FROM payments ORDER BY k NULLS FIRST LIMIT 5;

-- name: set-13
(SELECT id FROM tenants ORDER BY id LIMIT 2) UNION ALL (SELECT id FROM payments ORDER BY id LIMIT 2);

-- name: set-14
SELECT a FROM empty UNION SELECT id FROM tenants WHERE id = 1;

-- name: set-15
SELECT count(*) FROM (SELECT city FROM tenants UNION ALL SELECT name FROM cities);

-- name: set-16
SELECT birth FROM tenants WHERE id = 1 UNION SELECT moment FROM payments WHERE id = 100 ORDER BY 1;

-- name: set-17
SELECT city FROM tenants EXCEPT SELECT NULL;

-- name: set-18
SELECT city FROM tenants INTERSECT SELECT NULL;

-- name: set-19
SELECT id % 2, active FROM tenants INTERSECT SELECT id % 2, active FROM tenants WHERE id > 3;

-- name: set-20
WITH a AS (SELECT id, city FROM tenants WHERE active) SELECT city, count(*) FROM a GROUP BY city ORDER BY city;

-- name: set-21
WITH a AS (SELECT id FROM tenants), b AS (SELECT id FROM a WHERE id > 5) SELECT a.id, b.id FROM a LEFT JOIN b ON a.id = b.id ORDER BY 1;

-- name: set-22
WITH a(x, y) AS (SELECT id, name FROM tenants) SELECT x, y FROM a WHERE x IN (SELECT max(x) FROM a);

-- name: set-23
WITH t AS (SELECT 1 AS one) SELECT * FROM t UNION ALL SELECT * FROM t;

-- name: set-24
WITH tenants AS (SELECT 5 AS id) SELECT id FROM tenants;

-- name: set-25
WITH a AS (SELECT tenant_id, sum(amount) AS s FROM payments GROUP BY tenant_id) SELECT t.name, a.s FROM tenants t JOIN a ON a.tenant_id = t.id WHERE a.s > (SELECT avg(s) FROM a) ORDER BY 1, 2;

-- name: set-26
SELECT * FROM (WITH z AS (SELECT 3 AS k) SELECT k FROM z);

-- name: set-27
SELECT DISTINCT kind, flag FROM events;

-- name: set-28
SELECT kind FROM events UNION SELECT city FROM tenants ORDER BY kind NULLS FIRST;
