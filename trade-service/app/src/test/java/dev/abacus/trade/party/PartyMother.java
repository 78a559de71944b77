package dev.abacus.trade.party;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.TimeSortedIds;
import dev.abacus.trade.party.domain.ContactPerson;
import dev.abacus.trade.party.domain.Customer;
import dev.abacus.trade.party.domain.PartyCode;
import dev.abacus.trade.party.domain.Supplier;
import java.time.Instant;
import java.util.Currency;

/** Parties that tests trade with. */
public final class PartyMother {

    public static final Currency CNY = Currency.getInstance("CNY");
    private static final Ids IDS = new TimeSortedIds();
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00.123456Z");

    private PartyMother() {}

    public static Customer customer(String code) {
        return customer(IDS.next(), code, "Customer " + code);
    }

    public static Customer customer(long id, String code, String name) {
        return Customer.welcome(new CustomerId(id), new PartyCode(code), name, CNY, anna(), NOW);
    }

    public static Supplier supplier(String code, int leadTimeDays) {
        return Supplier.welcome(
                new SupplierId(IDS.next()), new PartyCode(code), "Supplier " + code, leadTimeDays, CNY, anna(), NOW);
    }

    private static ContactPerson anna() {
        return new ContactPerson("Anna", "+86 10 1234", "anna@example.com");
    }
}
