package dev.abacus.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.inventory.testing.Branches;
import dev.abacus.inventory.testing.Floor;
import dev.abacus.inventory.testing.InventoryTest;
import dev.abacus.kernel.tenancy.TenantContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.PessimisticLockingFailureException;

class OversellTest extends InventoryTest {

    private static final int BUYERS = 16;

    @Autowired
    Branches branches;

    @Test
    void the_last_pieces_are_sold_once_however_many_want_them() throws Exception {
        inHere(() -> {
            floor.products("A");
            floor.move("A", 10);
        });

        List<Boolean> sold = all(BUYERS, buyer -> reserve("SO-" + buyer, Map.of("A", 3L)));

        assertThat(sold.stream().filter(success -> success)).hasSize(3);
        assertThat(inHere(() -> floor.level("A")).reserved()).isEqualTo(Floor.pcs(9));
        books().mustAgree();
    }

    @Test
    void orders_deliveries_and_receipts_at_the_same_time_leave_the_books_right() throws Exception {
        inHere(() -> {
            floor.products("A", "B", "C");
            List.of("A", "B", "C").forEach(sku -> floor.move(sku, 40));
        });

        all(BUYERS, buyer -> {
            Random random = new Random(buyer);
            for (int round = 0; round < 10; round++) {
                String order = "SO-" + buyer + "-" + round;
                String some = List.of("A", "B", "C").get(random.nextInt(3));
                if (reserve(order, Map.of("A", 1L, some.equals("A") ? "B" : some, 2L))) {
                    retrying(() -> floor.move("A", -1, order));
                    if (random.nextBoolean()) {
                        retrying(() -> floor.end(order));
                    }
                }
                retrying(() -> floor.move(some, 1));
            }
            return true;
        });

        books().mustAgree();
    }

    /** Placed and confirmed, or refused for want of stock. */
    private boolean reserve(String order, Map<String, Long> pieces) {
        Branches.Branch branch = branches.branch(order);
        try {
            retrying(() -> branches.attempt(branch, pieces, false));
        } catch (NotEnoughStock e) {
            assertThat(branches.cancel(branch, false)).isTrue();
            return false;
        }
        retrying(() -> assertThat(branches.confirm(branch, false)).isTrue());
        return true;
    }

    /** As the callers in the service do: a deadlock's victim begins again. */
    private static void retrying(Runnable work) {
        for (int attempt = 1; ; attempt++) {
            try {
                work.run();
                return;
            } catch (PessimisticLockingFailureException e) {
                if (attempt == 5) {
                    throw e;
                }
            }
        }
    }

    private interface Buyer {
        boolean buy(int number);
    }

    private List<Boolean> all(int count, Buyer buyer) throws Exception {
        CyclicBarrier start = new CyclicBarrier(count);
        try (var threads = Executors.newFixedThreadPool(count)) {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                Callable<Boolean> task = () -> {
                    start.await();
                    return TenantContext.call(here, () -> buyer.buy(number));
                };
                running.add(threads.submit(task));
            }
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> future : running) {
                results.add(future.get());
            }
            return results;
        }
    }
}
