package dev.abacus.inventory.warehousing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.stock.OrderAlreadyReserved;
import dev.abacus.inventory.testing.Floor;
import dev.abacus.inventory.testing.InventoryTest;
import dev.abacus.inventory.warehousing.application.Paper;
import dev.abacus.inventory.warehousing.application.ReservingForOrders;
import dev.abacus.inventory.warehousing.domain.InactiveProduct;
import dev.abacus.inventory.warehousing.domain.InsufficientStock;
import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Quantity;
import java.util.List;
import org.apache.seata.core.exception.TransactionException;
import org.apache.seata.tm.api.GlobalTransaction;
import org.apache.seata.tm.api.GlobalTransactionContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reserving as a branch of a real coordinator's transactions. */
class GlobalTransactionTest extends InventoryTest {

    @Autowired
    ReservingForOrders reserving;

    @BeforeEach
    void stock() {
        inHere(() -> {
            floor.packed("A", "1 box = 2 pcs");
            floor.move("A", 10);
        });
    }

    @Test
    void a_commit_keeps_what_was_held() throws Exception {
        inGlobalTransaction(true, () -> reserve("SO-1", "3", "box"));

        stateBecomes("ACTIVE");
        assertThat(inHere(() -> floor.level("A")).reserved()).isEqualTo(Floor.pcs(6));
        books().mustAgree();
    }

    @Test
    void a_rollback_gives_it_back_and_the_order_may_try_again() throws Exception {
        inGlobalTransaction(false, () -> reserve("SO-1", "3", "box"));
        stateBecomes("RELEASED");
        assertThat(inHere(() -> floor.level("A")).reserved()).isEqualTo(Floor.pcs(0));

        inGlobalTransaction(true, () -> reserve("SO-1", "4", "pcs"));

        await().until(() -> inHere(() -> floor.level("A")).reserved().equals(Floor.pcs(4)));
        books().mustAgree();
    }

    @Test
    void a_second_try_of_the_same_order_does_not_count_twice() throws Exception {
        inGlobalTransaction(true, () -> reserve("SO-1", "3", "pcs"));
        stateBecomes("ACTIVE");

        inGlobalTransaction(false, () -> assertThatThrownBy(() -> reserve("SO-1", "3", "pcs"))
                .isInstanceOf(OrderAlreadyReserved.class));

        assertThat(inHere(() -> floor.level("A")).reserved()).isEqualTo(Floor.pcs(3));
    }

    @Test
    void what_is_not_there_or_not_sold_is_refused_in_the_orders_words() throws Exception {
        inHere(() -> floor.inactive("OLD"));
        inGlobalTransaction(false, () -> {
            assertThatThrownBy(() -> reserve("SO-1", "6", "box"))
                    .isInstanceOfSatisfying(InsufficientStock.class, e -> assertThat(e.properties())
                            .containsEntry(
                                    "lines",
                                    List.of(new InsufficientStock.Line("A", "MAIN", Floor.pcs(12), Floor.pcs(10)))));
            assertThatThrownBy(() -> inHere(() ->
                            reserving.reserve("SO-2", null, List.of(new Paper.Line(Sku.of("OLD"), Floor.pcs(1))))))
                    .isInstanceOf(InactiveProduct.class);
        });
        assertThat(inHere(() -> floor.level("A")).reserved()).isEqualTo(Floor.pcs(0));
    }

    @Test
    void without_a_global_transaction_nobody_would_ever_give_it_back() {
        assertThatThrownBy(() -> reserve("SO-1", "1", "pcs"))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo("global-transaction-required"));
    }

    private void reserve(String order, String quantity, String unit) {
        inHere(() -> reserving.reserve(order, null, List.of(new Paper.Line(Sku.of("A"), Quantity.of(quantity, unit)))));
    }

    private static void inGlobalTransaction(boolean commit, Runnable work) throws TransactionException {
        GlobalTransaction transaction = GlobalTransactionContext.getCurrentOrCreate();
        transaction.begin(30_000, "test");
        try {
            work.run();
        } catch (RuntimeException | AssertionError e) {
            transaction.rollback();
            throw e;
        }
        if (commit) {
            transaction.commit();
        } else {
            transaction.rollback();
        }
    }

    private void stateBecomes(String state) {
        await().until(
                        () -> inHere(() -> jdbc.sql("SELECT state FROM inventory_reservation WHERE tenant_id = ?")
                                .param(here.value())
                                .query(String.class)
                                .list()),
                        states -> states.equals(List.of(state)));
    }
}
