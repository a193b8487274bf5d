-- name: where-01
SELECT id FROM tenants WHERE active;

-- name: where-02
SELECT id FROM tenants WHERE NOT active;

-- name: where-03
SELECT id FROM tenants WHERE active IS NULL;

-- name: where-04
SELECT id FROM tenants WHERE active IS NOT TRUE;

-- name: where-05
SELECT id FROM tenants WHERE active IS UNKNOWN;

-- name: where-06
SELECT id FROM tenants WHERE city = 'Paris';

-- name: where-07
SELECT id FROM tenants WHERE city <> 'Paris';

-- name: where-08
SELECT id FROM tenants WHERE city != 'Paris' OR city IS NULL;

-- name: where-09
SELECT id FROM tenants WHERE city IS DISTINCT FROM 'Paris';

-- name: where-10
SELECT id FROM tenants WHERE city IS NOT DISTINCT FROM NULL;

-- name: where-11
SELECT id FROM tenants WHERE income BETWEEN 1000 AND 2400.5;

-- name: where-12
SELECT id FROM tenants WHERE income NOT BETWEEN 1000 AND 2400.5;

-- name: where-13
SELECT id FROM tenants WHERE id IN (1, 3, 5);

-- name: where-14
SELECT id FROM tenants WHERE id NOT IN (1, 3, 5);

-- name: where-15
SELECT id FROM tenants WHERE id IN (1, 2, 3, 4, 5, 99);

-- name: where-16
SELECT id FROM tenants WHERE city IN ('Paris', 'Brest', 'x', 'y', 'z', 'w');

-- name: where-17
SELECT id FROM tenants WHERE city NOT IN ('Paris', 'Brest', 'x', 'y', 'z', 'w');

-- name: where-18
SELECT id FROM tenants WHERE city IN ('Paris', NULL);

-- name: where-19
SELECT id FROM tenants WHERE city NOT IN ('Paris', NULL);

-- name: where-20
SELECT id, city IN ('Paris', NULL) AS f FROM tenants ORDER BY id;

-- name: where-21
SELECT id, city NOT IN ('Paris', 'a', 'b', 'c', 'd', NULL) AS f FROM tenants ORDER BY id;

-- name: where-22
SELECT id FROM tenants WHERE city IN (SELECT name FROM cities);

-- name: where-23
SELECT id FROM tenants WHERE city NOT IN (SELECT name FROM cities);

-- name: where-24
SELECT id FROM tenants WHERE city NOT IN (SELECT name FROM cities WHERE name IS NOT NULL);

-- name: where-25
SELECT id FROM tenants WHERE city IN (SELECT b FROM empty);

-- name: where-26
SELECT id FROM tenants WHERE city NOT IN (SELECT b FROM empty);

-- name: where-27
SELECT id, id IN (SELECT tenant_id FROM payments) AS paid FROM tenants ORDER BY id;

-- name: where-28
SELECT id FROM tenants WHERE id IN (SELECT tenant_id FROM payments WHERE amount > 600);

-- name: where-29
SELECT id FROM tenants WHERE income IN (950.25, 1800, 1, 2, 3, 4);

-- name: where-30
SELECT id FROM tenants WHERE birth IN ('1985-03-14', '2001-02-28');

-- name: where-31
SELECT id FROM tenants WHERE birth IN (DATE '1985-03-14', DATE '2001-02-28', DATE '2001-02-27', DATE '2001-02-26', DATE '2001-02-25');

-- name: where-32
SELECT id FROM tenants WHERE birth > '1990-01-01';

-- name: where-33
SELECT id FROM payments WHERE moment >= TIMESTAMP '2024-02-01 00:00:00';

-- name: where-34
SELECT id FROM payments WHERE moment > paid_on;

-- name: where-35
SELECT id FROM payments WHERE paid_on = '2024-03-05' AND amount = 700;

-- name: where-36
SELECT id FROM tenants WHERE name LIKE '_d%';

-- name: where-37
SELECT id FROM tenants WHERE name ILIKE 'é%';

-- name: where-38
SELECT id FROM tenants WHERE name NOT LIKE '%e%';

-- name: where-39
SELECT id FROM words WHERE w LIKE '100\%' ESCAPE '\';

-- name: where-40
SELECT id FROM words WHERE w LIKE '%x_%' ESCAPE 'x';

-- name: where-41
SELECT id FROM words WHERE w LIKE '%';

-- name: where-42
SELECT id FROM words WHERE w LIKE '';

-- name: where-43
SELECT id FROM words WHERE w LIKE '%a%b%';

-- name: where-44
SELECT id FROM words WHERE w ILIKE 'A_B%';

-- name: where-45
SELECT id FROM words WHERE w LIKE v;

-- name: where-46
SELECT id, name LIKE NULL FROM tenants WHERE id = 1;

-- name: where-47
SELECT id FROM tenants WHERE TRUE;

-- name: where-48
SELECT id FROM tenants WHERE FALSE;

-- name: where-49
SELECT id FROM tenants WHERE NULL;

-- name: where-50
SELECT id FROM tenants WHERE 1 = 1 AND id < 3;

-- name: where-51
SELECT id FROM tenants WHERE (id < 3 OR city = 'Brest') AND income > 1500;

-- name: where-52
SELECT id FROM numbers n JOIN events e ON n.n = e.id WHERE m <> 0 AND 6 // m > 1;

-- name: where-53
SELECT n FROM numbers WHERE m > 2 AND n % m = 1;
