package dev.abacus.kernel.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A table as the migrations so far have made it. */
final class Table {

    private final Map<String, Column> columns = new HashMap<>();
    private final Set<String> added = new HashSet<>();
    private final Set<String> gone = new HashSet<>();
    private final boolean lanesOwn;

    /** @param lanesOwn made by a migration that the baseline knows nothing of */
    Table(boolean lanesOwn) {
        this.lanesOwn = lanesOwn;
    }

    boolean lanesOwn() {
        return lanesOwn;
    }

    /** Null when there is none of that name. */
    Column column(String name) {
        return columns.get(name);
    }

    /** Whether there was once a column of that name that is no more. */
    boolean had(String name) {
        return gone.contains(name);
    }

    /** Whether the lane brings the column, and the baseline leaves NULL in it. */
    boolean nullForTheBaseline(String name) {
        return added.contains(name)
                && columns.containsKey(name)
                && columns.get(name).nullWhenLeftOut();
    }

    void put(Column column, boolean byLane) {
        if (byLane && !columns.containsKey(column.name())) {
            added.add(column.name());
        }
        columns.put(column.name(), column);
    }

    void drop(String name) {
        columns.remove(name);
        gone.add(name);
    }

    void rename(String from, Column to) {
        drop(from);
        columns.put(to.name(), to);
    }

    void copyTo(Table other) {
        other.columns.putAll(columns);
    }
}
