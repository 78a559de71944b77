package dev.abacus.kernel.schema;

/**
 * One statement of a script, without its comments.
 *
 * @param line where it begins
 */
record Statement(Script script, int line, String text) {

    Refusal refused(String reason) {
        return new Refusal(script.path(), line, beginning(), reason);
    }

    String beginning() {
        String flat = text.strip().replaceAll("\\s+", " ");
        return flat.length() <= 70 ? flat : flat.substring(0, 67) + "...";
    }
}
