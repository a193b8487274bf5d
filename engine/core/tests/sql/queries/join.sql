-- name: join-01
SELECT t.id, p.id FROM tenants t JOIN payments p ON t.id = p.tenant_id;

-- name: join-02
SELECT t.id, p.id FROM tenants t INNER JOIN payments p ON p.tenant_id = t.id ORDER BY t.id, p.id;

-- name: join-03
SELECT t.id, p.id FROM tenants t LEFT JOIN payments p ON t.id = p.tenant_id ORDER BY 1, 2;

-- name: join-04
SELECT t.id, p.id FROM tenants t RIGHT JOIN payments p ON t.id = p.tenant_id ORDER BY 2;

-- name: join-05
SELECT t.id, p.id FROM tenants t FULL JOIN payments p ON t.id = p.tenant_id ORDER BY 1, 2;

-- name: join-06
SELECT t.id, p.id FROM tenants t FULL OUTER JOIN payments p ON t.id = p.tenant_id AND p.amount > 600 ORDER BY 1, 2;

-- name: join-07
SELECT t.id, p.id FROM tenants t LEFT JOIN payments p ON t.id = p.tenant_id AND p.amount > 510 ORDER BY 1, 2;

-- name: join-08
SELECT t.id, p.id FROM tenants t RIGHT JOIN payments p ON t.id = p.tenant_id AND t.income > 2000 ORDER BY 1, 2;

-- name: join-09
SELECT id FROM tenants t SEMI JOIN payments p ON t.id = p.tenant_id;

-- name: join-10
SELECT id FROM tenants t ANTI JOIN payments p ON t.id = p.tenant_id;

-- name: join-11
SELECT id FROM tenants t SEMI JOIN payments p ON t.id = p.tenant_id AND p.amount > 600;

-- name: join-12
SELECT id FROM tenants t ANTI JOIN payments p ON t.id = p.tenant_id AND p.amount > 600;

-- name: join-13
SELECT t.id, c.region FROM tenants t JOIN cities c ON t.city = c.name ORDER BY t.id;

-- name: join-14
SELECT t.id, c.region FROM tenants t LEFT JOIN cities c ON t.city = c.name ORDER BY t.id;

-- name: join-15
SELECT t.id, c.name FROM tenants t CROSS JOIN cities c ORDER BY t.id, c.name;

-- name: join-16
SELECT count(*) FROM tenants, cities;

-- name: join-17
SELECT t.id, c.name FROM tenants t, cities c WHERE t.city = c.name ORDER BY 1;

-- name: join-18
SELECT t.id, c.name FROM tenants t, cities c WHERE t.city = c.name AND c.people > 200000 AND t.active ORDER BY 1;

-- name: join-19
SELECT a.id, b.id FROM tenants a JOIN tenants b ON a.income = b.income AND a.id < b.id ORDER BY 1, 2;

-- name: join-20
SELECT a.id, b.id FROM tenants a JOIN tenants b ON a.income > b.income ORDER BY 1, 2;

-- name: join-21
SELECT a.id, b.id FROM tenants a LEFT JOIN tenants b ON a.income > b.income + 1000 ORDER BY 1, 2;

-- name: join-22
SELECT a.id FROM tenants a SEMI JOIN tenants b ON a.income < b.income ORDER BY 1;

-- name: join-23
SELECT a.id FROM tenants a ANTI JOIN tenants b ON a.income < b.income ORDER BY 1;

-- name: join-24
SELECT * FROM (SELECT id, name FROM tenants) a JOIN (SELECT tenant_id AS id, amount FROM payments) b USING (id) ORDER BY id, amount;

-- name: join-25
SELECT id, name, amount FROM (SELECT id, name FROM tenants) a LEFT JOIN (SELECT tenant_id AS id, amount FROM payments) b USING (id) ORDER BY id, amount;

-- name: join-26
SELECT id, name, amount FROM (SELECT id, name FROM tenants) a RIGHT JOIN (SELECT tenant_id AS id, amount FROM payments) b USING (id) ORDER BY id, amount;

-- name: join-27
SELECT * FROM (SELECT id, name FROM tenants) a FULL JOIN (SELECT tenant_id AS id, amount FROM payments) b USING (id) ORDER BY id, amount;

-- name: join-28
SELECT a.id, b.id FROM (SELECT id FROM tenants) a FULL JOIN (SELECT tenant_id AS id FROM payments) b USING (id) ORDER BY 1, 2;

-- name: join-29
SELECT * FROM (SELECT id, name FROM tenants WHERE id < 4) NATURAL JOIN (SELECT id, city FROM tenants) ORDER BY id;

-- name: join-30
SELECT t.name, sum(p.amount) AS paid FROM tenants t JOIN payments p ON p.tenant_id = t.id GROUP BY t.name ORDER BY paid DESC NULLS LAST;

-- name: join-31
SELECT c.region, count(*) FROM tenants t JOIN cities c ON lower(t.city) = lower(c.name) GROUP BY c.region ORDER BY 2 DESC, 1;

-- name: join-32
SELECT t.id, p.id, c.region FROM tenants t JOIN payments p ON t.id = p.tenant_id LEFT JOIN cities c ON c.name = t.city ORDER BY p.id;

-- name: join-33
SELECT t.id FROM tenants t LEFT JOIN payments p ON t.id = p.tenant_id WHERE p.id IS NULL ORDER BY t.id;

-- name: join-34
SELECT t.id, e.a FROM tenants t LEFT JOIN empty e ON t.id = e.a ORDER BY t.id;

-- name: join-35
SELECT t.id, e.a FROM tenants t JOIN empty e ON t.id = e.a;

-- name: join-36
SELECT t.id, e.a FROM tenants t, empty e;

-- name: join-37
SELECT t.id, e.a FROM empty e RIGHT JOIN tenants t ON t.id = e.a ORDER BY 1;

-- name: join-38
SELECT n.n, t.id FROM numbers n JOIN tenants t ON n.x + 0.5 = t.id ORDER BY 1, 2;

-- name: join-39
SELECT a.n, b.n FROM numbers a JOIN numbers b ON a.n IS NOT DISTINCT FROM b.n ORDER BY 1, 2;

-- name: join-40
SELECT t.*, p.amount FROM tenants t JOIN payments p ON t.id = p.tenant_id WHERE p.label = 'rent' ORDER BY p.id;

-- name: join-41
SELECT x.id FROM (tenants x JOIN cities c ON x.city = c.name) ORDER BY x.id;

-- name: join-42
SELECT p.id, t.birth FROM payments p LEFT JOIN tenants t ON t.id = p.tenant_id AND t.birth < DATE '1990-01-01' WHERE p.qty > 0 ORDER BY p.id;

-- name: join-43
SELECT t.id, p.id FROM tenants t LEFT JOIN payments p ON t.id = p.tenant_id AND t.active ORDER BY 1, 2;

-- name: join-44
SELECT t.id, p.id FROM tenants t LEFT JOIN payments p ON TRUE WHERE p.id = 100 ORDER BY 1;

-- name: join-45
SELECT t.id, u.id FROM tenants t JOIN payments u ON t.birth = u.paid_on ORDER BY 1, 2;
