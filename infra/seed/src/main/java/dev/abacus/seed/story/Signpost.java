package dev.abacus.seed.story;

import dev.abacus.seed.client.Place;
import dev.abacus.seed.company.Employee;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** Where to go on from here: pages, and who can sign in. */
public final class Signpost {

    private final Place place;
    private final PrintStream screen;

    public Signpost(Place place, PrintStream screen) {
        this.place = place;
        this.screen = screen;
    }

    /** @param trace the page of an order's trace */
    public void show(List<Crew> crews, URI trace) {
        screen.printf("%nSign in at %s/app/ with the password %s%n", place.gateway(), Passwords.OF_EVERYBODY);
        crews.forEach(this::logins);
        screen.printf("%nThe APIs               %s/docs/%n", place.gateway());
        screen.printf("An order, hop by hop   %s%n", trace);
    }

    private void logins(Crew crew) {
        screen.printf(
                "  company %-16s %s%n", crew.company().code(), crew.company().name());
        Stream.concat(Stream.of(crew.company().administrator()), crew.company().staff().stream())
                .forEach(this::login);
    }

    private void login(Employee employee) {
        screen.printf("    %-14s %-18s %s%n", employee.username(), employee.role(), employee.name());
    }
}
