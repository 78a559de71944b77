package dev.abacus.kernel.sqlguard;

import static dev.abacus.kernel.sqlguard.Rule.KNOWN_STATEMENT;
import static dev.abacus.kernel.sqlguard.Rule.READ_ONLY_TABLE;
import static dev.abacus.kernel.sqlguard.Rule.SCOPED_INSERT;
import static dev.abacus.kernel.sqlguard.Rule.SCOPED_TABLE;
import static dev.abacus.kernel.sqlguard.Rule.TENANT_NEVER_ASSIGNED;
import static dev.abacus.kernel.sqlguard.Rule.UNDERSTOOD;
import static dev.abacus.kernel.sqlguard.Shape.attack;
import static dev.abacus.kernel.sqlguard.Shape.caution;

import java.util.List;

/** Rows that come. */
final class InsertShapes {

    static final List<Shape> ALL = List.of(
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

    private InsertShapes() {}
}
