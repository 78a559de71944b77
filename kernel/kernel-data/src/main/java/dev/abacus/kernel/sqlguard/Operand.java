package dev.abacus.kernel.sqlguard;

/** What a part of an expression is, as far as tenants are concerned. */
sealed interface Operand {

    Operand OTHER = new Other();

    /** A column; without a qualifier {@code table} is null. */
    record ColumnUse(String table, String column) implements Operand {

        boolean isTenantColumn() {
            return column.equalsIgnoreCase(TableCatalogue.TENANT_COLUMN);
        }
    }

    record Parameter(int ordinal) implements Operand {}

    record Literal(long value) implements Operand {}

    record Star() implements Operand {}

    record Other() implements Operand {}

    /** Whether its value is known when the statement is executed, so that it can name a tenant. */
    default boolean isValue() {
        return this instanceof Parameter || this instanceof Literal;
    }
}
