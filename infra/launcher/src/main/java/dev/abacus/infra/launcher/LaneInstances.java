package dev.abacus.infra.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Instances of services on lanes, beside the baseline's: {@code trade-service@spring-3} is trade-service on the lane with
 * that tag. Each has a port of its own, which it keeps.
 */
final class LaneInstances {

    /** Between a service's name and the tag. */
    static final String AT = "@";

    private static final String CONTROL = "lane-control";
    private static final int CONTROL_PORT = 8_105;
    private static final int FIRST_PORT = 8_200;
    private static final int PORTS = 100;
    private static final String PORT_FILE = "port";

    private final Stack stack;
    private final Listeners listeners;
    private final String owner;

    /** @param owner whose laptop this is; empty when it is nobody's */
    LaneInstances(Stack stack, Listeners listeners, String owner) {
        this.stack = stack;
        this.listeners = listeners;
        this.owner = owner;
    }

    /** Those that are named, and those that were started before. */
    List<Program> of(List<Program> baseline, Collection<String> named) {
        List<Program> instances = new ArrayList<>();
        Stream.concat(named.stream(), known().stream())
                .filter(name -> name.contains(AT))
                .distinct()
                .forEach(name -> instances.add(instance(name, baseline)));
        return instances;
    }

    private List<String> known() {
        if (!Files.isDirectory(stack.home())) {
            return List.of();
        }
        try (Stream<Path> directories = Files.list(stack.home())) {
            return directories
                    .filter(directory -> Files.exists(directory.resolve(PORT_FILE)))
                    .filter(directory -> ProcessRecord.in(directory).isPresent())
                    .map(directory -> directory.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Program instance(String name, List<Program> baseline) {
        String service = name.substring(0, name.indexOf(AT));
        String tag = name.substring(service.length() + AT.length());
        Program base = baseline.stream()
                .filter(program -> program.kind() == Program.Kind.SERVICE)
                .filter(program -> program.name().equals(service))
                .findFirst()
                .orElseThrow(() -> new Problem("There is no service \"" + service + "\" to run on a lane."));
        if (!(base.launch() instanceof JavaLaunch launch)) {
            throw new IllegalStateException(service + " is no Java program");
        }
        int port = port(name);
        List<String> needs = new ArrayList<>();
        if (!joinsAnothersSuite()) {
            needs.addAll(base.needs());
            needs.add(CONTROL);
        }
        return new Program(
                name,
                Program.Kind.LANE_INSTANCE,
                needs,
                List.of(port),
                Readiness.http(port, "/actuator/health/readiness"),
                // later options win over those of the baseline's instance
                launch.with("-Dserver.port=" + port)
                        .with("-Dabacus.schema=migrate")
                        .with("-Dabacus.instance=" + name)
                        .with("-Dabacus.lane.tag=" + tag)
                        .with("-Dabacus.lane.owner=" + owner));
    }

    /** A suite that is up on these ports, and that was started from elsewhere: it is joined as it is. */
    private boolean joinsAnothersSuite() {
        return listeners.on(stack.port(CONTROL_PORT)).isPresent()
                && ProcessRecord.in(stack.state(CONTROL)).isEmpty();
    }

    private int port(String name) {
        Path kept = stack.state(name).resolve(PORT_FILE);
        try {
            if (Files.exists(kept)) {
                return Integer.parseInt(Files.readString(kept).strip());
            }
            int port = freePort();
            Files.createDirectories(kept.getParent());
            Files.writeString(kept, Integer.toString(port));
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Neither in use nor promised to another instance. */
    private int freePort() throws IOException {
        List<Integer> taken = new ArrayList<>(
                listeners.all().stream().map(Listeners.Listener::port).toList());
        try (Stream<Path> directories = Files.list(Files.createDirectories(stack.home()))) {
            for (Path file :
                    directories.map(directory -> directory.resolve(PORT_FILE)).toList()) {
                if (Files.exists(file)) {
                    taken.add(Integer.parseInt(Files.readString(file).strip()));
                }
            }
        }
        for (int port = stack.port(FIRST_PORT); port < stack.port(FIRST_PORT + PORTS); port++) {
            if (!taken.contains(port)) {
                return port;
            }
        }
        throw new Problem(
                "All " + PORTS + " ports for instances on lanes are taken; remove directories of retired ones, "
                        + stack.home() + "/*" + AT + "*");
    }
}
