-- name: rank-01
SELECT id, row_number() OVER (ORDER BY id DESC) AS n FROM events ORDER BY id;

-- name: rank-02
SELECT id, row_number() OVER (PARTITION BY kind ORDER BY id) AS n FROM events ORDER BY id;

-- name: rank-03
SELECT id, rank() OVER (ORDER BY rank), dense_rank() OVER (ORDER BY rank) FROM events ORDER BY id;

-- name: rank-04
SELECT id, rank() OVER (PARTITION BY kind ORDER BY score DESC), dense_rank() OVER (PARTITION BY kind ORDER BY score DESC) FROM events ORDER BY id;

-- name: rank-05
SELECT id, percent_rank() OVER (ORDER BY rank), cume_dist() OVER (ORDER BY rank) FROM events ORDER BY id;

-- name: rank-06
SELECT id, percent_rank() OVER (PARTITION BY kind ORDER BY score), cume_dist() OVER (PARTITION BY kind ORDER BY score) FROM events ORDER BY id;

-- name: rank-07
SELECT id, ntile(1) OVER (ORDER BY id), ntile(3) OVER (ORDER BY id), ntile(5) OVER (ORDER BY id), ntile(20) OVER (ORDER BY id) FROM events ORDER BY id;

-- name: rank-08
SELECT id, ntile(2) OVER (PARTITION BY kind ORDER BY id), ntile(NULL) OVER (ORDER BY id) FROM events ORDER BY id;

-- name: rank-09
SELECT id, rank() OVER (ORDER BY score NULLS FIRST), rank() OVER (ORDER BY score DESC NULLS FIRST), rank() OVER (ORDER BY score DESC) FROM events ORDER BY id;

-- name: rank-10
SELECT id, rank() OVER (ORDER BY kind, rank DESC), dense_rank() OVER (ORDER BY kind DESC, flag) FROM events ORDER BY id;

-- name: rank-11
SELECT id, rank() OVER () AS r, dense_rank() OVER (PARTITION BY kind) AS d FROM events ORDER BY id;

-- name: rank-12
SELECT a, row_number() OVER (ORDER BY a) FROM empty;

-- name: rank-13
SELECT id, row_number() OVER (ORDER BY name, id), rank() OVER (ORDER BY name), rank() OVER (ORDER BY birth), rank() OVER (ORDER BY active) FROM tenants ORDER BY id;

-- name: rank-14
SELECT id, rank() OVER (ORDER BY upper(city)), rank() OVER (PARTITION BY lower(city) ORDER BY income) FROM tenants ORDER BY id;

-- name: rank-15
SELECT id, row_number() OVER (PARTITION BY kind, flag ORDER BY id), count(*) OVER (PARTITION BY kind, flag) FROM events ORDER BY id;

-- name: near-01
SELECT id, lag(score) OVER (ORDER BY id), lead(score) OVER (ORDER BY id) FROM events ORDER BY id;

-- name: near-02
SELECT id, lag(score, 2) OVER (ORDER BY id), lead(score, 2, -1) OVER (ORDER BY id), lag(score, 0) OVER (ORDER BY id) FROM events ORDER BY id;

-- name: near-03
SELECT id, lag(kind, 1, 'none') OVER (PARTITION BY flag ORDER BY id), lead(kind, 1, 'none') OVER (PARTITION BY flag ORDER BY id) FROM events ORDER BY id;

-- name: near-04
SELECT id, lag(score, -1) OVER (ORDER BY id), lead(score, -2) OVER (ORDER BY id) FROM events ORDER BY id;

-- name: near-05
SELECT id, lag(score IGNORE NULLS) OVER (ORDER BY id), lead(score IGNORE NULLS) OVER (ORDER BY id) FROM events ORDER BY id;

-- name: near-06
SELECT id, lag(score, 2 IGNORE NULLS) OVER (ORDER BY id), lead(rank, 1, 99 IGNORE NULLS) OVER (ORDER BY id) FROM events ORDER BY id;

-- name: near-07
SELECT id, paid_on, lag(paid_on) OVER (ORDER BY paid_on, id), paid_on - lag(paid_on) OVER (ORDER BY paid_on, id) AS gap FROM payments ORDER BY id;

-- name: near-08
SELECT id, amount - lag(amount, 1, 0.0) OVER (PARTITION BY tenant_id ORDER BY id) AS change FROM payments ORDER BY id;

-- name: near-09
SELECT id, first_value(score) OVER (ORDER BY id), last_value(score) OVER (ORDER BY id), nth_value(score, 2) OVER (ORDER BY id) FROM events ORDER BY id;

-- name: near-10
SELECT id, first_value(id) OVER (PARTITION BY kind ORDER BY rank, id), last_value(id) OVER (PARTITION BY kind ORDER BY rank, id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM events ORDER BY id;

-- name: near-11
SELECT id, last_value(score IGNORE NULLS) OVER (ORDER BY id), first_value(score IGNORE NULLS) OVER (ORDER BY id DESC) FROM events ORDER BY id;

-- name: near-12
SELECT id, nth_value(id, 1) OVER (ORDER BY id ROWS BETWEEN 1 FOLLOWING AND 3 FOLLOWING), nth_value(id, 3) OVER (ORDER BY id ROWS BETWEEN 1 FOLLOWING AND 3 FOLLOWING), nth_value(id, 9) OVER (ORDER BY id) FROM events ORDER BY id;

-- name: near-13
SELECT id, first_value(score) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING), last_value(score) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING) FROM events ORDER BY id;

-- name: near-14
SELECT id, lag(moment) OVER (ORDER BY moment, id), lead(label, 1, '-') OVER (ORDER BY moment, id), first_value(active) OVER (ORDER BY t_id) FROM (SELECT p.id, p.moment, p.label, t.active, t.id AS t_id FROM payments p LEFT JOIN tenants t ON p.tenant_id = t.id) x ORDER BY id;

-- name: near-15
SELECT id, last_value(id) OVER (ORDER BY rank), first_value(id) OVER (ORDER BY rank RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) FROM (SELECT id, rank FROM events WHERE id IN (2, 3, 6, 8)) e ORDER BY id;

-- name: sum-01
SELECT id, sum(score) OVER () FROM events ORDER BY id;

-- name: sum-02
SELECT id, sum(score) OVER (ORDER BY id), count(*) OVER (ORDER BY id), count(score) OVER (ORDER BY id), avg(score) OVER (ORDER BY id) FROM events ORDER BY id;

-- name: sum-03
SELECT id, sum(score) OVER (ORDER BY rank), count(*) OVER (ORDER BY rank) FROM events ORDER BY id;

-- name: sum-04
SELECT id, sum(rank) OVER (PARTITION BY kind ORDER BY id), min(rank) OVER (PARTITION BY kind ORDER BY id), max(rank) OVER (PARTITION BY kind ORDER BY id) FROM events ORDER BY id;

-- name: sum-05
SELECT id, sum(id) OVER (PARTITION BY kind) AS total, id * 1.0 / sum(id) OVER (PARTITION BY kind) AS share FROM events ORDER BY id;

-- name: sum-06
SELECT id, round(amount / sum(amount) OVER (PARTITION BY tenant_id), 4) AS share FROM payments ORDER BY id;

-- name: sum-07
SELECT id, min(name) OVER (ORDER BY id DESC), max(name) OVER (PARTITION BY city), max(birth) OVER (ORDER BY id) FROM tenants ORDER BY id;

-- name: sum-08
SELECT id, bool_and(flag) OVER (ORDER BY id), bool_or(flag) OVER (PARTITION BY kind), count_if(flag) OVER (ORDER BY id) FROM events ORDER BY id;

-- name: sum-09
SELECT id, any_value(score) OVER (PARTITION BY kind ORDER BY id), first(score) OVER (ORDER BY id), last(score) OVER (ORDER BY id) FROM events ORDER BY id;

-- name: sum-10
SELECT a, sum(a) OVER (), count(*) OVER () FROM empty;

-- name: sum-11
SELECT id, count(*) FILTER (WHERE flag) OVER (ORDER BY id), sum(score) FILTER (WHERE kind = 'a') OVER (ORDER BY id) FROM events ORDER BY id;

-- name: sum-12
SELECT id, sum(score * 2) OVER (ORDER BY id) + 1, coalesce(sum(score) OVER (PARTITION BY kind), 0) FROM events ORDER BY id;

-- name: sum-13
SELECT id, stddev_samp(score) OVER (ORDER BY id), stddev_pop(score) OVER (ORDER BY id), var_samp(score) OVER (PARTITION BY kind), var_pop(score) OVER () FROM events ORDER BY id;

-- name: sum-14
SELECT id, covar_pop(score, id) OVER (ORDER BY id), covar_samp(score, id) OVER (ORDER BY id), regr_slope(score, id) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM events ORDER BY id;

-- name: sum-15
SELECT id, median(score) OVER (ORDER BY id), quantile_cont(score, 0.25) OVER (), quantile_disc(score, 0.5) OVER (PARTITION BY kind) FROM events ORDER BY id;

-- name: sum-16
SELECT id, count(DISTINCT kind) OVER (ORDER BY id), sum(DISTINCT rank) OVER (ORDER BY id), avg(DISTINCT rank) OVER (PARTITION BY kind) FROM events ORDER BY id;

-- name: sum-17
SELECT id, string_agg(kind, ',') OVER (ORDER BY id), string_agg(kind, '+') OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM events ORDER BY id;

-- name: sum-18
SELECT id, arg_min(id, score) OVER (PARTITION BY kind), arg_max(kind, id) OVER (ORDER BY id), product(score) OVER (ORDER BY id) FROM events ORDER BY id;

-- name: rows-01
SELECT id, sum(score) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM events ORDER BY id;

-- name: rows-02
SELECT id, sum(id) OVER (ORDER BY id ROWS 2 PRECEDING), avg(id) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM events ORDER BY id;

-- name: rows-03
SELECT id, sum(id) OVER (ORDER BY id ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING), sum(id) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM events ORDER BY id;

-- name: rows-04
SELECT id, sum(id) OVER (ORDER BY id ROWS BETWEEN 3 PRECEDING AND 2 PRECEDING), count(*) OVER (ORDER BY id ROWS BETWEEN 3 PRECEDING AND 2 PRECEDING) FROM events ORDER BY id;

-- name: rows-05
SELECT id, sum(id) OVER (ORDER BY id ROWS BETWEEN 2 FOLLOWING AND 3 FOLLOWING), count(score) OVER (ORDER BY id ROWS BETWEEN 2 FOLLOWING AND UNBOUNDED FOLLOWING) FROM events ORDER BY id;

-- name: rows-06
SELECT id, sum(id) OVER (ORDER BY id ROWS BETWEEN 2 FOLLOWING AND 1 FOLLOWING), count(*) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 2 PRECEDING) FROM events ORDER BY id;

-- name: rows-07
SELECT id, min(score) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING), max(score) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM events ORDER BY id;

-- name: rows-08
SELECT id, sum(id) OVER (PARTITION BY kind ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING), count(*) OVER (PARTITION BY kind ORDER BY id ROWS BETWEEN CURRENT ROW AND CURRENT ROW) FROM events ORDER BY id;

-- name: rows-09
SELECT id, sum(id) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), sum(id) OVER (ORDER BY id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) FROM events ORDER BY id;

-- name: rows-10
SELECT id, count(*) OVER (ORDER BY id ROWS BETWEEN 100 PRECEDING AND 100 FOLLOWING), sum(score) OVER (ORDER BY id DESC ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM events ORDER BY id;

-- name: range-01
SELECT id, rank, sum(id) OVER (ORDER BY rank RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM events ORDER BY id;

-- name: range-02
SELECT id, rank, sum(id) OVER (ORDER BY rank RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING), count(*) OVER (ORDER BY rank RANGE BETWEEN 1 FOLLOWING AND 2 FOLLOWING) FROM events ORDER BY id;

-- name: range-03
SELECT id, score, sum(id) OVER (ORDER BY score RANGE BETWEEN 2.5 PRECEDING AND 0.5 FOLLOWING), count(*) OVER (ORDER BY score DESC RANGE BETWEEN 3 PRECEDING AND CURRENT ROW) FROM events ORDER BY id;

-- name: range-04
SELECT id, rank, sum(id) OVER (ORDER BY rank DESC RANGE BETWEEN 1 PRECEDING AND CURRENT ROW), sum(id) OVER (ORDER BY rank DESC RANGE BETWEEN CURRENT ROW AND 1 FOLLOWING) FROM events ORDER BY id;

-- name: range-05
SELECT id, rank, sum(id) OVER (ORDER BY rank RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), sum(id) OVER (ORDER BY rank RANGE BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) FROM events ORDER BY id;

-- name: range-06
SELECT id, sum(id) OVER (ORDER BY rank RANGE BETWEEN CURRENT ROW AND CURRENT ROW), sum(id) OVER (ORDER BY kind RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM events ORDER BY id;

-- name: range-07
SELECT id, paid_on, sum(amount) OVER (ORDER BY paid_on RANGE BETWEEN INTERVAL 30 DAY PRECEDING AND CURRENT ROW) FROM payments WHERE paid_on IS NOT NULL ORDER BY id;

-- name: range-08
SELECT id, moment, count(*) OVER (ORDER BY moment RANGE BETWEEN INTERVAL 1 MONTH PRECEDING AND INTERVAL 1 MONTH FOLLOWING) FROM payments WHERE moment IS NOT NULL ORDER BY id;

-- name: range-09
SELECT id, rank, count(*) OVER (PARTITION BY flag ORDER BY rank RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING), sum(id) OVER (ORDER BY rank NULLS FIRST RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM events ORDER BY id;

-- name: range-10
SELECT id, min(id) OVER (ORDER BY rank RANGE BETWEEN 1 PRECEDING AND CURRENT ROW), max(id) OVER (ORDER BY rank RANGE BETWEEN CURRENT ROW AND 1 FOLLOWING) FROM events ORDER BY id;

-- name: named-01
SELECT id, row_number() OVER w, sum(id) OVER w FROM events WINDOW w AS (PARTITION BY kind ORDER BY id) ORDER BY id;

-- name: named-02
SELECT id, sum(id) OVER (w ROWS 1 PRECEDING), sum(id) OVER (w ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) FROM events WINDOW w AS (ORDER BY id) ORDER BY id;

-- name: named-03
SELECT id, sum(id) OVER (w ORDER BY id), count(*) OVER v FROM events WINDOW w AS (PARTITION BY kind), v AS (PARTITION BY flag) ORDER BY id;

-- name: qualify-01
SELECT id, kind FROM events QUALIFY row_number() OVER (PARTITION BY kind ORDER BY id) = 1 ORDER BY id;

-- name: qualify-02
SELECT id, rank() OVER (PARTITION BY city ORDER BY income DESC) AS r FROM tenants QUALIFY r = 1 ORDER BY id;

-- name: qualify-03
SELECT * FROM events QUALIFY score > avg(score) OVER () ORDER BY id;

-- name: qualify-04
SELECT id, sum(id) OVER w AS s FROM events WINDOW w AS (ORDER BY id) QUALIFY s > 10 AND s < 30 ORDER BY id;

-- name: qualify-05
SELECT name, count(*) OVER (PARTITION BY name, birth) AS copies FROM tenants WHERE id > 0 QUALIFY copies > 1 ORDER BY name;

-- name: qualify-06
SELECT kind, count(*) AS n FROM events GROUP BY kind QUALIFY rank() OVER (ORDER BY count(*) DESC) <= 2 ORDER BY kind;

-- name: mixed-01
SELECT kind, count(*), sum(count(*)) OVER (), rank() OVER (ORDER BY count(*) DESC) FROM events GROUP BY kind ORDER BY kind;

-- name: mixed-02
SELECT kind, sum(score) AS s, sum(sum(score)) OVER (ORDER BY kind) AS running FROM events GROUP BY kind HAVING count(*) > 1 ORDER BY kind;

-- name: mixed-03
SELECT id FROM events ORDER BY row_number() OVER (ORDER BY id DESC);

-- name: mixed-04
SELECT * FROM (SELECT id, row_number() OVER (PARTITION BY tenant_id ORDER BY paid_on DESC) AS n FROM payments WHERE tenant_id IS NOT NULL) p WHERE n = 1 ORDER BY id;

-- name: mixed-05
WITH gaps AS (SELECT id, id - row_number() OVER (ORDER BY id) AS island FROM events WHERE id <> 4) SELECT island, min(id), max(id), count(*) FROM gaps GROUP BY island ORDER BY island;

-- name: mixed-06
SELECT id, CASE WHEN lag(kind) OVER (ORDER BY id) IS DISTINCT FROM kind THEN 1 ELSE 0 END AS starts FROM events ORDER BY id;

-- name: mixed-07
SELECT DISTINCT kind, count(*) OVER (PARTITION BY kind) AS n FROM events ORDER BY kind;

-- name: mixed-08
SELECT t.id, sum(p.amount) OVER (PARTITION BY t.id ORDER BY p.id) AS running FROM tenants t JOIN payments p ON p.tenant_id = t.id ORDER BY t.id, p.id;

-- name: mixed-09
SELECT id, sum(id) OVER (ORDER BY id) AS s, s * 2 AS twice FROM events ORDER BY id LIMIT 3;

-- name: mixed-10
SELECT id, row_number() OVER (ORDER BY (SELECT max(id) FROM tenants) - id) FROM events ORDER BY id;

-- name: mixed-11
SELECT id, lag(score, 1 IGNORE NULLS) OVER (PARTITION BY kind ORDER BY id) FROM events ORDER BY id;
-- name: groups up to the row
SELECT id, sum(id) OVER (ORDER BY rank GROUPS UNBOUNDED PRECEDING) AS s FROM events ORDER BY id
-- name: groups before
SELECT id, sum(id) OVER (ORDER BY rank GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW) AS s FROM events ORDER BY id
-- name: groups before and after
SELECT id, count(*) OVER (ORDER BY rank DESC GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS n FROM events ORDER BY id
-- name: groups in partitions
SELECT id, sum(score) OVER (PARTITION BY flag ORDER BY kind GROUPS 1 PRECEDING) AS s FROM events ORDER BY id
-- name: groups far away
SELECT id, count(*) OVER (ORDER BY kind GROUPS BETWEEN 3 PRECEDING AND 2 PRECEDING) AS n, sum(id) OVER (ORDER BY kind GROUPS BETWEEN 2 FOLLOWING AND 9 FOLLOWING) AS s FROM events ORDER BY id
-- name: groups of the row alone
SELECT id, first_value(id) OVER (ORDER BY rank, id GROUPS CURRENT ROW) AS f, count(*) OVER (ORDER BY rank GROUPS CURRENT ROW) AS n FROM events ORDER BY id
-- name: groups to the end
SELECT id, max(score) OVER (ORDER BY rank NULLS FIRST GROUPS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS m FROM events ORDER BY id
-- name: groups of two keys
SELECT id, count(*) OVER (ORDER BY kind, rank GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS n FROM events ORDER BY id
-- name: groups of texts and lists
SELECT id, array_agg(DISTINCT kind) OVER (ORDER BY kind GROUPS 1 PRECEDING) IS NOT NULL AS l, string_agg(kind) OVER (ORDER BY kind GROUPS BETWEEN CURRENT ROW AND CURRENT ROW) AS t FROM events ORDER BY id
