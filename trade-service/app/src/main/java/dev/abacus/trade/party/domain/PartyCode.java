package dev.abacus.trade.party.domain;

import dev.abacus.kernel.domain.InvalidValue;

/** The company's own short name for a party: 1 to 40 characters, no blanks at its ends. */
public record PartyCode(String value) {

    public PartyCode {
        if (value == null || value.isEmpty() || value.length() > 40 || !value.equals(value.strip())) {
            throw new InvalidValue("code", "a code is 1 to 40 characters without blanks at its ends");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
