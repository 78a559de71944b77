package dev.abacus.trade.party.application;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.idempotency.Idempotency;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.trade.party.SupplierId;
import dev.abacus.trade.party.domain.ContactPerson;
import dev.abacus.trade.party.domain.PartyCode;
import dev.abacus.trade.party.domain.Supplier;
import dev.abacus.trade.party.domain.Suppliers;
import java.time.Clock;
import java.util.Currency;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes suppliers on, and keeps what is known of them up to date. */
@Service
public class RegisteringSupplier {

    private final Suppliers suppliers;
    private final Idempotency idempotency;
    private final Ids ids;
    private final Clock clock;

    RegisteringSupplier(Suppliers suppliers, Idempotency idempotency, Ids ids, Clock clock) {
        this.suppliers = suppliers;
        this.idempotency = idempotency;
        this.ids = ids;
        this.clock = clock;
    }

    /** Somebody to take on. */
    public record Newcomer(PartyCode code, String name, int leadTimeDays, Currency currency, ContactPerson contact) {}

    /** What is to be known of a supplier from now on. */
    public record Change(String name, int leadTimeDays, ContactPerson contact, boolean active) {}

    public SupplierId register(Newcomer newcomer, IdempotencyKey key) {
        return idempotency.once(key, "supplier.register", newcomer, SupplierId.class, () -> add(newcomer));
    }

    /** As {@link #register}, inside the caller's transaction. */
    public SupplierId add(Newcomer newcomer) {
        var id = new SupplierId(ids.next());
        suppliers.add(Supplier.welcome(
                id,
                newcomer.code(),
                newcomer.name(),
                newcomer.leadTimeDays(),
                newcomer.currency(),
                newcomer.contact(),
                clock.instant()));
        return id;
    }

    @Transactional
    public void change(SupplierId id, EntityVersion seen, Change change) {
        Supplier supplier = suppliers.find(id).orElseThrow(() -> new NotFound("supplier", id));
        seen.mustBe(supplier.version());
        supplier.change(change.name(), change.leadTimeDays(), change.contact(), change.active());
        suppliers.update(supplier);
    }
}
