package dev.abacus.trade.party;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * Takes many parties in at once, as a file states them. A code that is there already is changed to be as its sheet says;
 * stated twice, nothing changes. Must be inside the caller's transaction.
 */
public interface PartyIntake {

    /** All that a file says of a customer. */
    record CustomerSheet(String code, String name, Money creditLimit, String person, String phone, String email) {}

    /** All that a file says of a supplier. */
    record SupplierSheet(
            String code, String name, int leadTimeDays, Currency currency, String person, String phone, String email) {}

    /** @return why sheets were not taken, by their position; the others were */
    Map<Integer, DomainException> takeCustomers(List<CustomerSheet> sheets);

    /** @return why sheets were not taken, by their position; the others were */
    Map<Integer, DomainException> takeSuppliers(List<SupplierSheet> sheets);
}
