package dev.abacus.kernel.sqlguard;

/** A table that a service owns, by its logical name (before it is split over physical tables). */
public record TableSpec(String name, TableScope scope) {

    public TableSpec {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "a table is named in lower case letters, digits and _, not '" + name + "'");
        }
    }

    public static TableSpec tenant(String name) {
        return new TableSpec(name, TableScope.TENANT);
    }

    public static TableSpec shared(String name) {
        return new TableSpec(name, TableScope.SHARED);
    }

    public static TableSpec sharedWritable(String name) {
        return new TableSpec(name, TableScope.SHARED_WRITABLE);
    }
}
