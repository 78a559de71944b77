package dev.abacus.trade.party.domain;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.trade.party.SupplierId;
import dev.abacus.trade.party.SupplierProfile;
import java.time.Instant;
import java.util.Currency;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;

/** Somebody to buy from. His code and his currency stay for ever. */
@AggregateRoot
public final class Supplier {

    /** Two years: longer is a slip of the keyboard, and it would move replenishment by as much. */
    private static final int LONGEST_LEAD_TIME = 730;

    @Identity
    private final SupplierId id;

    private final PartyCode code;
    private final Currency currency;
    private final Instant createdAt;
    private final int version;
    private String name;
    private int leadTimeDays;
    private ContactPerson contact;
    private boolean active;

    public Supplier(
            SupplierId id,
            PartyCode code,
            String name,
            int leadTimeDays,
            Currency currency,
            ContactPerson contact,
            boolean active,
            Instant createdAt,
            int version) {
        this.id = id;
        this.code = code;
        this.currency = currency;
        this.createdAt = createdAt;
        this.version = version;
        change(name, leadTimeDays, contact, active);
    }

    public static Supplier welcome(
            SupplierId id,
            PartyCode code,
            String name,
            int leadTimeDays,
            Currency currency,
            ContactPerson contact,
            Instant now) {
        return new Supplier(id, code, name, leadTimeDays, currency, contact, true, now, 0);
    }

    public void change(String name, int leadTimeDays, ContactPerson contact, boolean active) {
        if (leadTimeDays < 0 || leadTimeDays > LONGEST_LEAD_TIME) {
            throw new InvalidValue("leadTimeDays", "a lead time is 0 to " + LONGEST_LEAD_TIME + " days");
        }
        this.name = PartyName.checked(name);
        this.leadTimeDays = leadTimeDays;
        this.contact = contact == null ? ContactPerson.NONE : contact;
        this.active = active;
    }

    public SupplierProfile profile() {
        return new SupplierProfile(id, code.value(), name, leadTimeDays, currency, active);
    }

    public SupplierId id() {
        return id;
    }

    public PartyCode code() {
        return code;
    }

    public String name() {
        return name;
    }

    public int leadTimeDays() {
        return leadTimeDays;
    }

    public Currency currency() {
        return currency;
    }

    public ContactPerson contact() {
        return contact;
    }

    public boolean active() {
        return active;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public int version() {
        return version;
    }
}
