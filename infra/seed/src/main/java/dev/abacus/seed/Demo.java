package dev.abacus.seed;

import dev.abacus.seed.client.Bearer;
import dev.abacus.seed.client.Gateway;
import dev.abacus.seed.client.Place;
import dev.abacus.seed.client.PlatformClient;
import dev.abacus.seed.company.Companies;
import dev.abacus.seed.company.Company;
import dev.abacus.seed.story.Browsing;
import dev.abacus.seed.story.Buying;
import dev.abacus.seed.story.Crew;
import dev.abacus.seed.story.HistoryLoad;
import dev.abacus.seed.story.Journal;
import dev.abacus.seed.story.MasterData;
import dev.abacus.seed.story.Memory;
import dev.abacus.seed.story.Onboarding;
import dev.abacus.seed.story.PastYear;
import dev.abacus.seed.story.Secrecy;
import dev.abacus.seed.story.Selling;
import dev.abacus.seed.story.Signpost;
import dev.abacus.seed.story.Surprise;
import dev.abacus.trade.api.sales.SalesOrderView;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Two companies begin to trade: {@code ./abacus demo} runs this against a suite that is up. Running it again finds what
 * is there and trades on.
 */
public final class Demo {

    private final Place place;
    private final Gateway gateway;
    private final Journal journal;
    private final String run = Instant.now().toString();
    private final List<URI> traces = new ArrayList<>();

    private Demo(Place place, Journal journal) {
        this.place = place;
        this.gateway = new Gateway(place.gateway());
        this.journal = journal;
    }

    public static void main(String[] arguments) {
        PrintStream screen = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            Options options = Options.of(arguments);
            new Demo(Place.withPortsMovedBy(options.portOffset()), new Journal(screen)).tell(options, screen);
        } catch (Options.Wrong wrong) {
            System.err.println("demo: " + wrong.getMessage());
            System.exit(2);
        } catch (Surprise surprise) {
            System.err.println();
            System.err.println("demo: stopped at the first surprise, the line with ✗ above");
            System.exit(1);
        }
    }

    private void tell(Options options, PrintStream screen) {
        Bearer operator = PlatformClient.of(gateway, "platform-admin", "dev-platform-admin", "platform.admin");
        List<Crew> crews = Companies.all().stream()
                .map(company -> settle(company, new Onboarding(gateway, operator, journal)))
                .toList();
        options.history().ifPresent(file -> load(crews.getFirst(), file, options.launcherHome()));
        crews.forEach(crew -> trade(crew, crews.get((crews.indexOf(crew) + 1) % crews.size())));
        new Signpost(place, screen).show(crews, traces.getFirst());
    }

    /** Brings a company and its past in. */
    private Crew settle(Company company, Onboarding onboarding) {
        journal.chapter(company.name() + " joins");
        Crew crew = onboarding.onboard(company);
        new MasterData(crew, journal).state();
        new PastYear(crew, journal).live();
        return crew;
    }

    private void trade(Crew crew, Crew other) {
        journal.chapter(crew.company().name() + " buys");
        new Buying(crew, journal, run).buy();
        journal.chapter(crew.company().name() + " sells");
        Selling selling = new Selling(crew, journal, run);
        SalesOrderView order = selling.sell();
        traces.add(new Browsing(crew, place, journal, run).browse());
        selling.oversell();
        new Secrecy(crew, other, journal).hold(order);
    }

    private void load(Crew crew, Path file, Path launcherHome) {
        journal.chapter(crew.company().name() + " brings its history along");
        new HistoryLoad(crew, journal, new Memory(launcherHome)).load(file);
    }
}
