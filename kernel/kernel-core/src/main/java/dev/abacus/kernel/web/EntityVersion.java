package dev.abacus.kernel.web;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.InvalidValue;

/**
 * The version of an aggregate that a caller has seen: the strong entity tag {@code "7"} of {@code ETag} and
 * {@code If-Match}. A controller takes it as an argument; a change without it is refused with 428.
 */
public record EntityVersion(int number) {

    /** @throws InvalidValue when {@code header} is not one quoted number */
    public static EntityVersion parse(String header) {
        String tag = header.strip();
        if (tag.length() > 2 && tag.startsWith("\"") && tag.endsWith("\"")) {
            try {
                return new EntityVersion(Integer.parseInt(tag, 1, tag.length() - 1, 10));
            } catch (NumberFormatException e) {
                // answered below
            }
        }
        throw new InvalidValue("If-Match", "If-Match takes one entity tag as this API gives them out, such as \"7\"");
    }

    public String etag() {
        return "\"" + number + "\"";
    }

    /** @throws Stale when {@code current} is another version */
    public void mustBe(int current) {
        if (number != current) {
            throw new Stale(number, current);
        }
    }

    /** Somebody else has changed the thing since the caller read it. */
    public static final class Stale extends DomainException {
        public Stale(int seen, int current) {
            super(
                    Kind.STALE,
                    "stale-version",
                    "You saw version " + seen + ", it is " + current + " now. Read it again and repeat the change.");
        }
    }
}
