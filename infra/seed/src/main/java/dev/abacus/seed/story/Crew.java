package dev.abacus.seed.story;

import dev.abacus.seed.client.Desk;
import dev.abacus.seed.company.Company;
import dev.abacus.tenant.api.TenantView;
import dev.abacus.trade.api.party.CustomerView;
import dev.abacus.trade.api.party.SupplierView;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** A company at work: everybody signed in. */
public record Crew(Company company, TenantView tenant, Desk administrator, Desk buyer, Desk keeper, Desk seller) {

    public Optional<CustomerView> findCustomer(String code) {
        return Pages.all(cursor -> administrator.customers().list(code, 200, cursor)).stream()
                .filter(customer -> customer.code().equals(code))
                .findFirst();
    }

    public CustomerView customer(String code) {
        return findCustomer(code).orElseThrow(() -> new Surprise("there is no customer " + code));
    }

    public SupplierView supplier(String code) {
        return Pages.all(cursor -> administrator.suppliers().list(code, 200, cursor)).stream()
                .filter(supplier -> supplier.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Surprise("there is no supplier " + code));
    }

    /** The day that it is where the company is. */
    public LocalDate today() {
        return LocalDate.now(ZoneId.of(company.timeZone()));
    }
}
