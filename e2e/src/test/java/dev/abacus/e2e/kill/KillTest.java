package dev.abacus.e2e.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.e2e.Orders;
import dev.abacus.e2e.Suite;
import dev.abacus.seed.company.Article;
import dev.abacus.seed.story.Crew;
import dev.abacus.trade.api.Reason;
import dev.abacus.trade.api.SalesOrdersApi;
import dev.abacus.trade.api.sales.NewDelivery;
import dev.abacus.trade.api.sales.SalesOrderStatus;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code kill -9} of inventory-service and of the transaction coordinator while orders are between Try and Confirm. Runs
 * when {@code -Dabacus.kill.rounds} says how many rounds; what happens in a round follows from its number.
 */
@EnabledIfSystemProperty(named = "abacus.kill.rounds", matches = "[1-9][0-9]*")
class KillTest {

    private static final int ROUNDS = Integer.getInteger("abacus.kill.rounds", 0);
    private static final List<String> VICTIMS = List.of("inventory-service", "seata");
    private static final long SEED = 20_260_101;
    private static final int PIECES_A_ROUND = 25;
    private static final int LONGEST_WAIT_MICROS = 60_000;
    private static final Duration BACK = Duration.ofSeconds(60);
    private static final Duration CONVERGED = Duration.ofSeconds(90);
    private static final String UNDECIDED =
            "SELECT id FROM inventory_reservation WHERE tenant_id = :tenant AND state = 'TRIED' LIMIT 1";

    private static final Suite SUITE = Suite.get();
    private static final Crew CREW = SUITE.company("kill");
    private static final List<Article> ARTICLES = CREW.company().articles().subList(0, 3);

    static Stream<Arguments> rounds() {
        return IntStream.range(0, ROUNDS).mapToObj(round -> Arguments.of(round, VICTIMS.get(round % VICTIMS.size())));
    }

    @ParameterizedTest(name = "round {0}: {1}")
    @MethodSource("rounds")
    void nothing_is_lost_and_nothing_is_stuck(int round, String victim) throws Exception {
        Random random = new Random(SEED + round);
        ARTICLES.forEach(article -> Orders.stock(CREW, article, PIECES_A_ROUND));
        Burst burst = new Burst(CREW, ARTICLES, "kill-" + CREW.tenant().id() + "-" + round, random);
        try (Shard shard = Shard.of(CREW, SUITE.stack());
                ExecutorService sellers = Burst.sellers()) {
            List<Future<?>> sent = burst.begin(sellers);
            boolean inBetween = killBetweenTryAndConfirm(victim, shard, random);
            for (Future<?> answer : sent) {
                answer.get();
            }
            assertThat(Rule.breachesAtAnyMoment(shard))
                    .as("with " + victim + " dead")
                    .isEmpty();
            SUITE.stack().up(victim);
            Awaitility.await("every order is answered").atMost(BACK).until(burst::settle);
            goOn(burst.placed(), random);
            Awaitility.await("the books are sound")
                    .atMost(CONVERGED)
                    .untilAsserted(() -> assertThat(Rule.breaches(shard)).isEmpty());
            System.out.printf(
                    "round %d: %s killed %s, %d orders placed, %d refused%n",
                    round,
                    victim,
                    inBetween ? "between Try and Confirm" : "at rest",
                    burst.placed().size(),
                    burst.refused());
        }
    }

    /** @return whether anything was undecided at that moment */
    private static boolean killBetweenTryAndConfirm(String victim, Shard shard, Random random)
            throws InterruptedException {
        Awaitility.await("an order is being placed")
                .atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> shard.any(UNDECIDED));
        TimeUnit.MICROSECONDS.sleep(random.nextInt(LONGEST_WAIT_MICROS));
        SUITE.stack().kill(victim);
        return shard.any(UNDECIDED);
    }

    /** Life goes on: what was acknowledged is there, some of it is delivered and some cancelled. */
    private static void goOn(List<String> orders, Random random) {
        SalesOrdersApi seller = CREW.seller().salesOrders();
        SalesOrdersApi keeper = CREW.keeper().salesOrders();
        for (String order : orders) {
            assertThat(seller.get(order).status()).isEqualTo(SalesOrderStatus.PLACED);
            switch (random.nextInt(4)) {
                case 0 -> keeper.deliver(order, "deliver-" + order, new NewDelivery(CREW.today(), null, null));
                case 1 -> seller.cancel(order, "cancel-" + order, new Reason("kill test"));
                default -> {
                    // it stays as it is
                }
            }
        }
    }
}
