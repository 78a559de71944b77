package dev.abacus.trade.party.persistence;

import static dev.abacus.trade.party.PartyMother.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.party.application.PartyLists;
import dev.abacus.trade.party.domain.CodeTaken;
import dev.abacus.trade.party.domain.ContactPerson;
import dev.abacus.trade.party.domain.Customer;
import dev.abacus.trade.party.domain.Customers;
import dev.abacus.trade.party.domain.PartyCode;
import dev.abacus.trade.testing.TradeTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CustomersTest extends TradeTest {

    @Autowired
    private Customers customers;

    @Autowired
    private PartyLists.OfCustomers list;

    @Test
    void a_customer_comes_back_as_he_was_added() {
        Customer anna = customer("A-1");

        with(acme, () -> {
            customers.add(anna);
            assertThat(customers.find(anna.id()))
                    .get()
                    .usingRecursiveComparison()
                    .isEqualTo(anna);
            assertThat(customers.findByCode(new PartyCode("A-1"))).isPresent();
        });
    }

    @Test
    void two_companies_have_customers_of_the_same_id_and_see_their_own() {
        Customer ours = customer(77, "A-1", "Ours");
        Customer theirs = customer(77, "A-1", "Theirs");
        with(acme, () -> {
            customers.add(ours);
        });
        with(rival, () -> {
            customers.add(theirs);
            customers.update(changed(customers.find(theirs.id()).orElseThrow(), "Theirs, renamed"));
        });

        assertThat(as(acme, () -> customers.find(ours.id()).orElseThrow().name()))
                .isEqualTo("Ours");
        assertThat(as(rival, () -> customers.find(ours.id()).orElseThrow().name()))
                .isEqualTo("Theirs, renamed");
    }

    @Test
    void a_code_is_taken_once_per_company() {
        with(acme, () -> {
            customers.add(customer("A-1"));
            assertThatThrownBy(() -> customers.add(customer("a-1"))).isInstanceOf(CodeTaken.class);
        });
        with(rival, () -> {
            customers.add(customer("A-1"));
        });
    }

    @Test
    void a_change_is_made_to_the_version_that_was_read() {
        with(acme, () -> {
            Customer added = customer("A-1");
            customers.add(added);
            Customer read = customers.find(added.id()).orElseThrow();
            customers.update(changed(read, "First"));
            assertThatThrownBy(() -> customers.update(changed(read, "Second"))).isInstanceOf(EntityVersion.Stale.class);
            Customer now = customers.find(added.id()).orElseThrow();
            assertThat(now.name()).isEqualTo("First");
            assertThat(now.version()).isEqualTo(1);
            assertThat(now.contact()).isEqualTo(ContactPerson.NONE);
        });
    }

    @Test
    void a_list_goes_by_code_and_goes_on_where_it_stopped() {
        with(acme, () -> {
            List.of("C", "A", "E", "B", "D").forEach(code -> customers.add(customer(code)));
            Slice<Customer> first = list.list(null, new PageRequest(2, null));
            Slice<Customer> second = list.list(null, new PageRequest(2, first.next()));
            Slice<Customer> third = list.list(null, new PageRequest(2, second.next()));
            assertThat(codes(first)).containsExactly("A", "B");
            assertThat(codes(second)).containsExactly("C", "D");
            assertThat(codes(third)).containsExactly("E");
            assertThat(third.next()).isNull();
        });
    }

    @Test
    void a_search_finds_the_beginning_of_a_code_or_a_part_of_a_name_and_takes_wildcards_literally() {
        with(acme, () -> {
            customers.add(customer(1, "AB-1", "Smith & Co"));
            customers.add(customer(2, "X-AB", "Blacksmith"));
            customers.add(customer(3, "Y_1", "100% cotton"));
            assertThat(codes(list.list("ab", PageRequest.first()))).containsExactly("AB-1");
            assertThat(codes(list.list("smith", PageRequest.first()))).containsExactly("AB-1", "X-AB");
            assertThat(codes(list.list("%", PageRequest.first()))).containsExactly("Y_1");
            assertThat(codes(list.list("_", PageRequest.first()))).isEmpty();
        });
    }

    private static Customer changed(Customer customer, String name) {
        customer.change(name, null, true);
        return customer;
    }

    private static List<String> codes(Slice<Customer> slice) {
        return slice.items().stream().map(customer -> customer.code().value()).toList();
    }
}
