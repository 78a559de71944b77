package dev.abacus.seed.lanes;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.lane.control.api.Because;
import dev.abacus.lane.control.api.IssueSessionKey;
import dev.abacus.lane.control.api.KillSwitch;
import dev.abacus.lane.control.api.LaneView;
import dev.abacus.lane.rules.LaneKind;
import dev.abacus.lane.rules.LaneState;
import dev.abacus.seed.client.Gateway;
import dev.abacus.seed.client.Place;
import dev.abacus.seed.client.Refused;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.web.client.RestClientException;

/** {@code ./abacus lane …}. */
public final class LaneCommand {

    private static final String HELP =
            """
            ./abacus lane create NAME SERVICE…         a gray release that changes these services
            ./abacus lane create NAME --project        a project's environment; services join it by ./abacus dev
            ./abacus lane list                         all lanes that are not retired, and what they wait for
            ./abacus lane show NAME                    one lane: tenants, owners of its messages, its instances
            ./abacus lane add-tenant NAME TENANT-ID    puts a tenant on it
            ./abacus lane remove-tenant NAME TENANT-ID
            ./abacus lane percent NAME PERCENT         puts that share of all tenants on it: 0 to 100
            ./abacus lane page NAME DIR [LEVEL OLDEST] its tenants get the page in DIR, which speaks that level of the API
                                                       beside services that speak down to OLDEST; 1 1 when not said
            ./abacus lane page NAME --baseline         its tenants get everybody's page again
            ./abacus lane why TENANT-ID                which lane a tenant is on, and by which rule
            ./abacus lane key NAME DEVELOPER           a session key: its bearer's own requests are on the project's lane
            ./abacus lane retire NAME                  takes nobody new, finishes what is under way, and ends
            ./abacus lane kill NAME                    the same, as an emergency
            ./abacus lane kill --all on|off            everybody on the baseline, whatever the lanes say
            ./abacus lane check SERVICE [--against COMMIT]   whether its migrations only add to those of main
            An instance for a lane is started by ./abacus up SERVICE@TAG; list shows the tags.""";

    private static final Duration PREPARED_WITHIN = Duration.ofSeconds(60);
    private static final String REASON = "by ./abacus lane";

    private final Operator operator;
    private final PrintStream out;

    private LaneCommand(Operator operator, PrintStream out) {
        this.operator = operator;
        this.out = out;
    }

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Place place = Place.withPortsMovedBy(Integer.getInteger("abacus.port-offset", 0));
        try {
            new LaneCommand(new Operator(new Gateway(place.gateway())), out).run(List.of(arguments));
        } catch (Refused refused) {
            System.err.println("lane: " + refused.problem().path("detail").asString(refused.getMessage()));
            System.exit(1);
        } catch (RestClientException unreachable) {
            System.err.println("lane: the suite does not answer at " + place.gateway() + ". Is it up? ./abacus status");
            System.exit(1);
        } catch (Wrong wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
    }

    private void run(List<String> arguments) {
        String command = arguments.isEmpty() ? "help" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        switch (command) {
            case "create" -> create(rest);
            case "list" ->
                operator.all().stream()
                        .filter(lane -> lane.state() != LaneState.RETIRED)
                        .forEach(this::line);
            case "show" -> show(operator.api().get(one(rest), null));
            case "add-tenant" -> line(operator.add(first(rest, 2), tenant(rest.get(1)), REASON));
            case "remove-tenant" -> line(operator.remove(first(rest, 2), tenant(rest.get(1)), REASON));
            case "percent" -> line(operator.percentage(first(rest, 2), percent(rest.get(1)), REASON));
            case "page" -> page(rest);
            case "why" -> why(tenant(one(rest)));
            case "key" ->
                out.println(operator.api()
                        .issueSessionKey(first(rest, 2), new IssueSessionKey(rest.get(1), null))
                        .key());
            case "retire" -> line(operator.retire(one(rest), REASON));
            case "kill" -> kill(rest);
            case "ensure" -> ensure(first(rest, 4), rest.get(1), rest.get(3));
            default -> throw new Wrong(HELP);
        }
    }

    private void create(List<String> rest) {
        String id = rest.isEmpty() ? one(rest) : rest.getFirst();
        Set<String> services = new HashSet<>(rest.subList(1, rest.size()));
        boolean project = services.remove("--project");
        line(prepared(operator.create(id, project ? LaneKind.PROJECT : LaneKind.GRAY, services, Set.of(), REASON)));
    }

    /** For {@code ./abacus dev}: the project's lane of that name, made when there is none; its tag is the last line. */
    private void ensure(String id, String service, String developer) {
        LaneView lane = operator.living(id)
                .orElseGet(() -> operator.create(
                        id, LaneKind.PROJECT, Set.of(service), Set.of(), developer + " develops " + service));
        LaneView ready = prepared(lane);
        if (ready.kind() != LaneKind.PROJECT) {
            throw new Wrong("lane: " + id + " is a gray release; only a project's lane takes a laptop.");
        }
        String key = operator.api()
                .issueSessionKey(id, new IssueSessionKey(developer, null))
                .key();
        out.println("Your own requests are on the lane with this header: X-Abacus-Lane-Key: " + key);
        out.println("A whole tenant's with: ./abacus lane add-tenant " + id + " TENANT-ID");
        out.println(ready.tag());
    }

    private LaneView prepared(LaneView lane) {
        Instant end = Instant.now().plus(PREPARED_WITHIN);
        LaneView now = lane;
        while (now.state() == LaneState.PREPARING && Instant.now().isBefore(end)) {
            pause();
            now = operator.api().get(lane.id(), lane.generation());
        }
        return now;
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(300));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void page(List<String> rest) {
        String id = first(rest, 2);
        if (rest.get(1).equals("--baseline")) {
            line(operator.page(id, "", REASON));
            return;
        }
        if (rest.size() != 2 && rest.size() != 4) {
            throw new Wrong(HELP);
        }
        try {
            PageBuild build = PageBuild.of(
                    Path.of(rest.get(1)).toAbsolutePath().normalize(),
                    rest.size() == 4 ? level(rest.get(2)) : 1,
                    rest.size() == 4 ? level(rest.get(3)) : 1);
            build.into(Path.of(System.getProperty("abacus.home"), "front-end"));
            line(operator.page(id, build.id(), REASON));
            out.println("Its tenants get the build " + build.id() + ".");
        } catch (IllegalArgumentException e) {
            throw new Wrong("lane: " + e.getMessage());
        } catch (IOException e) {
            throw new Wrong("lane: the page cannot be put where gateways look: " + e);
        }
    }

    private static int level(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Wrong("lane: " + text + " is no level of the API; levels are numbers.");
        }
    }

    private void kill(List<String> rest) {
        if (first(rest, 1).equals("--all")) {
            boolean on = rest.size() > 1 && rest.get(1).equals("on");
            KillSwitch now = operator.api().switchAll(new KillSwitch(on, REASON));
            out.println(now.on() ? "Everybody is on the baseline." : "Lanes take their tenants.");
        } else {
            line(operator.api().kill(rest.getFirst(), new Because(REASON)));
        }
    }

    private void why(TenantId tenant) {
        var decision = operator.api().decide(tenant);
        out.printf(
                "%s is on %s: %s (rules %d)%n",
                tenant,
                decision.lane() == null ? "the baseline" : decision.lane(),
                decision.reason(),
                decision.ruleVersion());
    }

    private void line(LaneView lane) {
        out.printf(
                "%-20s %-8s %-10s %s  tenants %d, %s %%%s%n",
                lane.tag(),
                lane.kind(),
                lane.state(),
                lane.services(),
                lane.tenants(),
                lane.percentage(),
                lane.waitingFor().isEmpty() ? "" : "  waits for: " + String.join("; ", lane.waitingFor()));
    }

    private void show(LaneView lane) {
        line(lane);
        out.println("  " + lane.state() + " since " + lane.since() + ": " + lane.reason());
        if (lane.frontEnd() != null) {
            out.println("  page: " + lane.frontEnd());
        }
        lane.owners()
                .forEach(owner -> out.printf(
                        "  %-40s %-8s epoch %d, %d of %d queues%n",
                        owner.group(), owner.state(), owner.epoch(), owner.queuesHeld(), owner.queues()));
        lane.members()
                .forEach(member -> out.printf(
                        "  %s at %s%s%s%n",
                        member.service(),
                        member.instance(),
                        member.owner() == null ? "" : " of " + member.owner(),
                        member.alive() ? "" : ", gone"));
    }

    private static String one(List<String> rest) {
        if (rest.size() != 1) {
            throw new Wrong(HELP);
        }
        return rest.getFirst();
    }

    private static String first(List<String> rest, int atLeast) {
        if (rest.size() < atLeast) {
            throw new Wrong(HELP);
        }
        return rest.getFirst();
    }

    private static TenantId tenant(String text) {
        try {
            return TenantId.valueOf(text);
        } catch (RuntimeException e) {
            throw new Wrong("lane: " + text + " is no tenant's id; ids are numbers.");
        }
    }

    private static BigDecimal percent(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new Wrong("lane: " + text + " is no percentage.");
        }
    }

    /** The command line cannot be understood. */
    private static final class Wrong extends RuntimeException {
        Wrong(String message) {
            super(message);
        }
    }
}
