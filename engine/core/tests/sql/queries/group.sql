-- name: group-01
SELECT count(*), count(city), count(DISTINCT city), count(income) FROM tenants;

-- name: group-02
SELECT sum(id), sum(income), avg(income), min(income), max(income) FROM tenants;

-- name: group-03
SELECT count(*), sum(a), avg(a), min(b), max(b), median(a) FROM empty;

-- name: group-04
SELECT sum(n), avg(n), min(n), max(n), median(n) FROM numbers;

-- name: group-05
SELECT city, count(*) FROM tenants GROUP BY city;

-- name: group-06
SELECT city, count(*) AS n FROM tenants GROUP BY city ORDER BY n DESC, city;

-- name: group-07
SELECT city, sum(income), avg(income), min(name), max(name) FROM tenants GROUP BY city ORDER BY city;

-- name: group-08
SELECT city, active, count(*) FROM tenants GROUP BY city, active ORDER BY city, active;

-- name: group-09
SELECT city, count(*) FROM tenants GROUP BY 1 ORDER BY 1;

-- name: group-10
SELECT upper(city) AS c, count(*) FROM tenants GROUP BY c ORDER BY c;

-- name: group-11
SELECT upper(city), count(*) FROM tenants GROUP BY upper(city) ORDER BY 1;

-- name: group-12
SELECT city, active, sum(income) FROM tenants GROUP BY ALL ORDER BY ALL;

-- name: group-13
SELECT city, count(*) FROM tenants GROUP BY city HAVING count(*) > 1 ORDER BY city;

-- name: group-14
SELECT city, count(*) AS n FROM tenants GROUP BY city HAVING n > 1 ORDER BY city;

-- name: group-15
SELECT city FROM tenants GROUP BY city HAVING sum(income) > 2000 ORDER BY city;

-- name: group-16
SELECT count(*) FROM tenants HAVING count(*) > 100;

-- name: group-17
SELECT count(*) FROM tenants WHERE id > 100;

-- name: group-18
SELECT city, count(*) FROM tenants WHERE id > 100 GROUP BY city;

-- name: group-19
SELECT kind, sum(score), count(score), avg(score), min(score), max(score) FROM events GROUP BY kind ORDER BY kind;

-- name: group-20
SELECT kind, count(DISTINCT score), sum(DISTINCT score), avg(DISTINCT score) FROM events GROUP BY kind ORDER BY kind;

-- name: group-21
SELECT kind, bool_and(flag), bool_or(flag), count_if(flag) FROM events GROUP BY kind ORDER BY kind;

-- name: group-22
SELECT bool_and(flag), bool_or(flag), count_if(score > 2) FROM events;

-- name: group-23
SELECT kind, median(score), quantile_cont(score, 0.25), quantile_cont(score, 0.9) FROM events GROUP BY kind ORDER BY kind;

-- name: group-24
SELECT median(score), quantile_cont(score, 0.5), quantile_cont(score, 0), quantile_cont(score, 1) FROM events;

-- name: group-25
SELECT kind, stddev_samp(score), stddev_pop(score), var_samp(score), var_pop(score) FROM events GROUP BY kind ORDER BY kind;

-- name: group-26
SELECT stddev(score), variance(score), stddev_pop(rank), var_pop(rank) FROM events;

-- name: group-27
SELECT corr(score, rank), corr(x, y) FROM events JOIN numbers ON events.id = numbers.n;

-- name: group-28
SELECT corr(score, id) FROM events;

-- name: group-29
SELECT kind, any_value(score) FROM events GROUP BY kind ORDER BY kind;

-- name: group-30
SELECT sum(score * rank), sum(rank) + 1, sum(rank) / count(*) FROM events;

-- name: group-31
SELECT kind, sum(score) / count(*) AS per, max(rank) - min(rank) FROM events GROUP BY kind ORDER BY kind;

-- name: group-32
SELECT rank % 2 AS odd, count(*) FROM events GROUP BY rank % 2 ORDER BY odd;

-- name: group-33
SELECT rank % 2 + 10, count(*) FROM events GROUP BY rank % 2 ORDER BY 1;

-- name: group-34
SELECT sum(CASE WHEN flag THEN 1 ELSE 0 END), sum(CASE WHEN flag THEN score END) FROM events;

-- name: group-35
SELECT kind, count(*) AS n, sum(n) FROM events JOIN numbers ON events.id = numbers.n GROUP BY kind ORDER BY kind;

-- name: group-36
SELECT max(n) FROM (SELECT kind, count(*) AS n FROM events GROUP BY kind);

-- name: group-37
SELECT avg(n) FROM (SELECT count(*) AS n FROM tenants GROUP BY city) t;

-- name: group-38
SELECT count(*) + 1 AS k FROM tenants GROUP BY city ORDER BY k DESC LIMIT 2;

-- name: group-39
SELECT city FROM tenants GROUP BY city ORDER BY max(income) DESC NULLS LAST, city;

-- name: group-40
SELECT city, name, count(*) FROM tenants GROUP BY city, name ORDER BY count(*) DESC, city, name;

-- name: group-41
SELECT sum(1), count(1), min('a'), max(2) FROM tenants;

-- name: group-42
SELECT kind, sum(1) FROM events GROUP BY kind ORDER BY kind;

-- name: group-43
SELECT DISTINCT count(*) FROM tenants GROUP BY city ORDER BY 1;

-- name: group-44
SELECT active, min(birth), max(active) FROM tenants GROUP BY active ORDER BY active;

-- name: group-45
SELECT birth, count(*) FROM tenants GROUP BY birth ORDER BY birth;

-- name: group-46
SELECT income, count(*) FROM tenants GROUP BY income ORDER BY income;

-- name: group-47
SELECT mean(score), count(DISTINCT kind), count(DISTINCT flag) FROM events;

-- name: group-48
SELECT sum(amount) FROM payments WHERE label = 'none';

-- name: group-49
SELECT label, sum(qty), sum(amount) FROM payments GROUP BY label ORDER BY label;

-- name: group-50
SELECT lower(label) AS l, round(avg(amount), 3) FROM payments GROUP BY l HAVING avg(amount) > 0 ORDER BY l;
