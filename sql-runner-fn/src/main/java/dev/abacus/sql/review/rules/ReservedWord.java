package dev.abacus.sql.review.rules;

import com.alibaba.druid.sql.ast.statement.SQLColumnDefinition;
import com.alibaba.druid.sql.ast.statement.SQLCreateTableStatement;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.review.Names;
import dev.abacus.sql.review.Reviewed;
import dev.abacus.sql.review.Rule;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A name that is a keyword needs quotes in every statement that will ever use it. */
public final class ReservedWord implements Rule {

    @Override
    public String code() {
        return "reserved-word";
    }

    @Override
    public Level level() {
        return Level.WARNING;
    }

    @Override
    public Stream<String> objections(Reviewed statement) {
        Stream<String> tables = statement.as(SQLCreateTableStatement.class).map(create -> create.getTableName());
        Stream<String> columns = statement.within(SQLColumnDefinition.class).map(SQLColumnDefinition::getColumnName);
        return Stream.concat(tables, columns)
                .map(Names::plain)
                .filter(name -> RESERVED.contains(name.toUpperCase(Locale.ROOT)))
                .map(name -> name + " is a keyword");
    }

    private static final Set<String> RESERVED = Set.of(
            ("ACCESSIBLE ADD ALL ALTER ANALYZE AND AS ASC BEFORE BETWEEN BOTH BY CALL CASCADE CASE CHANGE CHARACTER CHECK"
                            + " COLLATE COLUMN CONDITION CONSTRAINT CONTINUE CONVERT CREATE CROSS CURRENT_DATE"
                            + " CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER CURSOR DATABASE DECIMAL DECLARE DEFAULT"
                            + " DELETE DESC DESCRIBE DISTINCT DIV DOUBLE DROP EACH ELSE ELSEIF EXCEPT EXISTS EXIT EXPLAIN"
                            + " FALSE FETCH FLOAT FOR FORCE FOREIGN FROM FULLTEXT GRANT GROUP HAVING IF IGNORE IN INDEX"
                            + " INNER INSERT INT INTERSECT INTERVAL INTO IS ITERATE JOIN KEY KEYS KILL LEADING LEAVE LEFT"
                            + " LIKE LIMIT LOAD LOCK LONG LOOP MATCH MOD NATURAL NOT NULL NUMERIC OFFSET ON OPTIMIZE"
                            + " OPTION OR ORDER OUT OUTER OVER PARTITION PRECISION PRIMARY PROCEDURE RANGE READ RECURSIVE"
                            + " REFERENCES REGEXP RELEASE RENAME REPEAT REPLACE REQUIRE RETURN RETURNING REVOKE RIGHT ROWS"
                            + " SCHEMA SELECT SET SHOW SIGNAL SPATIAL SQL STARTING TABLE TERMINATED THEN TO TRAILING"
                            + " TRIGGER TRUE UNDO UNION UNIQUE UNLOCK UNSIGNED UPDATE USAGE USE USING VALUES WHEN WHERE"
                            + " WHILE WINDOW WITH WRITE XOR ZEROFILL")
                    .split(" "));
}
