package dev.abacus.trade.party.application;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.trade.party.PartyIntake;
import dev.abacus.trade.party.domain.ContactPerson;
import dev.abacus.trade.party.domain.Customers;
import dev.abacus.trade.party.domain.PartyCode;
import dev.abacus.trade.party.domain.Supplier;
import dev.abacus.trade.party.domain.Suppliers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/**
 * Takes parties in from files. It is not transactional itself: a refusal is an answer here, and must not mark the
 * caller's transaction, with the other rows in it, to be rolled back.
 */
@Service
class TakingPartiesIn implements PartyIntake {

    private final Customers customers;
    private final Suppliers suppliers;
    private final CustomerRegister register;
    private final RegisteringSupplier supplierRegister;

    TakingPartiesIn(
            Customers customers, Suppliers suppliers, CustomerRegister register, RegisteringSupplier supplierRegister) {
        this.customers = customers;
        this.suppliers = suppliers;
        this.register = register;
        this.supplierRegister = supplierRegister;
    }

    @Override
    public Map<Integer, DomainException> takeCustomers(List<CustomerSheet> sheets) {
        return each(sheets, this::take);
    }

    @Override
    public Map<Integer, DomainException> takeSuppliers(List<SupplierSheet> sheets) {
        return each(sheets, this::take);
    }

    private void take(CustomerSheet sheet) {
        var code = new PartyCode(sheet.code());
        var contact = new ContactPerson(sheet.person(), sheet.phone(), sheet.email());
        customers
                .findByCode(code)
                .ifPresentOrElse(
                        known -> register.change(
                                known,
                                new CustomerRegister.Change(
                                        sheet.name(), sheet.creditLimit(), contact, known.active())),
                        () -> register.add(
                                new CustomerRegister.Newcomer(code, sheet.name(), sheet.creditLimit(), contact)));
    }

    private void take(SupplierSheet sheet) {
        var code = new PartyCode(sheet.code());
        var contact = new ContactPerson(sheet.person(), sheet.phone(), sheet.email());
        suppliers
                .findByCode(code)
                .ifPresentOrElse(
                        known -> {
                            sameCurrency(known, sheet);
                            known.change(sheet.name(), sheet.leadTimeDays(), contact, known.active());
                            suppliers.update(known);
                        },
                        () -> supplierRegister.add(new RegisteringSupplier.Newcomer(
                                code, sheet.name(), sheet.leadTimeDays(), sheet.currency(), contact)));
    }

    private static void sameCurrency(Supplier known, SupplierSheet sheet) {
        if (!known.currency().equals(sheet.currency())) {
            throw new InvalidValue("currency", "the supplier's currency is " + known.currency());
        }
    }

    private static <T> Map<Integer, DomainException> each(List<T> sheets, Consumer<T> take) {
        Map<Integer, DomainException> refusals = new HashMap<>();
        for (int i = 0; i < sheets.size(); i++) {
            try {
                take.accept(sheets.get(i));
            } catch (DomainException refusal) {
                refusals.put(i, refusal);
            }
        }
        return refusals;
    }
}
