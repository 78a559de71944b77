package dev.abacus.lane;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Which lane a request is on: the lane's id and its generation, written {@code id-generation}. A generation is never
 * used again, so a message that is left over from a retired lane cannot be taken for one of its successor.
 *
 * @param id 1 to 32 lower-case letters, digits and dashes, a letter first and no dash last
 * @param generation counts the lanes that had this id, from 1
 */
public record LaneTag(String id, int generation) {

    private static final Pattern ID = Pattern.compile("[a-z](?:[a-z0-9-]{0,30}[a-z0-9])?");

    public LaneTag {
        if (id == null || !ID.matcher(id).matches()) {
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

    @JsonValue
    @Override
    public String toString() {
        return id + "-" + generation;
    }
}
