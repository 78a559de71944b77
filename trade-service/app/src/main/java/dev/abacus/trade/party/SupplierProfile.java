package dev.abacus.trade.party;

import dev.abacus.kernel.domain.DomainException;
import java.util.Currency;
import java.util.Map;

/**
 * What the other modules need to know of a supplier.
 *
 * @param leadTimeDays calendar days from an order's approval to the arrival of its goods
 */
public record SupplierProfile(
        SupplierId id, String code, String name, int leadTimeDays, Currency currency, boolean active) {

    /** @throws DomainException {@code inactive-supplier} when nothing is ordered from him any more */
    public SupplierProfile takesOrders() {
        if (!active) {
            throw new DomainException(
                    DomainException.Kind.REFUSED,
                    "inactive-supplier",
                    "Nothing is ordered from " + code + " any more",
                    Map.of("supplier", code));
        }
        return this;
    }
}
