package dev.abacus.kernel.sqlguard;

import static dev.abacus.kernel.sqlguard.Rule.KNOWN_STATEMENT;
import static dev.abacus.kernel.sqlguard.Rule.UNDERSTOOD;
import static dev.abacus.kernel.sqlguard.Shape.caution;

import java.util.List;

/** Statements and clauses that the guard does not know, and need not. */
final class OtherShapes {

    private static final String PRODUCTS = "SELECT id FROM product WHERE tenant_id = ?";

    static final List<Shape> ALL = List.of(
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

    private OtherShapes() {}

    private static Shape statement(String name, String refused) {
        return caution(name, KNOWN_STATEMENT, refused, PRODUCTS);
    }

    private static Shape unparsed(String name, String refused) {
        return caution(name, UNDERSTOOD, refused, PRODUCTS);
    }
}
