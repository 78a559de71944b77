package dev.abacus.kernel.sqlguard;

import static dev.abacus.kernel.sqlguard.Rule.PLAIN_TEXT;
import static dev.abacus.kernel.sqlguard.Shape.attack;
import static dev.abacus.kernel.sqlguard.Shape.caution;

import java.util.List;

/** Text that two readers read in two ways. */
final class TextShapes {

    private static final String PRODUCTS = "SELECT id FROM product WHERE tenant_id = ?";

    static final List<Shape> ALL = List.of(
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

    private TextShapes() {}
}
