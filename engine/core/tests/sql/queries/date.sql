-- name: date-01
SELECT id, year(birth), month(birth), day(birth), quarter(birth) FROM tenants ORDER BY id;

-- name: date-02
SELECT id, week(birth), dayofweek(birth), isodow(birth), dayofyear(birth), isoyear(birth) FROM tenants ORDER BY id;

-- name: date-03
SELECT id, hour(moment), minute(moment), second(moment), year(moment) FROM payments ORDER BY id;

-- name: date-04
SELECT id, date_part('month', birth), date_part('dow', birth), date_part('doy', birth), date_part('year', birth) FROM tenants ORDER BY id;

-- name: date-05
SELECT extract(year FROM DATE '2024-02-29'), extract(month FROM TIMESTAMP '2024-02-29 10:11:12'), extract(hour FROM TIMESTAMP '2024-02-29 10:11:12'), extract(epoch FROM TIMESTAMP '1970-01-02 00:00:00.5');

-- name: date-06
SELECT id, date_trunc('month', paid_on), date_trunc('year', paid_on), date_trunc('quarter', paid_on), date_trunc('week', paid_on) FROM payments ORDER BY id;

-- name: date-07
SELECT id, date_trunc('hour', moment), date_trunc('minute', moment), date_trunc('day', moment), date_trunc('second', moment) FROM payments ORDER BY id;

-- name: date-08
SELECT id, date_diff('day', paid_on, DATE '2024-03-31'), date_diff('month', paid_on, DATE '2024-03-31'), date_diff('year', paid_on, DATE '2025-01-01'), date_diff('week', paid_on, DATE '2024-03-31') FROM payments ORDER BY id;

-- name: date-09
SELECT date_diff('hour', TIMESTAMP '2024-01-01 00:59:00', TIMESTAMP '2024-01-01 02:01:00'), date_diff('minute', TIMESTAMP '2024-01-01 00:59:59', TIMESTAMP '2024-01-01 01:00:01'), date_diff('second', TIMESTAMP '2024-01-01 00:00:00', TIMESTAMP '2024-01-01 00:00:59.9'), date_diff('quarter', DATE '2023-12-31', DATE '2024-01-01');

-- name: date-10
SELECT date_diff('day', DATE '2024-03-01', DATE '2024-02-01');

-- name: date-11
SELECT id, last_day(birth), dayname(birth), monthname(birth) FROM tenants ORDER BY id;

-- name: date-12
SELECT make_date(2024, 2, 29), make_timestamp(2024, 2, 29, 23, 59, 59.5);

-- name: date-13
SELECT strftime(birth, '%d/%m/%Y'), strftime(birth, '%Y-W%V') FROM tenants ORDER BY id;

-- name: date-14
SELECT strftime(moment, '%H:%M:%S') FROM payments ORDER BY id;

-- name: date-15
SELECT strptime('29/02/2024', '%d/%m/%Y'), strptime('2024-01-02 03:04:05', '%Y-%m-%d %H:%M:%S'), try_strptime('x', '%Y'), try_strptime('30/02/2024', '%d/%m/%Y');

-- name: date-16
SELECT birth + 1, birth - 30, 7 + birth FROM tenants ORDER BY id;

-- name: date-17
SELECT birth - DATE '1970-01-01' FROM tenants ORDER BY id;

-- name: date-18
SELECT DATE '2024-01-31' + INTERVAL 1 MONTH, DATE '2024-03-31' - INTERVAL 1 MONTH, DATE '2024-02-29' + INTERVAL 1 YEAR, DATE '2024-01-01' + INTERVAL 36 HOUR;

-- name: date-19
SELECT moment + INTERVAL 90 MINUTE, moment - INTERVAL '2 days', moment + INTERVAL '1' DAY FROM payments ORDER BY id;

-- name: date-20
SELECT DATE '2024-01-31' + INTERVAL '1 month 2 days';

-- name: date-21
SELECT CAST('2024-02-03' AS DATE), CAST('2024-02-03 04:05:06' AS TIMESTAMP), CAST(DATE '2024-02-03' AS TIMESTAMP), CAST(TIMESTAMP '2024-02-03 23:59:59' AS DATE);

-- name: date-22
SELECT CAST(birth AS VARCHAR), id FROM tenants ORDER BY id;

-- name: date-23
SELECT CAST(moment AS VARCHAR), id FROM payments ORDER BY id;

-- name: date-24
SELECT TRY_CAST('2024-13-01' AS DATE), TRY_CAST('hello' AS TIMESTAMP), TRY_CAST('2024-1-5' AS DATE);

-- name: date-25
SELECT min(birth), max(birth) FROM tenants;

-- name: date-26
SELECT year(birth) AS y, count(*) FROM tenants GROUP BY y ORDER BY y;

-- name: date-27
SELECT date_trunc('month', paid_on) AS m, sum(amount) FROM payments GROUP BY m ORDER BY m;

-- name: date-28
SELECT id FROM payments WHERE paid_on BETWEEN DATE '2024-02-01' AND DATE '2024-02-29' ORDER BY id;

-- name: date-29
SELECT id FROM tenants WHERE birth + INTERVAL 40 YEAR < DATE '2026-01-01' ORDER BY id;

-- name: date-30
SELECT epoch(TIMESTAMP '2024-01-01 00:00:00'), TIME '12:30:00' < TIME '13:00:00';

-- name: date-31
SELECT id FROM payments WHERE moment > '2024-03-01 00:00:00' ORDER BY moment, id;
