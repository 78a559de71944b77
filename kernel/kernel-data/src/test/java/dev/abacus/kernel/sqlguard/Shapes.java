package dev.abacus.kernel.sqlguard;

import static dev.abacus.kernel.sqlguard.Rule.KNOWN_FUNCTION;
import static dev.abacus.kernel.sqlguard.Rule.KNOWN_STATEMENT;
import static dev.abacus.kernel.sqlguard.Rule.KNOWN_TABLE;
import static dev.abacus.kernel.sqlguard.Rule.PLAIN_TEXT;
import static dev.abacus.kernel.sqlguard.Rule.READ_ONLY_TABLE;
import static dev.abacus.kernel.sqlguard.Rule.SCOPED_INSERT;
import static dev.abacus.kernel.sqlguard.Rule.SCOPED_TABLE;
import static dev.abacus.kernel.sqlguard.Rule.TENANT_NEVER_ASSIGNED;
import static dev.abacus.kernel.sqlguard.Rule.UNDERSTOOD;
import static dev.abacus.kernel.sqlguard.Shape.attack;
import static dev.abacus.kernel.sqlguard.Shape.caution;

import java.util.List;
import java.util.stream.Stream;

/** The statement shapes that were tried on the guard, over the tables of {@link TwoTenants}. */
final class Shapes {

    private static final String PRODUCTS = "SELECT id FROM product WHERE tenant_id = ?";

    static final List<Shape> CONDITIONS = List.of(
            attack(
                    "a query without a condition",
                    SCOPED_TABLE,
                    "SELECT * FROM product",
                    "SELECT * FROM product WHERE tenant_id = ?"),
            attack(
                    "a condition on another column only",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE id = ?",
                    "SELECT name FROM product WHERE id = ? AND tenant_id = ?"),
            attack(
                    "the tenant beside an OR",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE tenant_id = ? OR id = 1",
                    "SELECT name FROM product WHERE tenant_id = ? AND (id = 1 OR id = 2)"),
            attack(
                    "the tenant in one arm of an OR in parentheses",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE (tenant_id = ? OR price > 0) AND id = 1",
                    "SELECT name FROM product WHERE (tenant_id = ? AND price > 0) AND id = 1"),
            attack(
                    "AND binding tighter than the OR before it",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE id = 1 OR id = 2 AND tenant_id = ?",
                    "SELECT name FROM product WHERE (id = 1 OR id = 2) AND tenant_id = ?"),
            attack(
                    "the tenant negated",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE NOT tenant_id = ?",
                    "SELECT name FROM product WHERE tenant_id = ? AND NOT id = 1"),
            attack(
                    "the tenant unequal",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE tenant_id <> ?",
                    "SELECT name FROM product WHERE tenant_id = ? AND id <> 1"),
            attack(
                    "the tenant greater or equal",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE tenant_id >= ?",
                    "SELECT name FROM product WHERE tenant_id = ? AND id >= 1"),
            attack(
                    "a range of tenants",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE tenant_id BETWEEN ? AND 9",
                    "SELECT name FROM product WHERE tenant_id = ? AND id BETWEEN 1 AND 9"),
            attack(
                    "a list of tenants",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE tenant_id IN (?, 2)",
                    "SELECT name FROM product WHERE tenant_id = ? AND id IN (1, 2)"),
            attack(
                    "the tenant LIKE something",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE tenant_id LIKE '%'",
                    "SELECT name FROM product WHERE tenant_id = ? AND name LIKE 'own%'"),
            attack(
                    "the tenant compared with itself",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE tenant_id = tenant_id",
                    "SELECT name FROM product WHERE tenant_id = ? AND tenant_id = tenant_id"),
            attack(
                    "the tenant compared with another column",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE tenant_id = id",
                    "SELECT name FROM product WHERE tenant_id = ? AND price = id * 10"),
            attack(
                    "the tenant compared with an expression around a parameter",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE tenant_id = ? + 1",
                    "SELECT name FROM product WHERE tenant_id = ? AND id = ? + 1"),
            attack(
                    "an expression around the tenant",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE tenant_id - 1 = ?",
                    "SELECT name FROM product WHERE tenant_id = ? AND id - 1 = ?"),
            attack(
                    "a comparison of a comparison",
                    UNDERSTOOD,
                    "SELECT name FROM product WHERE tenant_id = ? = 0",
                    "SELECT name FROM product WHERE tenant_id = ? AND (id = 1) = 0"),
            attack(
                    "the tenant's comparison tested IS NOT NULL",
                    UNDERSTOOD,
                    "SELECT name FROM product WHERE tenant_id = ? IS NOT NULL",
                    "SELECT name FROM product WHERE tenant_id = ? AND (id = 1) IS NOT NULL"),
            caution(
                    "the tenant's comparison IN a list",
                    UNDERSTOOD,
                    "SELECT name FROM product WHERE tenant_id = ? IN (0, 1)",
                    "SELECT name FROM product WHERE tenant_id = ? AND id IN (0, 1)"),
            attack(
                    "the tenant's comparison as the bound of a BETWEEN",
                    UNDERSTOOD,
                    "SELECT name FROM product WHERE id BETWEEN 0 AND tenant_id = ?",
                    "SELECT name FROM product WHERE id BETWEEN 0 AND 2 AND tenant_id = ?"),
            attack(
                    "XOR",
                    UNDERSTOOD,
                    "SELECT name FROM product WHERE tenant_id = ? XOR id = 1",
                    "SELECT name FROM product WHERE tenant_id = ? AND id = 1"),
            attack(
                    "the tenant in a CASE",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE CASE WHEN tenant_id = ? THEN 1 ELSE 1 END = 1",
                    "SELECT name FROM product WHERE tenant_id = ? AND CASE WHEN id = 1 THEN 1 ELSE 0 END = 1"),
            attack(
                    "the tenant in an IF",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE IF(tenant_id = ?, 1, 1)",
                    "SELECT name FROM product WHERE tenant_id = ? AND IF(id = 1, 1, 0)"),
            attack(
                    "the tenant in HAVING only",
                    SCOPED_TABLE,
                    "SELECT tenant_id, COUNT(*) FROM product GROUP BY tenant_id HAVING tenant_id = ? OR COUNT(*) > 0",
                    "SELECT tenant_id, COUNT(*) FROM product WHERE tenant_id = ? GROUP BY tenant_id HAVING COUNT(*) > 0"),
            attack(
                    "the name of the tenant column given to something else",
                    SCOPED_TABLE,
                    "SELECT 1 AS tenant_id, name FROM product HAVING tenant_id = ?",
                    "SELECT 1 AS tenant_id, name FROM product WHERE tenant_id = ? HAVING tenant_id = 1"),
            attack(
                    "a row comparison with the tenant in it",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE (tenant_id, id) >= (?, 1)",
                    "SELECT name FROM product WHERE tenant_id = ? AND (id, price) >= (1, 1)"),
            caution(
                    "the tenant as text, which the database compares as it likes",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE tenant_id = '1'",
                    "SELECT name FROM product WHERE tenant_id = 1"),
            caution(
                    "the tenant equal or null",
                    PLAIN_TEXT,
                    "SELECT name FROM product WHERE tenant_id <=> ?",
                    "SELECT name FROM product WHERE ? = tenant_id"));

    static final List<Shape> JOINS = List.of(
            attack(
                    "a join of which one side is bound",
                    SCOPED_TABLE,
                    "SELECT p.name, s.qty FROM product p JOIN stock s ON s.product_id = p.id WHERE p.tenant_id = ?",
                    "SELECT p.name, s.qty FROM product p JOIN stock s ON s.product_id = p.id AND s.tenant_id = ?"
                            + " WHERE p.tenant_id = ?"),
            attack(
                    "a join of which the other side is bound",
                    SCOPED_TABLE,
                    "SELECT p.name, s.qty FROM product p JOIN stock s ON s.product_id = p.id AND s.tenant_id = ?",
                    "SELECT p.name, s.qty FROM product p INNER JOIN stock s ON s.product_id = p.id"
                            + " AND s.tenant_id = ? AND p.tenant_id = ?"),
            attack(
                    "an equality of tenants that nobody binds",
                    SCOPED_TABLE,
                    "SELECT p.name, s.qty FROM product p JOIN stock s ON s.tenant_id = p.tenant_id AND s.id = p.id",
                    "SELECT p.name, s.qty FROM product p JOIN stock s ON s.tenant_id = p.tenant_id AND s.id = p.id"
                            + " WHERE p.tenant_id = ?"),
            attack(
                    "an equality of tenants below OR",
                    SCOPED_TABLE,
                    "SELECT p.name, s.qty FROM product p JOIN stock s ON s.tenant_id = p.tenant_id OR s.id = p.id"
                            + " WHERE p.tenant_id = ?",
                    "SELECT p.name, s.qty FROM product p JOIN stock s ON s.tenant_id = p.tenant_id"
                            + " AND (s.id = p.id OR s.qty > 1) WHERE p.tenant_id = ?"),
            attack(
                    "a join with USING on the id",
                    SCOPED_TABLE,
                    "SELECT p.name, s.qty FROM product p JOIN stock s USING (id) WHERE p.tenant_id = ?",
                    "SELECT p.name, s.qty FROM product p JOIN stock s USING (id) WHERE p.tenant_id = ? AND s.tenant_id = ?"),
            caution(
                    "a join with USING on the tenant",
                    SCOPED_TABLE,
                    "SELECT p.name, s.qty FROM product p JOIN stock s USING (tenant_id, id) WHERE p.tenant_id = ?",
                    "SELECT p.name, s.qty FROM product p JOIN stock s USING (tenant_id, id)"
                            + " WHERE p.tenant_id = ? AND s.tenant_id = ?"),
            attack(
                    "a join without ON",
                    SCOPED_TABLE,
                    "SELECT p.name, s.qty FROM product p JOIN stock s WHERE p.tenant_id = ?",
                    "SELECT p.name, s.qty FROM product p JOIN stock s WHERE p.tenant_id = ? AND s.tenant_id = ?"),
            attack(
                    "a cross join",
                    SCOPED_TABLE,
                    "SELECT p.name, s.qty FROM product p CROSS JOIN stock s WHERE p.tenant_id = ?",
                    "SELECT p.name, s.qty FROM product p CROSS JOIN stock s WHERE p.tenant_id = ? AND s.tenant_id = ?"),
            attack(
                    "a comma join",
                    SCOPED_TABLE,
                    "SELECT p.name, s.qty FROM product p, stock s WHERE p.tenant_id = ? AND s.id = p.id",
                    "SELECT p.name, s.qty FROM product p, stock s WHERE p.tenant_id = ? AND s.tenant_id = p.tenant_id"),
            caution(
                    "a natural join, whose columns nobody sees",
                    UNDERSTOOD,
                    "SELECT p.name FROM product p NATURAL JOIN stock s WHERE p.tenant_id = ? AND s.tenant_id = ?",
                    "SELECT p.name FROM product p JOIN stock s USING (tenant_id, id) WHERE p.tenant_id = ? AND s.tenant_id = ?"),
            caution(
                    "STRAIGHT_JOIN",
                    UNDERSTOOD,
                    "SELECT p.name FROM product p STRAIGHT_JOIN stock s ON s.tenant_id = ? WHERE p.tenant_id = ?",
                    "SELECT p.name FROM product p JOIN stock s ON s.tenant_id = ? WHERE p.tenant_id = ?"),
            attack(
                    "the preserved side of an outer join bound in its ON",
                    SCOPED_TABLE,
                    "SELECT p.name, s.qty FROM product p LEFT JOIN stock s ON s.tenant_id = ? AND p.tenant_id = ?",
                    "SELECT p.name, s.qty FROM product p LEFT JOIN stock s ON s.tenant_id = ? WHERE p.tenant_id = ?"),
            attack(
                    "the optional side of an outer join not bound",
                    SCOPED_TABLE,
                    "SELECT p.name, s.qty FROM product p LEFT JOIN stock s ON s.product_id = p.id WHERE p.tenant_id = ?",
                    "SELECT p.name, s.qty FROM product p LEFT OUTER JOIN stock s ON s.product_id = p.id"
                            + " AND s.tenant_id = p.tenant_id WHERE p.tenant_id = ?"),
            caution(
                    "the optional side bound in WHERE, which makes the join an inner one",
                    SCOPED_TABLE,
                    "SELECT p.name, s.qty FROM product p LEFT JOIN stock s ON s.id = p.id"
                            + " WHERE p.tenant_id = ? AND s.tenant_id = ?",
                    "SELECT p.name, s.qty FROM product p JOIN stock s ON s.id = p.id"
                            + " WHERE p.tenant_id = ? AND s.tenant_id = ?"),
            attack(
                    "the optional side bound in WHERE or null",
                    SCOPED_TABLE,
                    "SELECT p.name, s.qty FROM product p LEFT JOIN stock s ON s.id = p.id + 1"
                            + " WHERE p.tenant_id = ? AND (s.tenant_id = ? OR s.tenant_id IS NULL)",
                    "SELECT p.name, s.qty FROM product p LEFT JOIN stock s ON s.id = p.id + 1 AND s.tenant_id = ?"
                            + " WHERE p.tenant_id = ? AND (s.tenant_id = ? OR s.tenant_id IS NULL)"),
            attack(
                    "a right join",
                    UNDERSTOOD,
                    "SELECT p.name, s.qty FROM product p RIGHT JOIN stock s ON s.tenant_id = ? AND p.tenant_id = ?",
                    "SELECT p.name, s.qty FROM stock s LEFT JOIN product p ON p.tenant_id = ? WHERE s.tenant_id = ?"),
            caution(
                    "FULL, which one reader takes for an alias",
                    UNDERSTOOD,
                    "SELECT full.name FROM product full JOIN stock s ON s.tenant_id = ? WHERE full.tenant_id = ?",
                    "SELECT p.name FROM product p JOIN stock s ON s.tenant_id = ? WHERE p.tenant_id = ?"),
            attack(
                    "a third table after an outer join",
                    SCOPED_TABLE,
                    "SELECT a.qty FROM product p LEFT JOIN stock s ON s.tenant_id = ? JOIN sale a ON a.id = p.id"
                            + " WHERE p.tenant_id = ?",
                    "SELECT a.qty FROM product p LEFT JOIN stock s ON s.tenant_id = ? JOIN sale a ON a.id = p.id"
                            + " AND a.tenant_id = p.tenant_id WHERE p.tenant_id = ?"),
            attack(
                    "a nested join of which one table is not bound",
                    SCOPED_TABLE,
                    "SELECT p.name, a.qty FROM product p LEFT JOIN (stock s JOIN sale a ON a.id = s.id)"
                            + " ON s.tenant_id = ? WHERE p.tenant_id = ?",
                    "SELECT p.name, a.qty FROM product p LEFT JOIN (stock s JOIN sale a ON a.id = s.id"
                            + " AND a.tenant_id = ?) ON s.tenant_id = ? WHERE p.tenant_id = ?"),
            attack(
                    "a table joined with itself",
                    SCOPED_TABLE,
                    "SELECT q.name FROM product p JOIN product q ON q.parent_id = p.id WHERE p.tenant_id = ?",
                    "SELECT q.name FROM product p JOIN product q ON q.parent_id = p.id AND q.tenant_id = p.tenant_id"
                            + " WHERE p.tenant_id = ?"),
            attack(
                    "a tenant column without its table among several",
                    SCOPED_TABLE,
                    "SELECT p.name, d.n FROM product p, (SELECT 1 AS n) d WHERE tenant_id >= ?",
                    "SELECT p.name, d.n FROM product p, (SELECT 1 AS n) d WHERE p.tenant_id = ?"),
            attack(
                    "a join with shared data, the tenant's table not bound",
                    SCOPED_TABLE,
                    "SELECT p.name, u.code FROM product p JOIN unit u ON u.factor = 1",
                    "SELECT p.name, u.code FROM product p JOIN unit u ON u.factor = 1 WHERE p.tenant_id = ?"));

    static final List<Shape> SUBQUERIES = List.of(
            attack(
                    "a subquery in the select list",
                    SCOPED_TABLE,
                    "SELECT name, (SELECT SUM(qty) FROM stock) FROM product WHERE tenant_id = ?",
                    "SELECT name, (SELECT SUM(qty) FROM stock WHERE tenant_id = ?) FROM product WHERE tenant_id = ?"),
            attack(
                    "a subquery in an argument in the select list",
                    SCOPED_TABLE,
                    "SELECT COALESCE((SELECT SUM(qty) FROM stock), 0) FROM product WHERE tenant_id = ?",
                    "SELECT COALESCE((SELECT SUM(qty) FROM stock WHERE tenant_id = ?), 0) FROM product WHERE tenant_id = ?"),
            attack(
                    "a subquery in arithmetic in the select list",
                    SCOPED_TABLE,
                    "SELECT 1 + (SELECT SUM(qty) FROM stock) FROM product WHERE tenant_id = ?",
                    "SELECT 1 + (SELECT SUM(qty) FROM stock WHERE tenant_id = ?) FROM product WHERE tenant_id = ?"),
            attack(
                    "a subquery in WHERE",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE tenant_id = ? AND price < (SELECT SUM(qty) FROM stock)",
                    "SELECT name FROM product WHERE tenant_id = ? AND price < (SELECT SUM(qty) FROM stock WHERE tenant_id = ?)"),
            attack(
                    "a correlated subquery that takes the outer table's tenant for its own",
                    SCOPED_TABLE,
                    "SELECT name FROM product p WHERE p.tenant_id = ? AND EXISTS"
                            + " (SELECT 1 FROM stock s WHERE p.tenant_id = ? AND s.id = p.id + 1)",
                    "SELECT name FROM product p WHERE p.tenant_id = ? AND EXISTS"
                            + " (SELECT 1 FROM stock s WHERE s.tenant_id = ? AND s.id = p.id + 1)"),
            caution(
                    "a correlated subquery bound to the outer table's tenant",
                    SCOPED_TABLE,
                    "SELECT name FROM product p WHERE p.tenant_id = ? AND EXISTS"
                            + " (SELECT 1 FROM stock s WHERE s.tenant_id = p.tenant_id AND s.id = p.id)",
                    "SELECT name FROM product p WHERE p.tenant_id = ? AND EXISTS"
                            + " (SELECT 1 FROM stock s WHERE s.tenant_id = p.tenant_id AND s.id = p.id AND s.tenant_id = ?)"),
            attack(
                    "NOT EXISTS",
                    SCOPED_TABLE,
                    "SELECT name FROM product p WHERE p.tenant_id = ? AND NOT EXISTS"
                            + " (SELECT 1 FROM stock s WHERE s.product_id = p.id + 1)",
                    "SELECT name FROM product p WHERE p.tenant_id = ? AND NOT EXISTS"
                            + " (SELECT 1 FROM stock s WHERE s.product_id = p.id AND s.tenant_id = ?)"),
            attack(
                    "IN a subquery",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE tenant_id = ? AND id * 10 + 990 IN (SELECT price FROM product)",
                    "SELECT name FROM product WHERE tenant_id = ? AND id IN (SELECT product_id FROM stock WHERE tenant_id = ?)"),
            attack(
                    "NOT IN a subquery",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE tenant_id = ? AND id NOT IN (SELECT product_id - 1 FROM stock)",
                    "SELECT name FROM product WHERE tenant_id = ? AND id NOT IN (SELECT product_id FROM stock WHERE tenant_id = ?)"),
            attack(
                    "a subquery left of IN",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE tenant_id = ? AND (SELECT MAX(qty) FROM stock) IN (900, 901)",
                    "SELECT name FROM product WHERE tenant_id = ? AND (SELECT MAX(qty) FROM stock WHERE tenant_id = ?) IN (7, 8)"),
            attack(
                    "a row IN a subquery",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE tenant_id = ? AND (id, 500) IN (SELECT id, qty FROM stock)",
                    "SELECT name FROM product WHERE tenant_id = ? AND (id, 5) IN (SELECT id, qty FROM stock WHERE tenant_id = ?)"),
            attack(
                    "ANY",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE tenant_id = ? AND price < ANY (SELECT qty FROM stock)",
                    "SELECT name FROM product WHERE tenant_id = ? AND price > ANY (SELECT qty FROM stock WHERE tenant_id = ?)"),
            attack(
                    "ALL",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE tenant_id = ? AND price > ALL (SELECT qty FROM stock)",
                    "SELECT name FROM product WHERE tenant_id = ? AND price > ALL (SELECT qty FROM stock WHERE tenant_id = ?)"),
            attack(
                    "a subquery as a bound of BETWEEN",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE tenant_id = ? AND price BETWEEN 0 AND (SELECT SUM(qty) FROM stock)",
                    "SELECT name FROM product WHERE tenant_id = ?"
                            + " AND price BETWEEN 0 AND (SELECT SUM(qty) FROM stock WHERE tenant_id = ?)"),
            attack(
                    "a subquery in a CASE",
                    SCOPED_TABLE,
                    "SELECT CASE WHEN price < (SELECT SUM(qty) FROM stock) THEN 1 ELSE 0 END FROM product WHERE tenant_id = ?",
                    "SELECT CASE WHEN price < (SELECT SUM(qty) FROM stock WHERE tenant_id = ?) THEN 1 ELSE 0 END"
                            + " FROM product WHERE tenant_id = ?"),
            attack(
                    "a subquery below OR",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE tenant_id = ? AND (id = 1 OR price < (SELECT SUM(qty) FROM stock))",
                    "SELECT name FROM product WHERE tenant_id = ?"
                            + " AND (id = 1 OR price < (SELECT SUM(qty) FROM stock WHERE tenant_id = ?))"),
            attack(
                    "a subquery in HAVING",
                    SCOPED_TABLE,
                    "SELECT COUNT(*) FROM product WHERE tenant_id = ? HAVING COUNT(*) < (SELECT COUNT(*) FROM stock)",
                    "SELECT COUNT(*) FROM product WHERE tenant_id = ?"
                            + " HAVING COUNT(*) < (SELECT SUM(qty) FROM stock WHERE tenant_id = ?)"),
            attack(
                    "a subquery in ORDER BY",
                    SCOPED_TABLE,
                    "SELECT name FROM product p WHERE tenant_id = ?"
                            + " ORDER BY (SELECT SUM(s.qty) FROM stock s WHERE s.product_id = p.id) DESC LIMIT 1",
                    "SELECT name FROM product p WHERE tenant_id = ? ORDER BY"
                            + " (SELECT SUM(s.qty) FROM stock s WHERE s.product_id = p.id AND s.tenant_id = ?) DESC LIMIT 1"),
            attack(
                    "a subquery in GROUP BY",
                    SCOPED_TABLE,
                    "SELECT COUNT(*) FROM product p WHERE tenant_id = ?"
                            + " GROUP BY (SELECT COUNT(*) FROM stock s WHERE s.product_id = p.id)",
                    "SELECT COUNT(*) FROM product p WHERE tenant_id = ?"
                            + " GROUP BY (SELECT COUNT(*) FROM stock s WHERE s.product_id = p.id AND s.tenant_id = ?)"),
            attack(
                    "a subquery in an ON",
                    SCOPED_TABLE,
                    "SELECT p.name, s.qty FROM product p JOIN stock s ON s.tenant_id = ?"
                            + " AND s.qty < (SELECT MIN(a.qty + 8) FROM sale a WHERE a.id = 3 AND a.qty > 4) WHERE p.tenant_id = ?",
                    "SELECT p.name, s.qty FROM product p JOIN stock s ON s.tenant_id = ?"
                            + " AND s.qty < (SELECT MAX(qty + 2) FROM sale WHERE tenant_id = ?) WHERE p.tenant_id = ?"),
            attack(
                    "a derived table",
                    SCOPED_TABLE,
                    "SELECT d.name FROM (SELECT name FROM product) d",
                    "SELECT d.name FROM (SELECT name FROM product WHERE tenant_id = ?) d"),
            attack(
                    "a derived table that is narrowed from outside",
                    SCOPED_TABLE,
                    "SELECT d.n FROM (SELECT tenant_id, COUNT(*) OVER () AS n FROM product) d WHERE d.tenant_id = ?",
                    "SELECT d.n FROM (SELECT tenant_id, COUNT(*) OVER () AS n FROM product WHERE tenant_id = ?) d"
                            + " WHERE d.tenant_id = ?"),
            attack(
                    "a derived table that calls something else tenant_id",
                    SCOPED_TABLE,
                    "SELECT s.qty FROM (SELECT 2 AS tenant_id) d JOIN stock s ON s.tenant_id = d.tenant_id",
                    "SELECT s.qty FROM (SELECT 2 AS tenant_id) d JOIN stock s ON s.tenant_id = ?"),
            attack(
                    "a subquery three levels down",
                    SCOPED_TABLE,
                    "SELECT name FROM product WHERE tenant_id = ? AND id IN (SELECT product_id FROM stock WHERE tenant_id = ?"
                            + " AND qty < (SELECT MAX(x.q) FROM (SELECT qty + 1 AS q FROM sale) x))",
                    "SELECT name FROM product WHERE tenant_id = ? AND id IN (SELECT product_id FROM stock WHERE tenant_id = ?"
                            + " AND qty < (SELECT MAX(x.q) FROM (SELECT qty + 1 AS q FROM sale WHERE tenant_id = ?) x))"),
            attack(
                    "a common table expression",
                    SCOPED_TABLE,
                    "WITH d AS (SELECT name FROM product) SELECT name FROM d",
                    "WITH d AS (SELECT name FROM product WHERE tenant_id = ?), e AS (SELECT name FROM d) SELECT name FROM e"),
            caution(
                    "a common table expression with a table's name",
                    KNOWN_TABLE,
                    "WITH product AS (SELECT 1 AS id) SELECT id FROM product",
                    "WITH d AS (SELECT 1 AS id) SELECT id FROM d"),
            attack(
                    "a table that is called like a common table expression of another query",
                    KNOWN_TABLE,
                    "SELECT value FROM secret WHERE EXISTS (WITH secret AS (SELECT 1) SELECT 1 FROM secret)",
                    "SELECT id FROM product WHERE tenant_id = ? AND EXISTS (WITH d AS (SELECT 1) SELECT 1 FROM d)"),
            attack(
                    "a table that a later common table expression is named after",
                    KNOWN_TABLE,
                    "WITH a AS (SELECT value FROM secret), secret AS (SELECT 1) SELECT * FROM a",
                    "WITH d AS (SELECT name FROM product WHERE tenant_id = ?), e AS (SELECT 1) SELECT * FROM d"),
            attack(
                    "a recursive common table expression",
                    SCOPED_TABLE,
                    "WITH RECURSIVE d AS (SELECT id FROM product WHERE tenant_id = ? AND id = 1 UNION ALL"
                            + " SELECT p.id FROM product p JOIN d ON p.parent_id = d.id AND p.id > d.id) SELECT id FROM d",
                    "WITH RECURSIVE d AS (SELECT id FROM product WHERE tenant_id = ? AND id = 1 UNION ALL"
                            + " SELECT p.id FROM product p JOIN d ON p.parent_id = d.id AND p.tenant_id = ?) SELECT id FROM d"),
            attack(
                    "a UNION of which one branch is not bound",
                    SCOPED_TABLE,
                    PRODUCTS + " UNION SELECT qty FROM stock",
                    PRODUCTS + " UNION SELECT qty FROM stock WHERE tenant_id = ?"),
            attack(
                    "a UNION ALL in parentheses",
                    SCOPED_TABLE,
                    "(" + PRODUCTS + ") UNION ALL (SELECT qty FROM stock ORDER BY 1 LIMIT 3)",
                    "(" + PRODUCTS + ") UNION ALL (SELECT qty FROM stock WHERE tenant_id = ? ORDER BY 1 LIMIT 3)"),
            attack(
                    "INTERSECT",
                    SCOPED_TABLE,
                    "SELECT id + 3 FROM product WHERE tenant_id = ? INTERSECT SELECT id FROM stock",
                    PRODUCTS + " INTERSECT SELECT id FROM stock WHERE tenant_id = ?"),
            attack(
                    "EXCEPT",
                    SCOPED_TABLE,
                    "SELECT id + 1 FROM product WHERE tenant_id = ? EXCEPT SELECT id FROM stock",
                    PRODUCTS + " EXCEPT SELECT id FROM stock WHERE tenant_id = ?"),
            attack(
                    "a window over all tenants",
                    SCOPED_TABLE,
                    "SELECT id, RANK() OVER (ORDER BY price DESC) FROM product",
                    "SELECT id, RANK() OVER (PARTITION BY tenant_id ORDER BY price DESC) FROM product WHERE tenant_id = ?"),
            attack(
                    "a subquery in a window",
                    SCOPED_TABLE,
                    "SELECT id, SUM(price + (SELECT SUM(qty) FROM stock)) OVER () FROM product WHERE tenant_id = ?",
                    "SELECT id, SUM(price) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM product"
                            + " WHERE tenant_id = ?"),
            attack(
                    "a subquery in the order of a GROUP_CONCAT",
                    SCOPED_TABLE,
                    "SELECT GROUP_CONCAT(id ORDER BY (SELECT qty FROM stock s WHERE s.id = p.id AND s.tenant_id <> 1))"
                            + " FROM product p WHERE p.tenant_id = ? AND EXISTS (SELECT 1 FROM stock WHERE qty = 900)",
                    "SELECT GROUP_CONCAT(DISTINCT id ORDER BY id SEPARATOR '-') FROM product WHERE tenant_id = ?"),
            caution(
                    "a lateral derived table",
                    UNDERSTOOD,
                    "SELECT d.qty FROM product p, LATERAL (SELECT qty FROM stock s WHERE s.id = p.id) d WHERE p.tenant_id = ?",
                    "SELECT d.qty FROM product p, (SELECT qty FROM stock s WHERE s.tenant_id = ?) d WHERE p.tenant_id = ?"));

    static final List<Shape> INSERTS = List.of(
            caution(
                    "an insert without the tenant",
                    SCOPED_INSERT,
                    "INSERT INTO stock (id, product_id, qty) VALUES (8, 8, 8)",
                    "INSERT INTO stock (id, product_id, qty, tenant_id) VALUES (8, 8, 8, ?)"),
            caution(
                    "an insert without columns",
                    SCOPED_INSERT,
                    "INSERT INTO stock VALUES (?, 8, 8, 8)",
                    "INSERT INTO stock (tenant_id, id, product_id, qty) VALUES (?, 8, 8, 8)"),
            attack(
                    "an insert whose tenant is an expression",
                    SCOPED_INSERT,
                    "INSERT INTO stock (tenant_id, id, product_id, qty) VALUES (? + 1, 8, 8, 8)",
                    "INSERT INTO stock (tenant_id, id, product_id, qty) VALUES (?, ? + 7, 8, 8)"),
            attack(
                    "an insert of which the second row's tenant is an expression",
                    SCOPED_INSERT,
                    "INSERT INTO stock (tenant_id, id, product_id, qty) VALUES (?, 8, 8, 8), (1 + 1, 8, 8, 8)",
                    "INSERT INTO stock (tenant_id, id, product_id, qty) VALUES (?, 8, 8, 8), (1, 9, 8, 8)"),
            caution(
                    "an insert that names the tenant twice",
                    SCOPED_INSERT,
                    "INSERT INTO stock (tenant_id, TENANT_ID, id, product_id, qty) VALUES (?, 2, 8, 8, 8)",
                    "INSERT INTO stock (TENANT_ID, id, product_id, qty) VALUES (?, 8, 8, 8)"),
            caution(
                    "a row that is longer than the columns",
                    SCOPED_INSERT,
                    "INSERT INTO stock (tenant_id, id, product_id, qty) VALUES (?, 8, 8, 8, 8)",
                    "INSERT INTO stock (tenant_id, id, product_id, qty) VALUE (?, 8, 8, 8)"),
            caution(
                    "INSERT … SET",
                    SCOPED_INSERT,
                    "INSERT INTO stock SET tenant_id = ?, id = 8, product_id = 8, qty = 8",
                    "INSERT INTO stock (tenant_id, id, product_id, qty) VALUES (?, 8, 8, 8)"),
            attack(
                    "an insert with a subquery among its values",
                    SCOPED_TABLE,
                    "INSERT INTO stock (tenant_id, id, product_id, qty) VALUES (?, 8, 8, (SELECT MAX(price) FROM product))",
                    "INSERT INTO stock (tenant_id, id, product_id, qty)"
                            + " VALUES (?, 8, 8, (SELECT MAX(price) FROM product WHERE tenant_id = ?))"),
            attack(
                    "INSERT … SELECT from all tenants",
                    SCOPED_TABLE,
                    "INSERT INTO stock (tenant_id, id, product_id, qty) SELECT ?, id + 10, id, price FROM product",
                    "INSERT INTO stock (tenant_id, id, product_id, qty) SELECT ?, id + 10, id, price FROM product"
                            + " WHERE tenant_id = ?"),
            attack(
                    "INSERT … SELECT into another tenant",
                    SCOPED_INSERT,
                    "INSERT INTO stock (tenant_id, id, product_id, qty) SELECT tenant_id + 1, id + 10, id, price"
                            + " FROM product WHERE tenant_id = ?",
                    "INSERT INTO stock (tenant_id, id, product_id, qty) SELECT tenant_id, id + 10, id, price"
                            + " FROM product WHERE tenant_id = ?"),
            attack(
                    "INSERT … SELECT of which one branch goes to another tenant",
                    SCOPED_INSERT,
                    "INSERT INTO stock (tenant_id, id, product_id, qty) SELECT ?, 8, 8, 8 UNION SELECT 1 + 1, 9, 9, 9",
                    "INSERT INTO stock (tenant_id, id, product_id, qty) SELECT ?, 8, 8, 8 UNION SELECT 1, 9, 9, 9"),
            caution(
                    "INSERT … SELECT with a star",
                    SCOPED_INSERT,
                    "INSERT INTO stock (tenant_id, id, product_id, qty) SELECT s.* FROM stock s WHERE s.tenant_id = ? AND 1 = 0",
                    "INSERT INTO stock (tenant_id, id, product_id, qty) SELECT s.tenant_id, s.id + 9, s.product_id, s.qty"
                            + " FROM stock s WHERE s.tenant_id = ?"),
            attack(
                    "an upsert that moves a row to the caller's tenant",
                    TENANT_NEVER_ASSIGNED,
                    "INSERT INTO legacy (id, tenant_id, name) VALUES (2, ?, 'mine') ON DUPLICATE KEY UPDATE tenant_id = ?",
                    "INSERT INTO stock (tenant_id, id, product_id, qty) VALUES (?, 1, 8, 8)"
                            + " ON DUPLICATE KEY UPDATE qty = qty + VALUES(qty)"),
            attack(
                    "an upsert that moves a row by its own value",
                    TENANT_NEVER_ASSIGNED,
                    "INSERT INTO legacy (id, tenant_id, name) VALUES (2, ?, 'mine')"
                            + " ON DUPLICATE KEY UPDATE name = 'x', `Tenant_Id` = VALUES(tenant_id)",
                    "INSERT INTO stock (tenant_id, id, product_id, qty) VALUES (?, 1, 8, 8)"
                            + " ON DUPLICATE KEY UPDATE `Qty` = VALUES(qty), product_id = 2"),
            attack(
                    "an upsert with a subquery",
                    SCOPED_TABLE,
                    "INSERT INTO stock (tenant_id, id, product_id, qty) VALUES (?, 1, 8, 8)"
                            + " ON DUPLICATE KEY UPDATE qty = (SELECT MAX(price) FROM product)",
                    "INSERT INTO stock (tenant_id, id, product_id, qty) VALUES (?, 1, 8, 8)"
                            + " ON DUPLICATE KEY UPDATE qty = (SELECT MAX(price) FROM product WHERE tenant_id = ?)"),
            attack(
                    "REPLACE",
                    KNOWN_STATEMENT,
                    "REPLACE INTO legacy (id, tenant_id, name) VALUES (2, ?, 'mine')",
                    "INSERT IGNORE INTO stock (tenant_id, id, product_id, qty) VALUES (?, 1, 8, 8)"),
            caution(
                    "INSERT … RETURNING",
                    UNDERSTOOD,
                    "INSERT INTO stock (tenant_id, id, product_id, qty) VALUES (?, 8, 8, 8) RETURNING (SELECT 1)",
                    "INSERT INTO stock (tenant_id, id, product_id, qty) VALUES (?, 8, 8, 8)"),
            attack(
                    "an insert into system data",
                    READ_ONLY_TABLE,
                    "INSERT INTO unit (code, factor) VALUES ('kg', 1)",
                    "INSERT INTO fence (xid, state) VALUES ('x2', 1) ON DUPLICATE KEY UPDATE state = 2"));

    static final List<Shape> CHANGES = List.of(
            attack(
                    "an update without a condition",
                    SCOPED_TABLE,
                    "UPDATE product SET price = 1",
                    "UPDATE product SET price = price + 1 WHERE tenant_id = ?"),
            attack(
                    "an update by id",
                    SCOPED_TABLE,
                    "UPDATE product SET price = 1 WHERE id = ?",
                    "UPDATE product SET price = 1, name = 'x' WHERE tenant_id = ? AND id = ?"),
            attack(
                    "an update that gives a row away",
                    TENANT_NEVER_ASSIGNED,
                    "UPDATE product SET tenant_id = 2, id = 9 WHERE tenant_id = ? AND id = 1",
                    "UPDATE product SET id = 9 WHERE tenant_id = ? AND id = 1"),
            attack(
                    "an update that gives a row away by its alias",
                    TENANT_NEVER_ASSIGNED,
                    "UPDATE product p SET p.price = 1, p.`TENANT_ID` = 2, id = 9 WHERE p.tenant_id = ? AND id = 1",
                    "UPDATE product p SET p.price = 1, p.`ID` = 9 WHERE p.tenant_id = ? AND id = 1"),
            attack(
                    "an update with a subquery as value",
                    SCOPED_TABLE,
                    "UPDATE product SET price = (SELECT SUM(qty) FROM stock) WHERE tenant_id = ?",
                    "UPDATE product SET price = (SELECT SUM(qty) FROM stock WHERE tenant_id = ?) WHERE tenant_id = ?"),
            attack(
                    "an update with a join of which one side is bound",
                    SCOPED_TABLE,
                    "UPDATE product p JOIN stock s ON s.id = p.id SET s.qty = 0 WHERE p.tenant_id = ?",
                    "UPDATE product p JOIN stock s ON s.id = p.id AND s.tenant_id = p.tenant_id SET s.qty = 0, p.price = 1"
                            + " WHERE p.tenant_id = ?"),
            attack(
                    "an update of two tables with a comma",
                    SCOPED_TABLE,
                    "UPDATE product p, stock s SET s.qty = 0 WHERE p.tenant_id = ?",
                    "UPDATE product p, stock s SET s.qty = 0 WHERE p.tenant_id = ? AND s.tenant_id = ?"),
            attack(
                    "an update of several tables whose column has no table",
                    READ_ONLY_TABLE,
                    "UPDATE product p JOIN unit u ON u.code = 'pc' SET factor = 2 WHERE p.tenant_id = ?",
                    "UPDATE product p JOIN unit u ON u.code = 'pc' SET p.price = u.factor WHERE p.tenant_id = ?"),
            attack(
                    "an update of system data by a join",
                    READ_ONLY_TABLE,
                    "UPDATE product p JOIN unit u ON u.code = 'pc' SET u.factor = p.price"
                            + " WHERE p.tenant_id = ? AND EXISTS (SELECT 1 FROM unit)",
                    "UPDATE product p JOIN unit u ON u.code = 'pc' SET p.price = u.factor"
                            + " WHERE p.tenant_id = ? AND EXISTS (SELECT 1 FROM unit)"),
            attack(
                    "an update of system data",
                    READ_ONLY_TABLE,
                    "UPDATE unit SET factor = 2",
                    "UPDATE fence SET state = 2 WHERE xid = 'x1'"),
            attack(
                    "an update that is only limited",
                    SCOPED_TABLE,
                    "UPDATE product SET price = 1 ORDER BY price DESC LIMIT 1",
                    "UPDATE product SET price = 1 WHERE tenant_id = ? ORDER BY price DESC LIMIT 1"),
            attack(
                    "a delete without a condition",
                    SCOPED_TABLE,
                    "DELETE FROM product",
                    "DELETE FROM product WHERE tenant_id = ?"),
            attack(
                    "a delete by id",
                    SCOPED_TABLE,
                    "DELETE FROM product WHERE id = ?",
                    "DELETE FROM product WHERE id = ? AND tenant_id = ?"),
            attack(
                    "a delete by a subquery on all tenants",
                    SCOPED_TABLE,
                    "DELETE FROM product WHERE tenant_id = ? AND price < (SELECT MAX(qty) FROM stock)",
                    "DELETE FROM product WHERE tenant_id = ? AND price < (SELECT MAX(qty) FROM stock WHERE tenant_id = ?)"),
            attack(
                    "a delete of several tables of which one is not bound",
                    SCOPED_TABLE,
                    "DELETE s FROM product p JOIN stock s ON s.id = p.id WHERE p.tenant_id = ?",
                    "DELETE s, p FROM product p JOIN stock s ON s.id = p.id AND s.tenant_id = ? WHERE p.tenant_id = ?"),
            caution(
                    "a delete with USING",
                    UNDERSTOOD,
                    "DELETE FROM s USING product p JOIN stock s ON s.id = p.id AND s.tenant_id = ? WHERE p.tenant_id = ?",
                    "DELETE s FROM product p JOIN stock s ON s.id = p.id AND s.tenant_id = ? WHERE p.tenant_id = ?"),
            attack(
                    "a delete of system data beside a tenant's table",
                    READ_ONLY_TABLE,
                    "DELETE u FROM product p JOIN unit u ON u.factor = p.id WHERE p.tenant_id = ?",
                    "DELETE p FROM product p JOIN unit u ON u.factor = p.id WHERE p.tenant_id = ?"),
            attack(
                    "a delete of system data",
                    READ_ONLY_TABLE,
                    "DELETE FROM unit WHERE code = 'pc'",
                    "DELETE FROM fence WHERE xid = 'x1'"),
            caution(
                    "DELETE … RETURNING",
                    UNDERSTOOD,
                    "DELETE FROM product WHERE tenant_id = ? RETURNING (SELECT MAX(qty) FROM stock)",
                    "DELETE FROM product WHERE tenant_id = ? AND id = 1"));

    static final List<Shape> OTHER_STATEMENTS = List.of(
            statement("TRUNCATE", "TRUNCATE TABLE product"),
            statement("a stored procedure", "CALL sys.ps_setup_show_enabled(FALSE, FALSE)"),
            statement("CREATE TABLE", "CREATE TABLE copy AS SELECT * FROM product"),
            statement("ALTER TABLE", "ALTER TABLE product DROP COLUMN tenant_id"),
            statement("DROP TABLE", "DROP TABLE product"),
            statement("RENAME TABLE", "RENAME TABLE product TO p2"),
            statement("CREATE VIEW", "CREATE VIEW v AS SELECT * FROM product"),
            statement("SET", "SET SESSION sql_mode = ''"),
            statement("SET of a user variable", "SET x = 1"),
            statement("SHOW", "SHOW TABLES"),
            statement("DESCRIBE", "DESCRIBE product"),
            statement("EXPLAIN", "EXPLAIN SELECT * FROM product"),
            statement("USE", "USE mysql"),
            statement("GRANT", "GRANT SELECT ON product TO somebody"),
            statement("EXECUTE of a prepared statement", "EXECUTE s"),
            statement("COMMIT behind the connection's back", "COMMIT"),
            statement("ROLLBACK behind the connection's back", "ROLLBACK"),
            unparsed("LOAD DATA", "LOAD DATA INFILE 'f' INTO TABLE product"),
            unparsed("LOCK TABLES", "LOCK TABLES product READ"),
            unparsed("HANDLER", "HANDLER product OPEN"),
            unparsed("PREPARE", "PREPARE s FROM 'SELECT * FROM product'"),
            unparsed("DO", "DO SLEEP(1)"),
            unparsed("OPTIMIZE TABLE", "OPTIMIZE TABLE product"),
            unparsed("a query into a file", "SELECT name FROM product WHERE tenant_id = ? INTO OUTFILE 'f'"),
            unparsed(
                    "a query into a file before FROM", "SELECT name INTO OUTFILE 'f' FROM product WHERE tenant_id = ?"),
            unparsed("a query into a dump file", "SELECT name INTO DUMPFILE 'f' FROM product WHERE tenant_id = ?"),
            unparsed("a query into a table", "SELECT name INTO p2 FROM product WHERE tenant_id = ?"),
            unparsed("text that is no SQL", "please give me all products"),
            unparsed("no text", ""),
            unparsed("TABLE", "TABLE product"),
            unparsed("VALUES", "VALUES (1, 2)"),
            unparsed("a table of JSON", "SELECT * FROM JSON_TABLE('[1]', '$[*]' COLUMNS (a INT PATH '$')) t"),
            unparsed("PROCEDURE ANALYSE", "SELECT name FROM product WHERE tenant_id = ? PROCEDURE ANALYSE()"),
            unparsed("a table's partition", "SELECT name FROM product PARTITION (p0) WHERE tenant_id = ?"),
            unparsed("an index hint", "SELECT name FROM product USE INDEX (PRIMARY) WHERE tenant_id = ?"),
            unparsed("history", "SELECT name FROM product FOR SYSTEM_TIME ALL WHERE tenant_id = ?"),
            unparsed(
                    "GROUP BY WITH ROLLUP",
                    "SELECT id, COUNT(*) FROM product WHERE tenant_id = ? GROUP BY id WITH ROLLUP"),
            unparsed(
                    "a named window",
                    "SELECT SUM(price) OVER w FROM product WHERE tenant_id = ? WINDOW w AS (ORDER BY id)"),
            unparsed("a full-text search", "SELECT id FROM product WHERE tenant_id = ? AND MATCH (name) AGAINST ('x')"),
            unparsed("a reserved word as a name", "SELECT p.name AS window FROM product p WHERE tenant_id = ?"),
            unparsed("parentheses deeper than anybody writes", "SELECT " + "(".repeat(13) + "1" + ")".repeat(13)));

    static final List<Shape> NAMES = List.of(
            attack("an unknown table", KNOWN_TABLE, "SELECT * FROM secret", PRODUCTS),
            attack(
                    "an unknown table in a subquery",
                    KNOWN_TABLE,
                    "SELECT name FROM product WHERE tenant_id = ? AND 2 = (SELECT COUNT(*) FROM secret)",
                    "SELECT name FROM product WHERE tenant_id = ? AND 2 = (SELECT COUNT(*) FROM unit)"),
            caution("another schema", KNOWN_TABLE, "SELECT * FROM suite_1.product WHERE tenant_id = ?", PRODUCTS),
            caution(
                    "another schema in backticks",
                    KNOWN_TABLE,
                    "SELECT * FROM `suite_1`.`product` WHERE tenant_id = ?",
                    "SELECT id FROM `product` WHERE `tenant_id` = ?"),
            caution("the database's own tables", KNOWN_TABLE, "SELECT * FROM information_schema.tables", PRODUCTS),
            caution("the users", KNOWN_TABLE, "SELECT * FROM mysql.user", PRODUCTS),
            caution(
                    "an insert into another schema",
                    KNOWN_TABLE,
                    "INSERT INTO suite_1.stock (tenant_id, id, product_id, qty) VALUES (?, 8, 8, 8)",
                    "INSERT INTO stock (tenant_id, id, product_id, qty) VALUES (?, 8, 8, 8)"),
            caution("a split table's part", KNOWN_TABLE, "SELECT * FROM product_0 WHERE tenant_id = ?", PRODUCTS),
            caution(
                    "a column of another schema",
                    UNDERSTOOD,
                    "SELECT id FROM product WHERE suite_1.product.tenant_id = ?",
                    "SELECT id FROM product WHERE product.tenant_id = ?"),
            caution(
                    "two tables of one name",
                    UNDERSTOOD,
                    "SELECT 1 FROM product p JOIN stock P ON p.tenant_id = ? AND P.tenant_id = ?",
                    "SELECT 1 FROM product p JOIN stock q ON p.tenant_id = ? AND q.tenant_id = ?"),
            caution(
                    "an outer table whose name differs in its case only",
                    SCOPED_TABLE,
                    "SELECT (SELECT COUNT(*) FROM stock x WHERE X.tenant_id = ?) FROM product X WHERE X.tenant_id = ?",
                    "SELECT (SELECT COUNT(*) FROM stock x WHERE x.tenant_id = ?) FROM product X WHERE X.tenant_id = ?"),
            attack(
                    "a tenant of an outer table where the alias hides the name",
                    SCOPED_TABLE,
                    "SELECT (SELECT SUM(p.price) FROM product p WHERE product.tenant_id = ?) FROM product WHERE tenant_id = ?",
                    "SELECT (SELECT SUM(p.price) FROM product p WHERE p.tenant_id = ?) FROM product WHERE tenant_id = ?"),
            caution("a stored function", KNOWN_FUNCTION, "SELECT leak(id) FROM product WHERE tenant_id = ?", PRODUCTS),
            attack(
                    "a sequence, which counts what all tenants do",
                    KNOWN_FUNCTION,
                    "SELECT NEXTVAL(number)",
                    "SELECT COUNT(*) FROM sale WHERE tenant_id = ?"),
            caution(
                    "a stored function of another schema",
                    KNOWN_FUNCTION,
                    "SELECT sys.format_bytes(id) FROM product WHERE tenant_id = ?",
                    "SELECT FORMAT(id, 2) FROM product WHERE tenant_id = ?"),
            caution(
                    "a stored function in disguise of a known one",
                    UNDERSTOOD,
                    "SELECT COUNT (id) FROM product WHERE tenant_id = ?",
                    "SELECT COUNT(id) FROM product WHERE tenant_id = ?"),
            caution("a file", KNOWN_FUNCTION, "SELECT LOAD_FILE('/etc/passwd')", "SELECT LENGTH('/etc/passwd')"),
            caution("sleep", KNOWN_FUNCTION, "SELECT SLEEP(10)", "SELECT 1"),
            caution("a lock on the server", KNOWN_FUNCTION, "SELECT GET_LOCK('x', 1)", "SELECT LAST_INSERT_ID()"),
            caution("the name of the schema", KNOWN_FUNCTION, "SELECT DATABASE()", "SELECT NOW(), LAST_INSERT_ID()"),
            caution(
                    "a window function that is none",
                    KNOWN_FUNCTION,
                    "SELECT leak(id) OVER (ORDER BY id) FROM product WHERE tenant_id = ?",
                    "SELECT LAG(id, 1) OVER (ORDER BY id) FROM product WHERE tenant_id = ?"));

    static final List<Shape> TEXT = List.of(
            attack(
                    "a comment that is executed",
                    PLAIN_TEXT,
                    "SELECT name FROM product WHERE tenant_id = ? /*! OR 1 = 1 */",
                    "SELECT name FROM product WHERE tenant_id = ? AND name <> '/*! OR 1 = 1 */'"),
            attack(
                    "a comment that only MariaDB executes",
                    PLAIN_TEXT,
                    "SELECT name FROM product WHERE tenant_id = ? /*M! OR 1 = 1 */",
                    "SELECT name FROM product WHERE tenant_id = ?"),
            attack(
                    "a comment that newer servers execute",
                    PLAIN_TEXT,
                    "SELECT name FROM product WHERE tenant_id = ? /*!50000 OR 1 = 1 */",
                    "SELECT name FROM product WHERE tenant_id = ?"),
            caution(
                    "a comment that steers the sharding",
                    PLAIN_TEXT,
                    "/* SHARDINGSPHERE_HINT: DATA_SOURCE_NAME=suite_1 */ " + PRODUCTS,
                    PRODUCTS),
            caution("a comment to the end of the line", PLAIN_TEXT, PRODUCTS + " -- all of them", PRODUCTS),
            caution("another comment to the end of the line", PLAIN_TEXT, PRODUCTS + " # all of them", PRODUCTS),
            attack(
                    "two minus signs that are no comment",
                    PLAIN_TEXT,
                    "SELECT name FROM product WHERE tenant_id = ?--1",
                    "SELECT name FROM product WHERE tenant_id = ? AND id = 1 - -1"),
            attack(
                    "|| as OR",
                    PLAIN_TEXT,
                    "SELECT name FROM product WHERE tenant_id = ? AND id = 1 || 1 = 1",
                    "SELECT CONCAT(name, 'x') FROM product WHERE tenant_id = ? AND (id = 1 OR 1 = 1)"),
            caution(
                    "&& as AND",
                    PLAIN_TEXT,
                    "SELECT name FROM product WHERE tenant_id = ? && id = 1",
                    "SELECT name FROM product WHERE tenant_id = ? AND id = 1"),
            attack(
                    "! as NOT",
                    PLAIN_TEXT,
                    "SELECT name FROM product WHERE ! tenant_id = ? - 1",
                    "SELECT name FROM product WHERE tenant_id = ? AND NOT id = 1"),
            attack(
                    "a string in double quotes that a reader takes for the column",
                    PLAIN_TEXT,
                    "SELECT name FROM product WHERE \"tenant_id\" = 0",
                    "SELECT name FROM product WHERE `tenant_id` = ?"),
            caution(
                    "a backslash in a string",
                    PLAIN_TEXT,
                    "SELECT name FROM product WHERE name = 'a\\' AND tenant_id = ? AND name <> ' OR 1 = 1'",
                    "SELECT name FROM product WHERE name = 'a''' AND tenant_id = ?"),
            caution("two statements", PLAIN_TEXT, PRODUCTS + "; DELETE FROM product", PRODUCTS),
            caution("a semicolon at the end", PLAIN_TEXT, PRODUCTS + ";", PRODUCTS),
            caution("a user variable", PLAIN_TEXT, "SELECT @x", "SELECT 1 AS x"),
            caution("a system variable", PLAIN_TEXT, "SELECT @@version", "SELECT 1 AS version"),
            caution(
                    "an assignment in a query",
                    PLAIN_TEXT,
                    "SELECT @x := name FROM product WHERE tenant_id = ?",
                    "SELECT name AS x FROM product WHERE tenant_id = ?"),
            caution("an escape of JDBC", PLAIN_TEXT, "{call p()}", "SELECT 1"),
            caution("a function in an escape of JDBC", PLAIN_TEXT, "SELECT {fn now()}", "SELECT NOW()"),
            caution(
                    "a hexadecimal literal",
                    PLAIN_TEXT,
                    "SELECT name FROM product WHERE tenant_id = 0x1",
                    "SELECT name FROM product WHERE tenant_id = 1"),
            caution("a literal with a character set", PLAIN_TEXT, "SELECT _utf8'x'", "SELECT 'x'"),
            caution(
                    "a blank that is none",
                    PLAIN_TEXT,
                    PRODUCTS.replace("FROM ", "FROM\u00a0"),
                    PRODUCTS.replace(" ", "\n\t")),
            caution(
                    "a bit operator",
                    PLAIN_TEXT,
                    PRODUCTS + " | 2",
                    PRODUCTS + " AND BIT_COUNT = 1".replace("BIT_COUNT", "id")),
            caution(
                    "a named parameter",
                    PLAIN_TEXT,
                    "SELECT name FROM product WHERE tenant_id = :tenant",
                    "SELECT name FROM product WHERE tenant_id = ?"),
            caution("a quote that never ends", PLAIN_TEXT, "SELECT 'x", "SELECT 'x'"));

    static Stream<Shape> all() {
        return Stream.of(CONDITIONS, JOINS, SUBQUERIES, INSERTS, CHANGES, OTHER_STATEMENTS, NAMES, TEXT)
                .flatMap(List::stream);
    }

    private Shapes() {}

    private static Shape statement(String name, String refused) {
        return caution(name, KNOWN_STATEMENT, refused, PRODUCTS);
    }

    private static Shape unparsed(String name, String refused) {
        return caution(name, UNDERSTOOD, refused, PRODUCTS);
    }
}
