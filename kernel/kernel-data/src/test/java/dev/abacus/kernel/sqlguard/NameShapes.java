package dev.abacus.kernel.sqlguard;

import static dev.abacus.kernel.sqlguard.Rule.KNOWN_FUNCTION;
import static dev.abacus.kernel.sqlguard.Rule.KNOWN_TABLE;
import static dev.abacus.kernel.sqlguard.Rule.SCOPED_TABLE;
import static dev.abacus.kernel.sqlguard.Rule.UNDERSTOOD;
import static dev.abacus.kernel.sqlguard.Shape.attack;
import static dev.abacus.kernel.sqlguard.Shape.caution;

import java.util.List;

/** Names of what does not belong to the service, or that mean two things. */
final class NameShapes {

    private static final String PRODUCTS = "SELECT id FROM product WHERE tenant_id = ?";

    static final List<Shape> ALL = List.of(
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
            caution(
                    "how many rows the session's last statement changed, whose it ever was",
                    KNOWN_FUNCTION,
                    "SELECT ROW_COUNT()",
                    "SELECT COUNT(*) FROM product WHERE tenant_id = ?"),
            caution("a file", KNOWN_FUNCTION, "SELECT LOAD_FILE('/etc/passwd')", "SELECT LENGTH('/etc/passwd')"),
            caution("sleep", KNOWN_FUNCTION, "SELECT SLEEP(10)", "SELECT 1"),
            caution("a lock on the server", KNOWN_FUNCTION, "SELECT GET_LOCK('x', 1)", "SELECT LAST_INSERT_ID()"),
            caution("the name of the schema", KNOWN_FUNCTION, "SELECT DATABASE()", "SELECT NOW(), LAST_INSERT_ID()"),
            caution(
                    "a window function that is none",
                    KNOWN_FUNCTION,
                    "SELECT leak(id) OVER (ORDER BY id) FROM product WHERE tenant_id = ?",
                    "SELECT LAG(id, 1) OVER (ORDER BY id) FROM product WHERE tenant_id = ?"));

    private NameShapes() {}
}
