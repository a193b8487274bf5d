-- name: filter-01
SELECT count(*) FILTER (WHERE flag), count(*) FILTER (WHERE id > 100), sum(score) FILTER (WHERE kind = 'a'), sum(score) FILTER (WHERE false) FROM events;

-- name: filter-02
SELECT kind, count(*) FILTER (WHERE score > 1) AS high, avg(rank) FILTER (WHERE flag) FROM events GROUP BY kind ORDER BY kind;

-- name: filter-03
SELECT kind, count(DISTINCT score) FILTER (WHERE id > 1), max(score) FILTER (WHERE NOT flag), min(score) FILTER (WHERE flag) FROM events GROUP BY kind ORDER BY kind;

-- name: filter-04
SELECT kind FROM events GROUP BY kind HAVING count(*) FILTER (WHERE flag) > 0 ORDER BY kind;

-- name: filter-05
SELECT count(score) FILTER (WHERE flag IS NULL), count_if(flag) FILTER (WHERE id < 3), bool_or(flag) FILTER (WHERE id > 6), median(score) FILTER (WHERE id > 2) FROM events;

-- name: filter-07
SELECT count(*) FILTER (WHERE a > 0), sum(a) FILTER (WHERE a > 0) FROM empty;

-- name: texts-01
SELECT string_agg(kind, ','), string_agg(kind), string_agg(kind, '') FROM events;

-- name: texts-02
SELECT string_agg(kind, ',' ORDER BY id DESC), string_agg(kind, '; ' ORDER BY kind, id) FROM events;

-- name: texts-03
SELECT city, string_agg(name, ', ' ORDER BY name DESC) AS names FROM tenants GROUP BY city ORDER BY city;

-- name: texts-04
SELECT string_agg(DISTINCT kind, ',' ORDER BY kind), string_agg(CAST(id AS VARCHAR), '-' ORDER BY score DESC NULLS LAST, id) FROM events;

-- name: texts-05
SELECT string_agg(b, ',') FROM empty;

-- name: texts-06
SELECT kind, string_agg(CAST(score AS VARCHAR), '|' ORDER BY id) FROM events GROUP BY kind ORDER BY kind;

-- name: texts-07
SELECT kind, listagg(upper(kind), '/') , group_concat(kind) FROM events GROUP BY kind ORDER BY kind;

-- name: texts-08
SELECT string_agg(kind, ',') FILTER (WHERE flag) FROM events;

-- name: quantile-01
SELECT quantile_disc(score, 0.5), quantile_disc(score, 0.25), quantile_disc(score, 0), quantile_disc(score, 1), quantile_disc(score, 0.9) FROM events;

-- name: quantile-02
SELECT kind, quantile_disc(score, 0.5), quantile_cont(score, 0.5), median(score) FROM events GROUP BY kind ORDER BY kind;

-- name: quantile-03
SELECT quantile_disc(name, 0.5), quantile_disc(birth, 0.25), quantile_disc(id, 0.75) FROM tenants;

-- name: quantile-04
SELECT quantile_disc(a, 0.5), mode(b), arg_min(a, c), first(a), last(b), product(c) FROM empty;

-- name: quantile-05
SELECT percentile_cont(0.3) WITHIN GROUP (ORDER BY id), percentile_disc(0.3) WITHIN GROUP (ORDER BY id), mode() WITHIN GROUP (ORDER BY kind) FROM events;

-- name: mode-01
SELECT mode(kind), mode(score) FROM events;

-- name: mode-02
SELECT city, mode(name) FROM tenants WHERE city = 'Paris' GROUP BY city;

-- name: arg-01
SELECT arg_min(id, score), arg_max(id, score), arg_max(kind, id), min_by(kind, id), max_by(kind, score) FROM events;

-- name: arg-02
SELECT city, arg_max(name, income), arg_min(name, birth) FROM tenants WHERE id < 8 GROUP BY city ORDER BY city;

-- name: arg-03
SELECT kind, arg_min(id, score) FILTER (WHERE flag), arg_max(score, id) FROM events GROUP BY kind ORDER BY kind;

-- name: first-01
SELECT first(score ORDER BY id), last(score ORDER BY id), first(kind ORDER BY id DESC), last(kind ORDER BY rank, id) FROM events;

-- name: first-02
SELECT kind, first(id ORDER BY id DESC), last(id ORDER BY id DESC), first(score ORDER BY id) FROM events GROUP BY kind ORDER BY kind;

-- name: first-03
SELECT city, first(name ORDER BY income DESC NULLS LAST, id), count(*), avg(income) FROM tenants GROUP BY city ORDER BY city;

-- name: order-01
SELECT sum(score ORDER BY id DESC), count(id ORDER BY kind), max(name ORDER BY name) FROM events JOIN tenants USING (id);

-- name: spread-01
SELECT covar_pop(score, rank), covar_samp(score, rank), regr_slope(score, rank), regr_intercept(score, rank), corr(score, rank) FROM events;

-- name: spread-02
SELECT kind, covar_samp(score, id), regr_slope(score, id), product(score) FROM events GROUP BY kind ORDER BY kind;

-- name: spread-03
SELECT kind, stddev_samp(score), var_pop(score), string_agg(kind, '') FROM events GROUP BY kind ORDER BY kind;

-- name: spread-04
SELECT count(*), count(score), sum(rank), avg(score), min(score), max(kind), bool_and(flag), bool_or(flag), any_value(score), product(rank) FROM events;

-- name: on-01
SELECT DISTINCT ON (kind) kind, id FROM events ORDER BY kind, id DESC;

-- name: on-02
SELECT DISTINCT ON (kind) kind, id FROM events ORDER BY id DESC;

-- name: on-03
SELECT DISTINCT ON (city) name, income FROM tenants ORDER BY city, income DESC, id;

-- name: on-04
SELECT DISTINCT ON (tenant_id) tenant_id, paid_on, amount FROM payments ORDER BY tenant_id, paid_on DESC LIMIT 3;

-- name: on-05
SELECT DISTINCT ON (kind, flag) kind, flag, id FROM events ORDER BY kind, flag, id;

-- name: on-06
SELECT DISTINCT ON (upper(city)) upper(city) AS c, id FROM tenants ORDER BY c, id;

-- name: on-07
SELECT DISTINCT ON (n) count(*) AS n, min(kind) AS k FROM events GROUP BY kind ORDER BY n, k;

-- name: on-08
SELECT DISTINCT ON (1) kind, id FROM events ORDER BY kind, id;
