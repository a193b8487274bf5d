-- name: numeric-01
SELECT n, m, n + m, n - m, n * m FROM numbers ORDER BY n;

-- name: numeric-02
SELECT n, n / m, x / y FROM numbers ORDER BY n;

-- name: numeric-03
SELECT n, n // m, n % m FROM numbers ORDER BY n;

-- name: numeric-04
SELECT 7 // 2, -7 // 2, 7 // -2, -7 // -2, 7 % 3, -7 % 3, 7 % -3;

-- name: numeric-05
SELECT 1 / 2, 1 / 0, -1 / 0, 5.5 % 2.0;

-- name: numeric-06
SELECT -n, +n, -x, - -n FROM numbers ORDER BY n;

-- name: numeric-07
SELECT n + x, n * x, x - n FROM numbers ORDER BY n;

-- name: numeric-08
SELECT 9223372036854775807, -9223372036854775808, 1e3, .5, 2.50;

-- name: numeric-09
SELECT 1 + NULL, NULL * 2.0, NULL / 1;

-- name: numeric-10
SELECT abs(n), abs(x) FROM numbers ORDER BY n;

-- name: numeric-11
SELECT round(x), floor(x), ceil(x), trunc(x) FROM numbers ORDER BY n;

-- name: numeric-12
SELECT round(x, 2), round(x, -2), round(x, 0) FROM numbers ORDER BY n;

-- name: numeric-13
SELECT round(n), round(n, -1), round(n, 2) FROM numbers ORDER BY n;

-- name: numeric-14
SELECT floor(n), ceil(n), sign(n), sign(x) FROM numbers ORDER BY n;

-- name: numeric-15
SELECT ceiling(2.1e0), trunc(-2.9e0), round(-2.5e0), round(2.5e0), round(0.5e0);

-- name: numeric-16
SELECT sqrt(4), sqrt(2.25e0), cbrt(27), exp(1), ln(10), log10(1000), log(100), log2(8);

-- name: numeric-17
SELECT sin(1), cos(1), tan(1), asin(0.5e0), acos(0.5e0), atan(1), atan2(1, 2);

-- name: numeric-18
SELECT pow(2, 10), power(2.0, 0.5), mod(10, 3), mod(-10, 3), mod(5.5e0, 2);

-- name: numeric-19
SELECT pi(), degrees(pi()), radians(180);

-- name: numeric-20
SELECT isnan(x), isinf(x / 0), isfinite(x) FROM numbers WHERE n = 1;

-- name: numeric-21
SELECT x FROM numbers WHERE x = -1.5 OR x > 1000;

-- name: numeric-22
SELECT n FROM numbers WHERE n * 2 > m + 1;

-- name: numeric-23
SELECT CAST(x AS BIGINT), x FROM numbers ORDER BY n;

-- name: numeric-24
SELECT CAST(2.5e0 AS BIGINT), CAST(3.5e0 AS BIGINT), CAST(-2.5e0 AS BIGINT), CAST(-0.4e0 AS BIGINT);

-- name: numeric-25
SELECT CAST(n AS DOUBLE) / 4, CAST(n AS BOOLEAN) FROM numbers ORDER BY n;

-- name: numeric-26
SELECT CAST(TRUE AS BIGINT), CAST(FALSE AS DOUBLE);

-- name: numeric-27
SELECT n, TRY_CAST(s AS BIGINT), TRY_CAST(s AS DOUBLE) FROM numbers ORDER BY n;

-- name: numeric-28
SELECT TRY_CAST('9223372036854775808' AS BIGINT), TRY_CAST(1e30 AS BIGINT), TRY_CAST(' 12 ' AS BIGINT);

-- name: numeric-29
SELECT '12'::BIGINT + 1, '1.5'::DOUBLE * 2, 3::VARCHAR || 'x';

-- name: numeric-30
SELECT CAST(1.0e0 AS VARCHAR), CAST(0.1e0 AS VARCHAR), CAST(1e20 AS VARCHAR), CAST(1e-7 AS VARCHAR), CAST(123456.789e0 AS VARCHAR), CAST(-0.00012e0 AS VARCHAR), CAST(1e15 AS VARCHAR), CAST(1e16 AS VARCHAR);

-- name: numeric-31
SELECT TRY_CAST('t' AS BOOLEAN), TRY_CAST('yes' AS BOOLEAN), TRY_CAST('0' AS BOOLEAN), TRY_CAST('maybe' AS BOOLEAN);

-- name: numeric-32
SELECT CAST(TRUE AS VARCHAR), CAST(-5 AS VARCHAR), CAST(NULL AS BIGINT);

-- name: numeric-33
SELECT n = 1.0, n < 1.5, x = 0 FROM numbers ORDER BY n;

-- name: numeric-34
SELECT n FROM numbers WHERE n = '9';
