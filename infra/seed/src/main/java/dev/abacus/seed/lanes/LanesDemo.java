package dev.abacus.seed.lanes;

import dev.abacus.inventory.api.StockDocumentDraft;
import dev.abacus.inventory.api.StockDocumentView;
import dev.abacus.lane.control.api.LaneView;
import dev.abacus.lane.rules.LaneKind;
import dev.abacus.lane.rules.LaneState;
import dev.abacus.seed.client.Bearer;
import dev.abacus.seed.client.Gateway;
import dev.abacus.seed.client.Place;
import dev.abacus.seed.client.PlatformClient;
import dev.abacus.seed.client.RequestName;
import dev.abacus.seed.client.Traces;
import dev.abacus.seed.client.Traces.Trace;
import dev.abacus.seed.company.Article;
import dev.abacus.seed.company.Companies;
import dev.abacus.seed.story.Crew;
import dev.abacus.seed.story.Expect;
import dev.abacus.seed.story.Journal;
import dev.abacus.seed.story.MasterData;
import dev.abacus.seed.story.Onboarding;
import dev.abacus.seed.story.Surprise;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * {@code ./abacus demo lanes}: two companies, one of them on a gray release of trade-service and inventory-service. Shows
 * hop by hop who serves whom, by request, by message and by job; kills the lane's instance under load; retires the lane
 * under load; and counts that nothing was lost and nothing was done twice.
 */
public final class LanesDemo {

    private static final String LANE = "demo";
    private static final Set<String> CHANGED = Set.of("trade-service", "inventory-service");
    private static final Duration PREPARED = Duration.ofMinutes(3);
    private static final Duration RETIRED = Duration.ofMinutes(6);
    private static final int PIECES = 5_000;

    private final Journal journal;
    private final Gateway gateway;
    private final Traces traces;
    private final Place place;
    private final Launcher launcher;
    private final Bearer platform;
    private final Operator operator;

    public LanesDemo(Place place, Launcher launcher, Journal journal) {
        this.place = place;
        this.launcher = launcher;
        this.journal = journal;
        this.gateway = new Gateway(place.gateway());
        this.traces = new Traces(place.traces());
        this.platform = PlatformClient.of(gateway, "platform-admin", "dev-platform-admin", "platform.admin");
        this.operator = new Operator(gateway, platform);
    }

    public static void main(String[] arguments) {
        PrintStream screen = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Place place = Place.withPortsMovedBy(Integer.getInteger("abacus.port-offset", 0));
        try {
            new LanesDemo(place, Launcher.ofThisStack(), new Journal(screen)).tell();
            System.exit(0);
        } catch (Surprise surprise) {
            System.err.println();
            System.err.println("demo lanes: stopped at the first surprise, the line with ✗ above");
            System.exit(1);
        }
    }

    /** @throws Surprise at the first thing that is not as it should be */
    public void tell() {
        journal.chapter("Two companies");
        Crew onLane = settle("lane");
        Crew onBaseline = settle("base");
        journal.chapter("A gray release of trade-service and inventory-service for one of them");
        String tag = release(onLane);
        List<String> instances =
                CHANGED.stream().map(service -> service + "@" + tag).sorted().toList();
        journal.step("start " + String.join(" and ", instances), () -> {
            launcher.up(instances.toArray(String[]::new));
            LaneView lane = awaitOwners("OWNED");
            return lane.owners().stream()
                    .filter(owner -> CHANGED.contains(owner.service()))
                    .map(owner -> owner.group() + " " + owner.state())
                    .collect(Collectors.joining(", "));
        });
        journal.chapter("Who serves whom");
        whoServes(onLane, "@" + tag);
        whoServes(onBaseline, "");
        jobs(onLane, onBaseline, tag);
        journal.chapter("kill -9 of the lane's inventory-service, with both companies selling");
        killUnderLoad(onLane, onBaseline, "inventory-service@" + tag);
        journal.chapter("The release ends, with both companies selling");
        retireUnderLoad(onLane, onBaseline, instances);
        whoServes(onLane, "");
    }

    private Crew settle(String name) {
        String code = "lanes-" + name + "-" + Long.toString(System.currentTimeMillis(), 36);
        Journal quietly = new Journal(new PrintStream(OutputStream.nullOutputStream()));
        return journal.step(
                "company " + code + " joins",
                () -> {
                    Crew crew = new Onboarding(gateway, platform, quietly)
                            .onboard(Companies.pennineCycles().called(code));
                    new MasterData(crew, quietly).state();
                    stock(crew, article(crew));
                    return crew;
                },
                crew -> "tenant " + crew.tenant().id() + ", " + PIECES + " × "
                        + article(crew).sku());
    }

    private static Article article(Crew crew) {
        return crew.company().articles().getFirst();
    }

    private static void stock(Crew crew, Article article) {
        StockDocumentView draft = crew.administrator()
                .documents()
                .draft(
                        new StockDocumentDraft(
                                StockDocumentView.Kind.RECEIPT,
                                null,
                                null,
                                crew.today(),
                                null,
                                null,
                                List.of(new StockDocumentDraft.Line(
                                        article.sku(), BigDecimal.valueOf(PIECES), article.piece()))),
                        null);
        crew.administrator().documents().post(draft.id(), "\"" + draft.version() + "\"");
    }

    private String release(Crew crew) {
        operator.living(LANE)
                .ifPresent(old -> journal.step("end what an earlier demo left", () -> {
                    operator.retire(LANE, "left by an earlier demo");
                    CHANGED.forEach(service -> launcher.down(service + "@" + old.tag()));
                    awaitState(LaneState.RETIRED, RETIRED);
                    return old.tag() + " is retired";
                }));
        LaneView lane = journal.step(
                "create lane " + LANE,
                () -> {
                    operator.create(
                            LANE, LaneKind.GRAY, CHANGED, Set.of(crew.tenant().id()), "./abacus demo lanes");
                    return awaitState(LaneState.ROUTABLE, PREPARED);
                },
                made -> made.tag() + " is routable, for " + crew.company().code() + "; "
                        + made.owners().size() + " consumer groups adopted by the baseline");
        return lane.tag().toString();
    }

    private LaneView awaitState(LaneState state, Duration patience) {
        return Expect.within(
                patience,
                "lane " + LANE + " is " + state,
                () -> operator.api().get(LANE, null),
                lane -> lane.state() == state);
    }

    /** Until the lane's own instances, or adopters, have the groups of the services that it changes. */
    private LaneView awaitOwners(String state) {
        return Expect.within(
                PREPARED,
                "the groups of " + CHANGED + " are " + state,
                () -> operator.api().get(LANE, null),
                lane -> lane.owners().stream()
                        .filter(owner -> CHANGED.contains(owner.service()))
                        .allMatch(owner -> owner.state().equals(state)));
    }

    /** @param suffix of the instances that shall serve; empty for the baseline's */
    private void whoServes(Crew crew, String suffix) {
        String selling = RequestName.fresh();
        String delivering = RequestName.fresh();
        Traffic traffic = new Traffic(crew, article(crew));
        journal.step(crew.company().code() + " sells and delivers", () -> {
            traffic.sellAndDeliver(selling, delivering, UUID.randomUUID().toString());
            return "done";
        });
        journal.step("  its order", () -> {
            Hops hops = hops(selling, Set.of("gateway", "trade-service", "inventory-service"), Set.of());
            expect(hops, suffix);
            return hops.toString();
        });
        journal.step("  its delivery, by message", () -> {
            Hops hops = hops(delivering, Set.of("gateway", "trade-service"), Set.of("inventory-service"));
            expect(hops, suffix);
            return hops.toString();
        });
    }

    private static void expect(Hops hops, String suffix) {
        Expect.that("trade-service", hops.at("trade-service"), Set.of("trade-service" + suffix));
        Expect.that("inventory-service", hops.at("inventory-service"), Set.of("inventory-service" + suffix));
        Expect.that("the gateway", hops.at("gateway"), Set.of("gateway"));
    }

    private Hops hops(String request, Set<String> services, Set<String> consumers) {
        Trace trace = Expect.soon(
                        "its trace is in the store",
                        () -> traces.ofRequest(request),
                        found -> found.isPresent()
                                && services.stream()
                                        .noneMatch(service ->
                                                Hops.of(found.get()).at(service).isEmpty())
                                && found.get().consumers().containsAll(consumers))
                .orElseThrow();
        return Hops.of(trace);
    }

    /** Each tenant's run of the stock audit, by the instance whose turn it is. */
    private void jobs(Crew onLane, Crew onBaseline, String tag) {
        journal.step("run the stock audit now, for every tenant", () -> {
            Instant begun = Instant.now();
            gateway.bare()
                    .post()
                    .uri(URI.create(
                            "http://127.0.0.1:" + place.port(8102) + "/internal/jobs/inventory.stock-audit/firings"))
                    .headers(headers -> headers.setBearerAuth(platform.token()))
                    .retrieve()
                    .toBodilessEntity();
            Map<String, String> ran = Expect.soon(
                    "both companies' runs are in the trace store",
                    () -> traces.jobs("job inventory.stock-audit", begun),
                    runs -> runs.containsKey(onLane.tenant().id().toString())
                            && runs.containsKey(onBaseline.tenant().id().toString()));
            String lane = ran.get(onLane.tenant().id().toString());
            String base = ran.get(onBaseline.tenant().id().toString());
            Expect.that("the run of " + onLane.company().code(), lane, "inventory-service@" + tag);
            Expect.that("the run of " + onBaseline.company().code(), base, "inventory-service");
            return onLane.company().code() + " by " + lane + ", "
                    + onBaseline.company().code() + " by " + base;
        });
    }

    private void killUnderLoad(Crew onLane, Crew onBaseline, String victim) {
        underLoad(onLane, onBaseline, () -> {
            journal.step("kill " + victim, () -> {
                long killed = System.nanoTime();
                launcher.kill(victim);
                awaitAdopted();
                return "its groups are adopted by the baseline after %.1f s"
                        .formatted((System.nanoTime() - killed) / 1e9);
            });
            pause(Duration.ofSeconds(5));
            journal.step("start it again", () -> {
                launcher.up(victim);
                awaitOwners("OWNED");
                return "its groups are its own again";
            });
            pause(Duration.ofSeconds(3));
        });
    }

    private void awaitAdopted() {
        Expect.within(
                PREPARED,
                "the groups of inventory-service are ADOPTED",
                () -> operator.api().get(LANE, null),
                lane -> lane.owners().stream()
                        .filter(owner -> owner.service().equals("inventory-service"))
                        .allMatch(owner -> owner.state().equals("ADOPTED")));
    }

    private void retireUnderLoad(Crew onLane, Crew onBaseline, List<String> instances) {
        underLoad(onLane, onBaseline, () -> {
            journal.step("retire lane " + LANE, () -> {
                operator.retire(LANE, "the release is for everybody now");
                LaneView lane = awaitState(LaneState.RETIRED, RETIRED);
                return lane.tag() + " is retired: " + lane.reason();
            });
            journal.step("stop its instances", () -> {
                launcher.down(instances.toArray(String[]::new));
                return String.join(", ", instances);
            });
        });
    }

    /** Both sell while it happens; afterwards each has on the shelf what it must have. */
    private void underLoad(Crew onLane, Crew onBaseline, Runnable happening) {
        Traffic lane = new Traffic(onLane, article(onLane));
        Traffic base = new Traffic(onBaseline, article(onBaseline));
        BigDecimal laneBefore = lane.onHand();
        BigDecimal baseBefore = base.onHand();
        try (lane;
                base) {
            lane.begin();
            base.begin();
            pause(Duration.ofSeconds(3));
            happening.run();
        }
        journal.step("count", () -> {
            settled(lane, laneBefore);
            settled(base, baseBefore);
            return told(onLane, lane) + "; " + told(onBaseline, base) + ": none lost, none twice";
        });
    }

    private static String told(Crew crew, Traffic traffic) {
        return crew.company().code() + " delivered " + traffic.delivered() + " (asked again " + traffic.repeats()
                + " times)";
    }

    private static void settled(Traffic traffic, BigDecimal before) {
        BigDecimal after = before.subtract(BigDecimal.valueOf(traffic.delivered()));
        Expect.within(PREPARED, "what is on hand is " + after, traffic::onHand, onHand -> onHand.compareTo(after) == 0);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
