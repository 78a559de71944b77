package dev.abacus.trade.party.web;

import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.api.IdList;
import dev.abacus.trade.api.Permissions;
import dev.abacus.trade.api.party.CreditEntryView;
import dev.abacus.trade.api.party.CustomerChange;
import dev.abacus.trade.api.party.CustomerView;
import dev.abacus.trade.api.party.NewCustomer;
import dev.abacus.trade.party.CreditBalance;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.party.application.PartyLists;
import dev.abacus.trade.party.application.RegisteringCustomer;
import dev.abacus.trade.party.domain.CreditAccounts;
import dev.abacus.trade.party.domain.Customer;
import dev.abacus.trade.party.domain.Customers;
import dev.abacus.trade.party.domain.PartyCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/customers")
@Tag(name = "Customers", description = "Who buys, and what he may have on credit")
class CustomersController {

    private final RegisteringCustomer registering;
    private final Customers customers;
    private final CreditAccounts accounts;
    private final PartyLists.OfCustomers list;
    private final PartyLists.OfCreditEntries entries;

    CustomersController(
            RegisteringCustomer registering,
            Customers customers,
            CreditAccounts accounts,
            PartyLists.OfCustomers list,
            PartyLists.OfCreditEntries entries) {
        this.registering = registering;
        this.customers = customers;
        this.accounts = accounts;
        this.list = list;
        this.entries = entries;
    }

    @GetMapping
    @PermissionPoint(Permissions.CUSTOMER_READ)
    @Operation(
            operationId = "listCustomers",
            summary = "Customers by code; search by the beginning of a code or a part of a name")
    Slice<CustomerView> list(@RequestParam(required = false) String search, PageRequest page) {
        Slice<Customer> found = list.list(search, page);
        return new Slice<>(views(found.items()), found.next());
    }

    @GetMapping("/{id}")
    @PermissionPoint(Permissions.CUSTOMER_READ)
    @Operation(operationId = "getCustomer", summary = "One customer with his credit")
    ResponseEntity<CustomerView> get(@PathVariable CustomerId id) {
        return tagged(ResponseEntity.ok(), view(id));
    }

    @PostMapping("/lookup")
    @PermissionPoint(Permissions.CUSTOMER_READ)
    @Operation(operationId = "lookUpCustomers", summary = "Many customers at once; unknown ids are left out")
    List<CustomerView> lookUp(@Valid @RequestBody IdList ids) {
        return views(
                customers.findAll(ids.ids().stream().map(CustomerId::valueOf).toList()));
    }

    @PostMapping
    @PermissionPoint(Permissions.CUSTOMER_WRITE)
    @Operation(operationId = "createCustomer", summary = "Take a customer on")
    ResponseEntity<CustomerView> create(@Valid @RequestBody NewCustomer customer, IdempotencyKey key) {
        CustomerId id = registering.register(
                new PartyCode(customer.code()),
                customer.name(),
                customer.creditLimit(),
                PartyViews.person(customer.contact()),
                key);
        return tagged(ResponseEntity.created(URI.create("/customers/" + id)), view(id));
    }

    @PutMapping("/{id}")
    @PermissionPoint(Permissions.CUSTOMER_WRITE)
    @Operation(operationId = "changeCustomer", summary = "Change a customer or his credit limit")
    ResponseEntity<CustomerView> change(
            @PathVariable CustomerId id, EntityVersion version, @Valid @RequestBody CustomerChange change) {
        registering.change(
                id, version, change.name(), change.creditLimit(), PartyViews.person(change.contact()), change.active());
        return tagged(ResponseEntity.ok(), view(id));
    }

    @GetMapping("/{id}/credit-entries")
    @PermissionPoint(Permissions.CUSTOMER_READ)
    @Operation(operationId = "listCreditEntries", summary = "What moved a customer's credit, the newest first")
    Slice<CreditEntryView> creditEntries(@PathVariable CustomerId id, PageRequest page) {
        require(id);
        return entries.entries(id, page).map(PartyViews::view);
    }

    private CustomerView view(CustomerId id) {
        return PartyViews.view(require(id), accounts.balance(id));
    }

    private List<CustomerView> views(List<Customer> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<CustomerId, CreditBalance> balances =
                accounts.balances(found.stream().map(Customer::id).toList());
        return found.stream()
                .map(customer -> PartyViews.view(customer, balances.get(customer.id())))
                .toList();
    }

    private Customer require(CustomerId id) {
        return customers.find(id).orElseThrow(() -> new NotFound("customer", id));
    }

    private static ResponseEntity<CustomerView> tagged(ResponseEntity.BodyBuilder answer, CustomerView view) {
        return answer.eTag(new EntityVersion(view.version()).etag()).body(view);
    }
}
