package dev.abacus.trade.party.domain;

/** Whom to ask for at a party; each part may be null. */
public record ContactPerson(String person, String phone, String email) {

    public static final ContactPerson NONE = new ContactPerson(null, null, null);
}
