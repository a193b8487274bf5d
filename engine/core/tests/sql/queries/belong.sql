-- name: exists-01
SELECT id FROM tenants t WHERE EXISTS (SELECT 1 FROM payments p WHERE p.tenant_id = t.id) ORDER BY id;

-- name: exists-02
SELECT id FROM tenants t WHERE NOT EXISTS (SELECT 1 FROM payments p WHERE p.tenant_id = t.id) ORDER BY id;

-- name: exists-03
SELECT id FROM tenants t WHERE EXISTS (SELECT 1 FROM payments p WHERE p.tenant_id = t.id AND p.amount > 600) ORDER BY id;

-- name: exists-04
SELECT id FROM tenants t WHERE EXISTS (SELECT * FROM payments p WHERE p.tenant_id = t.id AND p.amount > t.income) ORDER BY id;

-- name: exists-05
SELECT id FROM tenants t WHERE EXISTS (SELECT 1 FROM payments p WHERE p.amount > t.income) ORDER BY id;

-- name: exists-06
SELECT id FROM tenants t WHERE NOT EXISTS (SELECT 1 FROM tenants o WHERE o.income > t.income) ORDER BY id;

-- name: exists-07
SELECT id, EXISTS (SELECT 1 FROM payments p WHERE p.tenant_id = t.id) AS pays FROM tenants t ORDER BY id;

-- name: exists-08
SELECT id FROM tenants t WHERE active OR EXISTS (SELECT 1 FROM payments p WHERE p.tenant_id = t.id) ORDER BY id;

-- name: exists-09
SELECT count(*) FROM tenants WHERE EXISTS (SELECT 1 FROM payments) AND EXISTS (SELECT 1);

-- name: exists-10
SELECT EXISTS (SELECT 1 FROM empty), NOT EXISTS (SELECT 1 FROM empty), EXISTS (SELECT NULL);

-- name: exists-11
SELECT count(*) FROM tenants WHERE EXISTS (SELECT 1 FROM empty);

-- name: exists-12
SELECT city, count(*) FROM tenants t GROUP BY city HAVING EXISTS (SELECT 1 FROM cities c WHERE c.name = t.city) ORDER BY city;

-- name: exists-13
SELECT id FROM tenants t WHERE EXISTS (SELECT 1 FROM payments p JOIN tenants o ON o.id = p.tenant_id WHERE o.city = t.city AND o.id <> t.id) ORDER BY id;

-- name: exists-14
SELECT id FROM tenants t WHERE EXISTS (SELECT tenant_id FROM payments p WHERE p.tenant_id = t.id GROUP BY tenant_id HAVING count(*) > 1) ORDER BY id;

-- name: exists-15
SELECT CASE WHEN EXISTS (SELECT 1 FROM payments p WHERE p.tenant_id = t.id) THEN 'yes' ELSE 'no' END AS pays, count(*) FROM tenants t GROUP BY pays ORDER BY pays;

-- name: exists-16
SELECT id FROM tenants t WHERE city IS NOT NULL AND NOT EXISTS (SELECT 1 FROM cities c WHERE c.name = t.city) AND id > 1 ORDER BY id;

-- name: in-01
SELECT id FROM tenants t WHERE id IN (SELECT tenant_id FROM payments p WHERE p.amount > 600) ORDER BY id;

-- name: in-02
SELECT id FROM payments p WHERE p.tenant_id IN (SELECT t.id FROM tenants t WHERE t.birth < p.paid_on) ORDER BY id;

-- name: in-03
SELECT a.id, a.score IN (SELECT b.score FROM events b WHERE b.kind = a.kind AND b.id <> 6) AS there FROM events a ORDER BY a.id;

-- name: in-04
SELECT a.id, a.rank IN (SELECT b.rank FROM events b WHERE b.flag = a.flag) AS there FROM events a ORDER BY a.id;

-- name: in-05
SELECT a.id FROM events a WHERE a.rank NOT IN (SELECT b.rank FROM events b WHERE b.kind = a.kind AND b.id = 1) ORDER BY a.id;

-- name: in-06
SELECT a.id FROM events a WHERE a.id IN (SELECT max(b.id) FROM events b WHERE b.kind = a.kind) ORDER BY a.id;

-- name: in-07
SELECT a.id FROM events a WHERE (a.id IN (SELECT b.id FROM events b WHERE b.kind = a.kind)) IS NOT TRUE ORDER BY a.id;

-- name: value-01
SELECT id, (SELECT max(amount) FROM payments p WHERE p.tenant_id = t.id) AS most FROM tenants t ORDER BY id;

-- name: value-02
SELECT id, (SELECT count(*) FROM payments p WHERE p.tenant_id = t.id) AS n, (SELECT count(*) + 10 FROM payments p WHERE p.tenant_id = t.id) FROM tenants t ORDER BY id;

-- name: value-03
SELECT id, coalesce((SELECT sum(amount) FROM payments p WHERE p.tenant_id = t.id), 0) AS paid FROM tenants t ORDER BY paid DESC, id;

-- name: value-04
SELECT id FROM payments p WHERE amount > (SELECT avg(amount) FROM payments q WHERE q.label = p.label) ORDER BY id;

-- name: value-05
SELECT id, (SELECT c.people FROM cities c WHERE c.name = t.city) AS people FROM tenants t ORDER BY id;

-- name: value-06
SELECT id, (SELECT p.amount FROM payments p WHERE p.tenant_id = t.id ORDER BY p.paid_on DESC, p.id LIMIT 1) AS latest FROM tenants t ORDER BY id;

-- name: value-07
SELECT id, (SELECT p.id FROM payments p WHERE p.tenant_id = t.id ORDER BY p.id LIMIT 1 OFFSET 1) AS second FROM tenants t ORDER BY id;

-- name: value-08
SELECT id, (SELECT string_agg(label, ',' ORDER BY p.id) FROM payments p WHERE p.tenant_id = t.id) FROM tenants t ORDER BY id;

-- name: value-09
SELECT city, (SELECT max(people) FROM cities c WHERE c.name = t.city) AS people, count(*) FROM tenants t GROUP BY city ORDER BY city;

-- name: value-10
SELECT kind, sum((SELECT count(*) FROM numbers n WHERE n.n = e.id)) FROM events e GROUP BY kind ORDER BY kind;

-- name: value-11
SELECT id FROM tenants t ORDER BY (SELECT count(*) FROM payments p WHERE p.tenant_id = t.id) DESC, id;

-- name: value-12
SELECT id FROM tenants t WHERE income = (SELECT max(o.income) FROM tenants o WHERE o.city = t.city) ORDER BY id;

-- name: value-13
SELECT id, (SELECT median(q.amount) FROM payments q WHERE q.label = p.label AND q.qty = p.qty) AS typical FROM payments p ORDER BY id;

-- name: value-14
WITH late AS (SELECT * FROM payments WHERE paid_on > DATE '2024-02-01') SELECT id, (SELECT count(*) FROM late l WHERE l.tenant_id = t.id) AS n FROM tenants t ORDER BY id;

-- name: value-15
SELECT id, (SELECT count(DISTINCT p.label) FROM payments p WHERE p.tenant_id = t.id AND p.qty > 0) AS labels FROM tenants t WHERE id < 6 ORDER BY id;

-- name: value-16
SELECT t.id, (SELECT count(*) FROM payments p WHERE p.tenant_id = t.id) * 2 AS twice, row_number() OVER (ORDER BY (SELECT count(*) FROM payments p WHERE p.tenant_id = t.id) DESC, t.id) AS n FROM tenants t ORDER BY t.id;

-- name: value-17
SELECT t.id, (SELECT count(*) FROM payments p JOIN cities c ON c.name = t.city WHERE p.tenant_id = t.id) AS n FROM tenants t ORDER BY t.id;
