package dev.abacus.kernel.sqlguard;

import static dev.abacus.kernel.sqlguard.Rule.KNOWN_TABLE;
import static dev.abacus.kernel.sqlguard.Rule.SCOPED_TABLE;
import static dev.abacus.kernel.sqlguard.Rule.UNDERSTOOD;
import static dev.abacus.kernel.sqlguard.Shape.attack;
import static dev.abacus.kernel.sqlguard.Shape.caution;

import java.util.List;

/** Queries inside queries, and beside each other. */
final class SubqueryShapes {

    private static final String PRODUCTS = "SELECT id FROM product WHERE tenant_id = ?";

    static final List<Shape> ALL = List.of(
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

    private SubqueryShapes() {}
}
