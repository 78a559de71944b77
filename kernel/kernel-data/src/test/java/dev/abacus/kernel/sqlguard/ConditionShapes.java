package dev.abacus.kernel.sqlguard;

import static dev.abacus.kernel.sqlguard.Rule.PLAIN_TEXT;
import static dev.abacus.kernel.sqlguard.Rule.SCOPED_TABLE;
import static dev.abacus.kernel.sqlguard.Rule.UNDERSTOOD;
import static dev.abacus.kernel.sqlguard.Shape.attack;
import static dev.abacus.kernel.sqlguard.Shape.caution;

import java.util.List;

/** Conditions on the tenant that are none, or not enough. */
final class ConditionShapes {

    static final List<Shape> ALL = List.of(
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

    private ConditionShapes() {}
}
