package dev.abacus.lane;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Which lane a request is on: the lane's id and its generation, written {@code id-generation}. A generation is never
 * used again, so a message that is left over from a retired lane cannot be taken for one of its successor.
 *
 * @param id 1 to 32 lower-case letters, digits and dashes, a letter first and no dash last
 * @param generation counts the lanes that had this id, from 1
 */
public record LaneTag(String id, int generation) {

    private static final int LONGEST_ID = 32;

    public LaneTag {
        if (id == null || !isId(id)) {
            throw new IllegalArgumentException("not a lane id: " + id);
        }
        if (generation < 1) {
            throw new IllegalArgumentException("a generation counts from 1, not " + generation);
        }
    }

    /** @throws IllegalArgumentException when {@code text} is not {@code id-generation} */
    @JsonCreator
    public static LaneTag parse(String text) {
        int dash = text.lastIndexOf('-');
        if (dash < 1) {
            throw new IllegalArgumentException("not a lane tag: " + text);
        }
        try {
            return new LaneTag(text.substring(0, dash), Integer.parseInt(text, dash + 1, text.length(), 10));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a lane tag: " + text, e);
        }
    }

    /** By hand: each call of a service reads a tag, and a pattern takes longer than all the rest of it. */
    private static boolean isId(String text) {
        int last = text.length() - 1;
        if (last < 0 || last >= LONGEST_ID || !isLetter(text.charAt(0)) || text.charAt(last) == '-') {
            return false;
        }
        for (int i = 1; i <= last; i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** By hand as well: a record's own comparison goes through method handles, which costs more than the look-up it is for. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LaneTag that && generation == that.generation && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + generation;
    }

    @JsonValue
    @Override
    public String toString() {
        return id + "-" + generation;
    }
}
