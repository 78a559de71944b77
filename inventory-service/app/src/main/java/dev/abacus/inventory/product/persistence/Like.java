package dev.abacus.inventory.product.persistence;

/** Makes a text mean itself in a LIKE pattern, so that a search for {@code 100%} finds that and not everything. */
final class Like {

    private Like() {}

    static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
