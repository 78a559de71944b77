package dev.abacus.seed.story;

import dev.abacus.seed.client.Place;
import dev.abacus.seed.company.Employee;
import java.io.PrintStream;
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

    public void show(List<Crew> crews) {
        screen.printf("%nSign in at %s/ with the password %s%n", place.gateway(), Passwords.OF_EVERYBODY);
        crews.forEach(this::logins);
        screen.printf("%nOpenAPI  %s/swagger-ui.html%n", place.gateway());
        screen.printf("Traces   %s/zipkin/%n", place.traces());
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
