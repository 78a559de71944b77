package dev.abacus.e2e;

import dev.abacus.seed.client.Bearer;
import dev.abacus.seed.client.Credentials;
import dev.abacus.seed.client.Gateway;
import dev.abacus.seed.client.Place;
import dev.abacus.seed.client.PlatformClient;
import dev.abacus.seed.client.SignIn;
import dev.abacus.seed.company.Companies;
import dev.abacus.seed.company.Company;
import dev.abacus.seed.company.Employee;
import dev.abacus.seed.story.Crew;
import dev.abacus.seed.story.Journal;
import dev.abacus.seed.story.MasterData;
import dev.abacus.seed.story.Onboarding;
import dev.abacus.seed.story.Passwords;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;

/** The suite under test, brought up once for all tests of this process, and companies of these tests' own. */
public final class Suite {

    /** So that a second run on the same data meets nobody of the first. */
    private static final String RUN = Long.toString(ThreadLocalRandom.current().nextLong(1L << 30), 36);

    static {
        // What takes a second may take a minute on a machine that does other things too: no test is to fail by that.
        Awaitility.setDefaultTimeout(Duration.ofMinutes(4));
    }

    private static final Suite INSTANCE = new Suite(Stack.current());

    private final Stack stack;
    private final Place place;
    private final Gateway gateway;
    private final Bearer operator;
    private final Map<String, Crew> crews = new ConcurrentHashMap<>();

    private Suite(Stack stack) {
        this.stack = stack;
        stack.up();
        this.place = Place.withPortsMovedBy(stack.portOffset());
        this.gateway = new Gateway(place.gateway());
        this.operator = PlatformClient.of(gateway, "platform-admin", "dev-platform-admin", "platform.admin");
    }

    public static Suite get() {
        return INSTANCE;
    }

    public Stack stack() {
        return stack;
    }

    public Place place() {
        return place;
    }

    public Gateway gateway() {
        return gateway;
    }

    /** The platform's operator. */
    public Bearer operator() {
        return operator;
    }

    public Raw raw() {
        return new Raw(place.gateway());
    }

    /** Straight at a process's port, by its standard number: past the gateway. */
    public Raw at(int standardPort) {
        return new Raw(URI.create("http://127.0.0.1:" + place.port(standardPort)));
    }

    /** A company of that name, with its people, products, partners and prices; the same one whenever it is asked for. */
    public Crew company(String name) {
        return crews.computeIfAbsent(name, this::found);
    }

    /** Signs one of a company's people in once more. */
    public Bearer signIn(Crew crew, Employee employee) {
        return SignIn.of(gateway, credentials(crew, employee));
    }

    public Credentials credentials(Crew crew, Employee employee) {
        return new Credentials(crew.company().code(), employee.username(), Passwords.OF_EVERYBODY);
    }

    private Crew found(String name) {
        Company company = Companies.pennineCycles().called("e2e-" + RUN + "-" + name);
        Journal nowhere = new Journal(new PrintStream(OutputStream.nullOutputStream()));
        Crew crew = new Onboarding(gateway, operator, nowhere).onboard(company);
        new MasterData(crew, nowhere).state();
        return crew;
    }
}
