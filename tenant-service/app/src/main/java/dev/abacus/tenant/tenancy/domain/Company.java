package dev.abacus.tenant.tenancy.domain;

import dev.abacus.kernel.domain.InvalidValue;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;

/**
 * What a company says of itself.
 *
 * @param code what its people type when they sign in; never changed
 * @param currency of its books
 * @param language of its system data: {@code en} or {@code zh}
 * @param timeZone where its days begin
 */
public record Company(String code, String name, Currency currency, String language, ZoneId timeZone) {

    /** @throws InvalidValue when the currency or the time zone does not exist */
    public static Company of(String code, String name, String currency, String language, String timeZone) {
        return new Company(code, name, currency(currency), language, zone(timeZone));
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("currency", "'" + code + "' is not a currency of ISO 4217");
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new InvalidValue("timeZone", "'" + name + "' is not a time zone");
        }
    }
}
