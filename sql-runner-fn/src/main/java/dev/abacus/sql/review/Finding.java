package dev.abacus.sql.review;

/**
 * @param rule by its code
 * @param place file and line
 * @param statement its beginning
 */
public record Finding(Level level, String rule, String place, String statement, String reason) {

    @Override
    public String toString() {
        return place + ": " + level + " " + rule + ": " + reason + "\n        " + statement;
    }
}
