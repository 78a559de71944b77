package dev.abacus.trade.party.domain;

import dev.abacus.kernel.domain.InvalidValue;

/** The rule for a party's name: 1 to 200 characters that are not all blank. */
final class PartyName {

    private PartyName() {}

    static String checked(String name) {
        if (name == null || name.isBlank() || name.length() > 200) {
            throw new InvalidValue("name", "a name is 1 to 200 characters");
        }
        return name.strip();
    }
}
