package dev.abacus.e2e.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.e2e.Orders;
import dev.abacus.e2e.Suite;
import dev.abacus.seed.client.Refused;
import dev.abacus.seed.company.Article;
import dev.abacus.seed.story.Crew;
import dev.abacus.trade.api.Reason;
import dev.abacus.trade.api.SalesOrdersApi;
import dev.abacus.trade.api.sales.NewDelivery;
import dev.abacus.trade.api.sales.SalesOrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code kill -9} of the transaction coordinator and of inventory-service, in turns, while orders are between Try and
 * Confirm. Trade goes on through a batch of rounds: orders that one kill has left in the air are still there at the
 * next. What holds at every moment is looked at in every round, with the victim dead; the whole books when a batch is
 * over and the dust has settled, which takes as long as a placement's timeout.
 *
 * <p>What happens in a round follows from the seed and its number: {@code -Dabacus.kill.seed}, {@code
 * -Dabacus.kill.rounds}.
 */
class KillTest {

    private static final int ROUNDS = Integer.getInteger("abacus.kill.rounds", 20);
    private static final long SEED = Long.getLong("abacus.kill.seed", 20_260_101);
    private static final int ROUNDS_A_BATCH = 10;

    /** The coordinator first: a batch then ends with a kill after which nobody waits for a timeout. */
    private static final List<String> VICTIMS = List.of("seata", "inventory-service");

    private static final int ORDERS_A_ROUND = 18;
    private static final int PIECES_A_ROUND = 15;
    private static final int LATEST_MOMENT_MILLIS = 500;
    private static final Duration TRADING_AGAIN = Duration.ofMinutes(4);
    /** Within this a round's orders are all answered; there may be none left to interrupt. */
    private static final Duration STILL_SELLING = Duration.ofSeconds(2);

    private static final Duration LOOK_EVERY = Duration.ofMillis(2);
    private static final String HELD_HERE =
            "SELECT xid FROM inventory_tcc_fence WHERE tenant_id = :tenant AND state = 'TRIED'";

    /** By victim: the transactions of which a branch is tried and neither confirmed nor cancelled. */
    private static final Map<String, String> UNDECIDED = Map.of(
            "inventory-service",
            HELD_HERE,
            "seata",
            HELD_HERE + " UNION SELECT xid FROM trade_tcc_fence WHERE tenant_id = :tenant AND state = 'TRIED'");

    /** One alone may be decided while the signal is on its way. */
    private static final int UNDECIDED_AT_A_KILL = 2;

    private static final Suite SUITE = Suite.get();
    private static final Crew CREW = SUITE.company("kill");

    /** The cheapest ones, so that the stock ends before the customer's credit does. */
    private static final List<Article> ARTICLES = CREW.company().articles().stream()
            .sorted(Comparator.comparing(Article::price))
            .limit(3)
            .toList();

    static IntStream batches() {
        return IntStream.iterate(0, first -> first < ROUNDS, first -> first + ROUNDS_A_BATCH);
    }

    @ParameterizedTest(name = "rounds from {0}")
    @MethodSource("batches")
    void nothing_is_lost_and_nothing_is_stuck(int first) throws Exception {
        int rounds = Math.min(ROUNDS_A_BATCH, ROUNDS - first);
        int between = 0;
        try (Shard shard = Shard.of(CREW, SUITE.stack());
                Demand demand = new Demand(CREW)) {
            for (int round = first; round < first + rounds; round++) {
                between += round(round, shard, demand) > 0 ? 1 : 0;
            }
            Instant begin = Instant.now();
            Awaitility.await("every order is answered, " + told(first)).until(demand::settle);
            goOn(demand.placed(), new Random(SEED + first));
            Awaitility.await("the books are sound, " + told(first))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(Rule.breaches(shard)).isEmpty());
            System.out.printf(
                    "%d kills, %d between Try and Confirm: %d orders placed, %d refused; settled in %d s; unanswered %s%n",
                    rounds,
                    between,
                    demand.placed().size(),
                    demand.refused(),
                    Duration.between(begin, Instant.now()).toSeconds(),
                    demand.unanswered());
        }
        assertThat(between)
                .as("kills that met an order between Try and Confirm, " + told(first))
                .isGreaterThanOrEqualTo(Math.ceilDiv(rounds * 3, 4));
    }

    /** @return how many reservations were undecided when the victim was dead */
    private static int round(int round, Shard shard, Demand demand) throws InterruptedException {
        Instant begin = Instant.now();
        String victim = VICTIMS.get(round % VICTIMS.size());
        Random random = new Random(SEED + round);
        // Who has just come back may be known to the gateway a little later.
        Awaitility.await("goods are received, " + told(round))
                .ignoreException(Refused.class)
                .until(() -> {
                    ARTICLES.forEach(article -> Orders.stock(CREW, article, PIECES_A_ROUND));
                    return true;
                });
        demand.add("kill-" + CREW.tenant().id() + "-" + round, ORDERS_A_ROUND, ARTICLES, random);
        Set<String> before = undecided(shard, victim);
        demand.begin();
        assertThat(becomesUndecided(shard, victim, before, 1, TRADING_AGAIN))
                .as("an order is being placed, " + told(round) + "; " + demand.unanswered())
                .isTrue();
        Thread.sleep(random.nextInt(LATEST_MOMENT_MILLIS));
        becomesUndecided(shard, victim, before, UNDECIDED_AT_A_KILL, STILL_SELLING);
        SUITE.stack().kill(victim);
        demand.rest();
        Set<String> undecided = undecided(shard, victim);
        undecided.removeAll(before);
        Instant killed = Instant.now();
        assertThat(Rule.breachesAtAnyMoment(shard))
                .as("with " + victim + " dead, " + told(round))
                .isEmpty();
        SUITE.stack().up(victim);
        System.out.printf(
                "round %d: %s killed after %d ms with %d undecided, back after %d ms; %d orders open%n",
                round,
                victim,
                Duration.between(begin, killed).toMillis(),
                undecided.size(),
                Duration.between(killed, Instant.now()).toMillis(),
                demand.open());
        return undecided.size();
    }

    private static Set<String> undecided(Shard shard, String victim) {
        return new HashSet<>(shard.rows(UNDECIDED.get(victim)));
    }

    /** Waits until so many orders are between Try and Confirm that were not before. @return whether there were */
    private static boolean becomesUndecided(
            Shard shard, String victim, Set<String> before, int orders, Duration atMost) {
        Instant deadline = Instant.now().plus(atMost);
        while (undecided(shard, victim).stream()
                        .filter(order -> !before.contains(order))
                        .count()
                < orders) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return true;
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

    private static String told(int round) {
        return "round " + round + ", -Dabacus.kill.seed=" + SEED;
    }
}
