package dev.abacus.sql.run;

import dev.abacus.sql.split.Words;
import java.util.stream.Collectors;

/**
 * An expression that the database works out from its dictionary: another value once the subject has changed, NULL while
 * there is none. It is part of the statement that records the beginning, so that it costs no round trip.
 */
final class Fingerprint {

    /** Whether there is one; the database need not open it for that. */
    private static final String NAME = "(SELECT MD5(t.TABLE_NAME) FROM information_schema.TABLES t"
            + " WHERE t.TABLE_SCHEMA = {schema} AND t.TABLE_NAME = {name})";

    private static final String TABLE =
            """
            (SELECT MD5(CONCAT_WS('#', t.TABLE_TYPE, t.ENGINE, t.TABLE_COLLATION, t.CREATE_OPTIONS, t.TABLE_COMMENT,
              (SELECT GROUP_CONCAT(CONCAT_WS('~', c.COLUMN_NAME, c.ORDINAL_POSITION, IFNULL(c.COLUMN_DEFAULT, 'none'),
                  c.IS_NULLABLE, c.COLUMN_TYPE, IFNULL(c.COLLATION_NAME, ''), c.EXTRA, c.COLUMN_COMMENT,
                  IFNULL(c.GENERATION_EXPRESSION, '')) ORDER BY c.ORDINAL_POSITION)
                FROM information_schema.COLUMNS c WHERE c.TABLE_SCHEMA = {schema} AND c.TABLE_NAME = {name}),
              (SELECT GROUP_CONCAT(CONCAT_WS('~', s.INDEX_NAME, s.NON_UNIQUE, s.SEQ_IN_INDEX, s.COLUMN_NAME,
                  IFNULL(s.SUB_PART, ''), s.INDEX_TYPE, s.INDEX_COMMENT, s.IGNORED)
                  ORDER BY s.INDEX_NAME, s.SEQ_IN_INDEX)
                FROM information_schema.STATISTICS s WHERE s.TABLE_SCHEMA = {schema} AND s.TABLE_NAME = {name}){more}))
            FROM information_schema.TABLES t WHERE t.TABLE_SCHEMA = {schema} AND t.TABLE_NAME = {name})""";

    private static final String REFERENCES =
            """
            ,
              (SELECT GROUP_CONCAT(CONCAT_WS('~', k.CONSTRAINT_NAME, k.COLUMN_NAME, k.ORDINAL_POSITION,
                  IFNULL(k.REFERENCED_TABLE_NAME, ''), IFNULL(k.REFERENCED_COLUMN_NAME, ''))
                  ORDER BY k.CONSTRAINT_NAME, k.ORDINAL_POSITION)
                FROM information_schema.KEY_COLUMN_USAGE k WHERE k.TABLE_SCHEMA = {schema} AND k.TABLE_NAME = {name})""";

    private static final String CHECKS =
            """
            ,
              (SELECT GROUP_CONCAT(CONCAT_WS('~', h.CONSTRAINT_NAME, h.CHECK_CLAUSE) ORDER BY h.CONSTRAINT_NAME)
                FROM information_schema.CHECK_CONSTRAINTS h
                WHERE h.CONSTRAINT_SCHEMA = {schema} AND h.TABLE_NAME = {name})""";

    private static final String VIEW =
            """
            ,
              (SELECT v.VIEW_DEFINITION FROM information_schema.VIEWS v
                WHERE v.TABLE_SCHEMA = {schema} AND v.TABLE_NAME = {name})""";

    private static final String PARTITIONS =
            """
            ,
              (SELECT GROUP_CONCAT(CONCAT_WS('~', p.PARTITION_NAME, p.PARTITION_DESCRIPTION)
                  ORDER BY p.PARTITION_ORDINAL_POSITION)
                FROM information_schema.PARTITIONS p WHERE p.TABLE_SCHEMA = {schema} AND p.TABLE_NAME = {name})""";

    private static final String ROUTINE =
            """
            (SELECT MD5(GROUP_CONCAT(CONCAT_WS('~', r.ROUTINE_TYPE, r.ROUTINE_DEFINITION, r.LAST_ALTERED)
                ORDER BY r.ROUTINE_TYPE))
            FROM information_schema.ROUTINES r WHERE r.ROUTINE_SCHEMA = {schema} AND r.ROUTINE_NAME = {name})""";

    private static final String TRIGGER =
            """
            (SELECT MD5(CONCAT_WS('~', g.ACTION_STATEMENT, g.ACTION_TIMING, g.EVENT_MANIPULATION, g.CREATED))
            FROM information_schema.TRIGGERS g WHERE g.TRIGGER_SCHEMA = {schema} AND g.TRIGGER_NAME = {name})""";

    private static final String EVENT =
            """
            (SELECT MD5(CONCAT_WS('~', e.EVENT_DEFINITION, e.STATUS, e.LAST_ALTERED))
            FROM information_schema.EVENTS e WHERE e.EVENT_SCHEMA = {schema} AND e.EVENT_NAME = {name})""";

    private Fingerprint() {}

    /** SQL; {@code NULL} where there is nothing to tell it by. */
    static String of(Words words, String schema) {
        Subject subject = Subject.of(words);
        String one =
                switch (subject.kind()) {
                    case TABLE -> table(words);
                    case ROUTINE -> ROUTINE;
                    case TRIGGER -> TRIGGER;
                    case EVENT -> EVENT;
                    case REPEATABLE, UNKNOWN -> null;
                };
        if (one == null) {
            return "NULL";
        }
        String each = subject.names().stream()
                .map(name -> one.replace("{schema}", Sql.literal(schema)).replace("{name}", Sql.literal(name)))
                .collect(Collectors.joining(", "));
        return subject.names().size() == 1 ? each : "MD5(CONCAT_WS('#', " + each + "))";
    }

    /** Of the dictionary only what the statement can change: every part of it takes the database a while. */
    private static String table(Words words) {
        if (words.beginWith("CREATE", "TABLE") || words.beginWith("DROP") && !words.beginWith("DROP", "INDEX")) {
            return NAME;
        }
        boolean constraint = words.have("CONSTRAINT");
        String more = constraint || words.have("FOREIGN") || words.have("REFERENCES") ? REFERENCES : "";
        more += constraint || words.have("CHECK") ? CHECKS : "";
        more += words.have("VIEW") ? VIEW : "";
        more += words.have("PARTITION") || words.have("PARTITIONING") ? PARTITIONS : "";
        return TABLE.replace("{more}", more);
    }
}
