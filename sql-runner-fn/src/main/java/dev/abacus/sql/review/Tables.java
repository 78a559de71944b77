package dev.abacus.sql.review;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is known of the tables that a release will meet, from one of its targets. */
public interface Tables {

    /** Empty when there is none of that name, or nothing is known. */
    Optional<Table> find(String name);

    static Tables unknown() {
        return name -> Optional.empty();
    }

    static Tables of(Map<String, Table> tables) {
        return name -> Optional.ofNullable(tables.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * @param bytes of data, about
     * @param rows about
     * @param columns by name in small letters
     */
    record Table(String name, long bytes, long rows, List<String> primaryKey, Map<String, Column> columns) {

        public Optional<Column> column(String name) {
            return Optional.ofNullable(columns.get(name.toLowerCase(Locale.ROOT)));
        }
    }

    /** @param type as {@code information_schema} writes it, such as {@code varchar(40)} */
    record Column(String type, boolean nullable) {}
}
