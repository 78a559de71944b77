package dev.abacus.function.wire;

import java.util.List;

/**
 * The platform's answer.
 *
 * @param refusal why not; null when it was done
 * @param body null where the verb gives none
 */
public record Reply(String refusal, List<String> values, byte[] body) {

    public static Reply of(String... values) {
        return new Reply(null, List.of(values), null);
    }

    public static Reply refused(String why) {
        return new Reply(why, List.of(), null);
    }

    public Reply with(byte[] body) {
        return new Reply(refusal, values, body);
    }
}
