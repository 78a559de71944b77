package dev.abacus.sql.split;

/**
 * One statement of a script, with the comments inside it.
 *
 * @param number within its script, from 1
 * @param at where it begins
 */
public record Statement(String script, int number, Position at, String text) {

    public String checksum() {
        return Checksum.of(text);
    }

    /** The same statement with something filled in. */
    public Statement withText(String other) {
        return new Statement(script, number, at, other);
    }

    /** Its beginning, on one line. */
    public String beginning() {
        String flat = text.strip().replaceAll("\\s+", " ");
        return flat.length() <= 70 ? flat : flat.substring(0, 67) + "...";
    }

    public String place() {
        return script + ":" + at.line();
    }
}
