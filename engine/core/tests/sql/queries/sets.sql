-- name: rollup-01
SELECT kind, count(*), sum(score) FROM events GROUP BY ROLLUP (kind) ORDER BY ALL;

-- name: rollup-02
SELECT kind, flag, count(*), sum(id), grouping(kind), grouping(flag), grouping(kind, flag) FROM events GROUP BY ROLLUP (kind, flag) ORDER BY ALL;

-- name: rollup-03
SELECT kind, flag, count(*) FROM events GROUP BY kind, ROLLUP (flag) ORDER BY ALL;

-- name: rollup-04
SELECT city, active, avg(income), grouping(city) AS g FROM tenants GROUP BY ROLLUP (city, active) HAVING count(*) > 1 ORDER BY ALL;

-- name: rollup-05
SELECT a, count(*) FROM empty GROUP BY ROLLUP (a);

-- name: rollup-06
SELECT year(paid_on) AS y, month(paid_on) AS m, sum(amount) FROM payments GROUP BY ROLLUP (y, m) ORDER BY ALL;

-- name: cube-01
SELECT kind, flag, count(*), grouping(kind, flag) AS g FROM events GROUP BY CUBE (kind, flag) ORDER BY ALL;

-- name: cube-02
SELECT kind, flag, rank, sum(id) FROM events GROUP BY CUBE (kind, flag, rank) ORDER BY ALL;

-- name: sets-01
SELECT kind, count(*) FROM events GROUP BY GROUPING SETS ((kind), ()) ORDER BY ALL;

-- name: sets-02
SELECT kind, flag, count(*), grouping(kind, flag) AS g FROM events GROUP BY GROUPING SETS ((kind), (flag), (kind, flag), ()) ORDER BY ALL;

-- name: sets-03
SELECT kind, count(*) FROM events GROUP BY GROUPING SETS ((kind), (), ()) ORDER BY ALL;

-- name: sets-04
SELECT upper(kind) AS k, count(*), max(score) FROM events GROUP BY GROUPING SETS ((upper(kind)), ()) ORDER BY ALL;

-- name: sets-05
SELECT count(*), sum(a) FROM empty GROUP BY GROUPING SETS ((), ());

-- name: sets-06
SELECT kind, grouping(kind) FROM events GROUP BY kind ORDER BY kind;

-- name: sets-07
SELECT CASE WHEN grouping(city) = 1 THEN 'all' ELSE coalesce(city, 'unknown') END AS city, count(*) AS n FROM tenants GROUP BY GROUPING SETS ((city), ()) ORDER BY n DESC, city LIMIT 3;

-- name: sets-08
SELECT kind, flag, count(*) AS n, rank() OVER (PARTITION BY grouping(kind, flag) ORDER BY count(*) DESC) AS r FROM events GROUP BY CUBE (kind, flag) ORDER BY ALL;

-- name: sets-09
SELECT kind, string_agg(CAST(id AS VARCHAR), '-' ORDER BY id), median(id) FROM events GROUP BY ROLLUP (kind) ORDER BY ALL;

-- name: sets-10
SELECT t.city, p.label, sum(p.amount) FROM tenants t JOIN payments p ON p.tenant_id = t.id GROUP BY CUBE (t.city, p.label) ORDER BY ALL;

-- name: range-01
SELECT * FROM range(3);

-- name: range-02
SELECT i, i * i FROM range(1, 10, 4) r(i) ORDER BY i;

-- name: range-03
SELECT * FROM generate_series(1, 5, 2) ORDER BY 1;

-- name: range-04
SELECT * FROM range(5, 1);

-- name: range-05
SELECT x FROM generate_series(5, 1, -3) s(x) ORDER BY x;

-- name: range-06
SELECT * FROM generate_series(DATE '2024-01-31', DATE '2024-05-01', INTERVAL 1 MONTH) ORDER BY 1;

-- name: range-07
SELECT * FROM range(TIMESTAMP '2024-01-01', TIMESTAMP '2024-01-02', INTERVAL 6 HOUR) ORDER BY 1;

-- name: range-08
SELECT d.generate_series AS day, count(p.id) AS n FROM generate_series(DATE '2024-03-01', DATE '2024-03-06', INTERVAL 1 DAY) d LEFT JOIN payments p ON p.paid_on = d.generate_series GROUP BY day ORDER BY day;

-- name: range-09
SELECT count(*) FROM range(1000) a, range(10) b;

-- name: range-10
SELECT r.range, e.kind FROM range(1, 4) r LEFT JOIN events e ON e.id = r.range ORDER BY 1;

-- name: range-11
SELECT * FROM range(DATE '2024-01-03', DATE '2024-01-01', INTERVAL '-1 day') ORDER BY 1;

-- name: values-01
SELECT * FROM (VALUES (1, 'a'), (2, NULL), (NULL, 'c')) v(n, t) ORDER BY n;

-- name: values-02
SELECT t.id, v.label FROM tenants t JOIN (VALUES ('Paris', 'capital'), ('Brest', 'port')) v(city, label) ON v.city = t.city ORDER BY t.id;

-- name: values-03
WITH grades(low, grade) AS (VALUES (0, 'C'), (1000, 'B'), (2000, 'A')) SELECT t.id, (SELECT g.grade FROM grades g WHERE g.low <= 2000 ORDER BY g.low DESC LIMIT 1) AS best FROM tenants t ORDER BY t.id;
