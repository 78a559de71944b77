package dev.abacus.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.inventory.stock.StockModel.Step;
import dev.abacus.inventory.testing.Branches;
import dev.abacus.inventory.testing.InventoryTest;
import dev.abacus.kernel.tenancy.TenantContext;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeTry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;

/**
 * Any order of what a coordinator, a warehouse and trade may do, with repeats, late Trys, empty Cancels and crashes in
 * the middle of a phase, against a model of a few lines; after every step the database must say what the model says, and
 * its books must agree (I4).
 */
class StockModelTest extends InventoryTest {

    private static final int BRANCHES = 3;

    @Autowired
    Branches branches;

    /** jqwik is an engine of its own; the context is the one that the other tests use. */
    @BeforeTry
    void freshTenant() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
        twoTenants();
    }

    @Property(tries = 40)
    void the_database_does_what_the_model_says(@ForAll("steps") List<Step> steps) {
        TenantContext.run(here, () -> {
            floor.products("A", "B");
            StockModel model = new StockModel();
            RealStock real = new RealStock(floor, branches, BRANCHES);
            for (Step step : steps) {
                assertThat(real.take(step)).as("after %s", step).isEqualTo(model.take(step));
                for (String sku : List.of("A", "B")) {
                    assertThat(real.level(sku)).as("%s after %s", sku, step).isEqualTo(model.level(sku));
                }
                books().mustAgree();
            }
        });
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<String> sku = Arbitraries.of("A", "B");
        Arbitrary<Long> some = Arbitraries.longs().between(1, 6);
        Arbitrary<Integer> branch = Arbitraries.integers().between(0, BRANCHES - 1);
        Arbitrary<Boolean> crash = Arbitraries.of(false, false, false, true);
        return Arbitraries.<Step>frequencyOf(
                        Tuple.of(3, Combinators.combine(sku, some).as(Step.Receive::new)),
                        Tuple.of(1, Combinators.combine(sku, some).as(Step.Issue::new)),
                        Tuple.of(
                                4,
                                Combinators.combine(
                                                branch,
                                                some,
                                                Arbitraries.longs().between(0, 6),
                                                crash)
                                        .as(Step.Try::new)),
                        Tuple.of(3, Combinators.combine(branch, crash).as(Step.Confirm::new)),
                        Tuple.of(2, Combinators.combine(branch, crash).as(Step.Cancel::new)),
                        Tuple.of(3, Combinators.combine(branch, sku, some).as(Step.Deliver::new)),
                        Tuple.of(1, branch.map(Step.End::new)))
                .list()
                .ofMinSize(5)
                .ofMaxSize(20);
    }
}
