package dev.abacus.trade.party;

import static dev.abacus.trade.sales.SalesMother.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.trade.party.application.PartyLists;
import dev.abacus.trade.party.domain.CreditAccounts;
import dev.abacus.trade.party.domain.CreditEntry;
import dev.abacus.trade.party.domain.Customer;
import dev.abacus.trade.party.domain.Customers;
import dev.abacus.trade.testing.TradeTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;

class CreditTest extends TradeTest {

    @Autowired
    private Credit credit;

    @Autowired
    private CreditAccounts accounts;

    @Autowired
    private PartyLists.OfCreditEntries list;

    @Autowired
    private Customers customers;

    private CustomerId customerWith(String limit) {
        return inTransaction(() -> {
            Customer customer = PartyMother.customer("A-1");
            customers.add(customer);
            accounts.open(customer.id(), yuan(limit));
            return customer.id();
        });
    }

    private CreditBalance balance(CustomerId customer) {
        return as(acme, () -> accounts.balance(customer));
    }

    @Test
    void credit_is_a_cycle_from_order_to_payment() {
        CustomerId anna = customerWith("100");
        inTransaction(() -> credit.reserve(anna, yuan("80"), "order-1"));
        assertThat(balance(anna).available()).isEqualTo(yuan("20"));
        inTransaction(() -> credit.deliver(anna, yuan("50"), "delivery-1"));
        inTransaction(() -> credit.release(anna, yuan("30"), "order-1"));
        assertThat(balance(anna)).isEqualTo(new CreditBalance(yuan("100"), yuan("0"), yuan("50"), yuan("0")));
        inTransaction(() -> credit.receive(anna, yuan("50"), "payment-1"));
        assertThat(balance(anna).available()).isEqualTo(yuan("100"));
        assertBalancesAreTheSumsOfTheEntries(anna);
    }

    @Test
    void goods_that_were_paid_and_come_back_are_refunded() {
        CustomerId anna = customerWith("100");
        inTransaction(() -> {
            credit.reserve(anna, yuan("80"), "order-1");
            credit.deliver(anna, yuan("80"), "delivery-1");
            credit.receive(anna, yuan("60"), "payment-1");
            credit.giveBack(anna, yuan("30"), "return-1");
        });
        assertThat(balance(anna)).isEqualTo(new CreditBalance(yuan("100"), yuan("0"), yuan("0"), yuan("10")));
        assertThatThrownBy(() -> inTransaction(() -> credit.refund(anna, yuan("11"), "refund-1")))
                .isInstanceOf(PaymentExceeded.class);
        inTransaction(() -> credit.refund(anna, yuan("10"), "refund-2"));
        assertThat(balance(anna).refundable()).isEqualTo(yuan("0"));
        assertBalancesAreTheSumsOfTheEntries(anna);
    }

    @Test
    void what_does_not_fit_is_refused_and_leaves_no_entry() {
        CustomerId anna = customerWith("100");
        assertThatThrownBy(() -> inTransaction(() -> credit.reserve(anna, yuan("100.01"), "order-1")))
                .isInstanceOfSatisfying(
                        CreditExceeded.class, e -> assertThat(e.properties()).containsEntry("available", yuan("100")));
        assertThatThrownBy(() -> inTransaction(() -> credit.receive(anna, yuan("1"), "payment-1")))
                .isInstanceOf(PaymentExceeded.class);
        assertThatThrownBy(() -> inTransaction(() -> credit.release(anna, yuan("1"), "order-1")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(entries(anna)).isEmpty();
    }

    @Test
    void a_limit_is_not_lowered_below_what_is_on_credit() {
        CustomerId anna = customerWith("100");
        inTransaction(() -> credit.reserve(anna, yuan("80"), "order-1"));
        assertThat(inTransaction(() -> accounts.changeLimit(anna, yuan("79")))).isFalse();
        assertThat(inTransaction(() -> accounts.changeLimit(anna, yuan("80")))).isTrue();
        assertThat(inTransaction(() -> accounts.changeLimit(anna, Money.of("500", "EUR"))))
                .isFalse();
    }

    @Test
    void an_entry_belongs_to_a_transaction() {
        CustomerId anna = customerWith("100");
        assertThatThrownBy(() -> with(acme, () -> credit.reserve(anna, yuan("1"), "order-1")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void many_orders_at_once_never_take_more_than_the_limit() throws Exception {
        CustomerId anna = customerWith("100");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> orders = IntStream.range(0, 24)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        inTransaction(() -> credit.reserve(anna, yuan("9"), "order-" + i));
                        return true;
                    })
                    .toList();
            long placed = threads.invokeAll(orders).stream()
                    .filter(CreditTest::succeeded)
                    .count();
            assertThat(placed).isEqualTo(11);
        }
        assertThat(balance(anna).reserved()).isEqualTo(yuan("99"));
        assertBalancesAreTheSumsOfTheEntries(anna);
    }

    @Test
    void the_same_customer_id_in_another_company_is_another_account() {
        CustomerId anna = customerWith("100");
        with(
                rival,
                () -> transaction.executeWithoutResult(status -> {
                    Customer hers = PartyMother.customer(anna.value(), "A-1", "Theirs");
                    customers.add(hers);
                    accounts.open(hers.id(), yuan("5"));
                }));
        inTransaction(() -> credit.reserve(anna, yuan("80"), "order-1"));
        assertThat(as(rival, () -> accounts.balance(anna)).reserved()).isEqualTo(yuan("0"));
        assertThat(as(rival, () -> list.entries(anna, PageRequest.first()).items()))
                .isEmpty();
    }

    private List<CreditEntry> entries(CustomerId customer) {
        return as(acme, () -> list.entries(customer, PageRequest.first()).items());
    }

    /** I5. */
    private void assertBalancesAreTheSumsOfTheEntries(CustomerId customer) {
        Money reserved = yuan("0");
        Money used = yuan("0");
        Money refundable = yuan("0");
        for (CreditEntry entry : entries(customer)) {
            reserved = reserved.plus(entry.movement().reserved());
            used = used.plus(entry.movement().used());
            refundable = refundable.plus(entry.movement().refundable());
        }
        CreditBalance balance = balance(customer);
        assertThat(balance).isEqualTo(new CreditBalance(balance.limit(), reserved, used, refundable));
    }

    private static boolean succeeded(Future<Boolean> order) {
        try {
            return order.get();
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(CreditExceeded.class);
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
