package dev.abacus.trade.pricing.domain;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.pricing.PriceListId;
import dev.abacus.trade.pricing.Validity;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;

/** Prices in one currency for everybody or for one customer. Its prices are kept beside it, for there can be many. */
@AggregateRoot
public final class PriceList {

    @Identity
    private final PriceListId id;

    private final String code;
    private final CustomerId customer;
    private final Currency currency;
    private final int version;
    private String name;
    private Validity validity;

    /** @param customer whom alone it is for; null for everybody */
    public PriceList(
            PriceListId id,
            String code,
            String name,
            CustomerId customer,
            Currency currency,
            Validity validity,
            int version) {
        this.id = id;
        this.code = checked("code", code, 40);
        this.customer = customer;
        this.currency = currency;
        this.version = version;
        change(name, validity);
    }

    public void change(String name, Validity validity) {
        this.name = checked("name", name, 200);
        this.validity = validity;
    }

    /** Whether {@code buyer} gets its prices at {@code moment}. */
    public boolean holdsFor(CustomerId buyer, Currency wanted, Instant moment) {
        return (customer == null || customer.equals(buyer)) && currency.equals(wanted) && validity.contains(moment);
    }

    public boolean isCustomerSpecific() {
        return customer != null;
    }

    /** @throws InvalidValue when the price is in another currency */
    public PriceBreak checked(PriceBreak price) {
        if (!price.price().currency().equals(currency)) {
            throw new InvalidValue("price", "prices of " + code + " are in " + currency);
        }
        return price;
    }

    private static String checked(String field, String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw new InvalidValue(field, "a price list's " + field + " is 1 to " + longest + " characters");
        }
        return text.strip();
    }

    public PriceListId id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public Optional<CustomerId> customer() {
        return Optional.ofNullable(customer);
    }

    public Currency currency() {
        return currency;
    }

    public Validity validity() {
        return validity;
    }

    public int version() {
        return version;
    }
}
