package dev.abacus.kernel.sqlguard;

import static dev.abacus.kernel.sqlguard.Rule.READ_ONLY_TABLE;
import static dev.abacus.kernel.sqlguard.Rule.SCOPED_TABLE;
import static dev.abacus.kernel.sqlguard.Rule.TENANT_NEVER_ASSIGNED;
import static dev.abacus.kernel.sqlguard.Rule.UNDERSTOOD;
import static dev.abacus.kernel.sqlguard.Shape.attack;
import static dev.abacus.kernel.sqlguard.Shape.caution;

import java.util.List;

/** Rows that change and go. */
final class ChangeShapes {

    static final List<Shape> ALL = List.of(
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

    private ChangeShapes() {}
}
