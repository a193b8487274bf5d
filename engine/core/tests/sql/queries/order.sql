-- name: order-01
SELECT id FROM tenants ORDER BY income, id;

-- name: order-02
SELECT id FROM tenants ORDER BY income DESC, id;

-- name: order-03
SELECT id FROM tenants ORDER BY income NULLS FIRST, id DESC;

-- name: order-04
SELECT id FROM tenants ORDER BY income DESC NULLS LAST, id;

-- name: order-05
SELECT id FROM tenants ORDER BY income DESC NULLS FIRST, id;

-- name: order-06
SELECT id FROM tenants ORDER BY city, name, id;

-- name: order-07
SELECT id FROM tenants ORDER BY lower(city) DESC, id;

-- name: order-08
SELECT id, income * 2 AS d FROM tenants ORDER BY d DESC, 1;

-- name: order-09
SELECT name FROM tenants ORDER BY length(name), name;

-- name: order-10
SELECT id FROM tenants ORDER BY active, id;

-- name: order-11
SELECT id FROM tenants ORDER BY active DESC, id;

-- name: order-12
SELECT id FROM tenants ORDER BY birth DESC, id LIMIT 3;

-- name: order-13
SELECT id FROM tenants ORDER BY income LIMIT 1;

-- name: order-14
SELECT id FROM payments ORDER BY amount DESC, id LIMIT 2;

-- name: order-15
SELECT id FROM payments ORDER BY amount, id LIMIT 1 OFFSET 1;

-- name: order-16
SELECT id FROM payments ORDER BY label DESC, id LIMIT 2;

-- name: order-17
SELECT id FROM payments ORDER BY label, id LIMIT 2;

-- name: order-18
SELECT id FROM payments ORDER BY tenant_id DESC NULLS LAST, amount LIMIT 1;

-- name: order-19
SELECT -id AS id FROM tenants ORDER BY id;

-- name: order-20
SELECT city AS id FROM tenants t ORDER BY t.id;

-- name: order-21
SELECT * FROM numbers ORDER BY ALL;

-- name: order-22
SELECT id FROM tenants ORDER BY 1 DESC;

-- name: order-23
SELECT id FROM tenants ORDER BY CASE WHEN city = 'Lyon' THEN 0 ELSE 1 END, id;
