package dev.abacus.sql.plan;

/**
 * What a statement would do on one target.
 *
 * @param what the way in which a table is changed, or what is done to rows
 * @param rows about as many; -1 when nobody can tell
 */
public record Estimate(String target, String place, String what, long rows) {

    @Override
    public String toString() {
        return place + "  " + what + (rows < 0 ? "" : ", about " + rows + " rows");
    }
}
