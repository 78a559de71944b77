package dev.abacus.kernel.sqlguard;

import static dev.abacus.kernel.sqlguard.Rule.SCOPED_TABLE;
import static dev.abacus.kernel.sqlguard.Rule.UNDERSTOOD;
import static dev.abacus.kernel.sqlguard.Shape.attack;
import static dev.abacus.kernel.sqlguard.Shape.caution;

import java.util.List;

/** Tables beside each other in one FROM. */
final class JoinShapes {

    static final List<Shape> ALL = List.of(
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
            caution(
                    "an outer join whose ON comes after the next join",
                    UNDERSTOOD,
                    "SELECT p.name, a.qty FROM product p LEFT JOIN unit u JOIN sale a ON p.tenant_id = ? AND a.tenant_id = ?",
                    "SELECT p.name, a.qty FROM product p LEFT JOIN unit u ON u.factor = 1 JOIN sale a"
                            + " ON p.tenant_id = ? AND a.tenant_id = ?"),
            attack(
                    "an outer join whose ON comes after the next join's USING",
                    UNDERSTOOD,
                    "SELECT p.name, a.qty FROM product p LEFT JOIN stock s JOIN sale a USING (id) ON s.tenant_id = ?"
                            + " AND a.tenant_id = ? WHERE p.tenant_id >= ?",
                    "SELECT p.name, a.qty FROM product p LEFT JOIN (stock s JOIN sale a USING (id)) ON s.tenant_id = ?"
                            + " AND a.tenant_id = ? WHERE p.tenant_id = ?"),
            attack(
                    "two joins with their ONs at the end",
                    UNDERSTOOD,
                    "SELECT p.name, a.qty FROM product p LEFT JOIN stock s JOIN sale a ON a.tenant_id = ?"
                            + " ON s.tenant_id = ? AND p.tenant_id = ?",
                    "SELECT p.name, a.qty FROM product p LEFT JOIN (stock s JOIN sale a ON a.tenant_id = ?)"
                            + " ON s.tenant_id = ? WHERE p.tenant_id = ?"),
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

    private JoinShapes() {}
}
