package dev.abacus.seed.functions;

import dev.abacus.seed.client.Gateway;
import dev.abacus.seed.client.Place;
import dev.abacus.seed.client.PlatformClient;
import dev.abacus.seed.client.Refused;
import dev.abacus.sql.release.InvalidRelease;
import dev.abacus.sql.release.ReleaseFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** {@code ./abacus sql --functions COMMAND DIR}: releases that the function runtime runs. */
public final class ReleaseCommand {

    private static final String HELP =
            """
            ./abacus sql --functions deploy            the functions that run releases, where they have changed
            ./abacus sql --functions plan DIR          as without --functions, by way of the gateway; the same for
                                     approve DIR --by NAME, run|resume DIR, status|report DIR, pause|abort DIR,
                                     take-back DIR
            ./abacus sql --functions history DIR       who did what to it, and when
            ./abacus sql --functions list              all releases
            --by NAME says who it is that asks, if not you; DIR may be the name of a release that was handed in""";

    private static final long LOOK_MILLIS = 500;
    private static final Set<String> WELL = Set.of("DONE", "TAKEN_BACK", "SETTLED");

    private final ReleaseClient client;
    private final FunctionsDeployed functions;
    private final ReleaseWording wording;
    private final PrintStream out;

    ReleaseCommand(RestClient http, Properties properties, PrintStream out) {
        this.client = new ReleaseClient(http);
        this.functions = new FunctionsDeployed(new FunctionsClient(http), properties, out);
        this.wording = new ReleaseWording(out);
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Place place = Place.withPortsMovedBy(Integer.getInteger("abacus.port-offset", 0));
        Gateway gateway = new Gateway(place.gateway());
        RestClient http =
                gateway.client(PlatformClient.of(gateway, "platform-admin", "dev-platform-admin", "platform.admin"));
        try {
            System.exit(new ReleaseCommand(http, System.getProperties(), out).run(List.of(arguments)));
        } catch (ResourceAccessException unreachable) {
            out.println("sql: the suite does not answer at " + place.gateway() + ". Is it up? ./abacus status");
            System.exit(1);
        }
    }

    /** 0 when it went well, 1 when not, 2 when it was not understood. */
    int run(List<String> line) throws IOException, InterruptedException {
        try {
            return understood(line);
        } catch (Refused refused) {
            out.println("sql: "
                    + (refused.code().equals("no-such-function")
                            ? "the functions that run releases are not deployed. ./abacus sql --functions deploy"
                            : refused.problem().path("detail").asString(refused.getMessage())));
            return 1;
        } catch (InvalidRelease | Wrong invalid) {
            out.println("sql: " + invalid.getMessage());
            return 1;
        }
    }

    private int understood(List<String> line) throws IOException, InterruptedException {
        Arguments arguments = Arguments.of(line);
        String command =
                arguments.words().isEmpty() ? "help" : arguments.words().getFirst();
        switch (command) {
            case "deploy" -> functions.deploy();
            case "list" -> client.pages(Map.of("command", "list")).forEach(wording::run);
            case "plan" -> {
                JsonNode plan = client.ask(submission(command, arguments));
                wording.plan(plan);
                return plan.path("errors").asInt() == 0 ? 0 : 1;
            }
            case "approve" -> {
                if (!arguments.has("--by")) {
                    throw new Wrong("approve takes --by NAME: somebody other than its author");
                }
                JsonNode approved = client.ask(by(arguments, submission(command, arguments)));
                out.println(approved.path("approvedBy").asString() + " approves of "
                        + approved.path("release").asString());
            }
            case "run", "resume" -> {
                return followed(client.ask(by(arguments, submission("run", arguments))));
            }
            case "take-back" -> {
                return followed(client.ask(by(arguments, submission(command, arguments))));
            }
            case "pause", "abort" -> wording.status(client.ask(by(arguments, named(command, arguments))));
            case "status" -> {
                return told(client.ask(named(command, arguments)));
            }
            case "report" -> {
                wording.report(client.pages(named(command, arguments)));
                return told(client.ask(named("status", arguments)));
            }
            case "history" -> client.pages(named(command, arguments)).forEach(wording::act);
            default -> {
                out.println(HELP);
                return 2;
            }
        }
        return 0;
    }

    /** With its texts where there is a folder, by its name where there is none. */
    private static Map<String, Object> submission(String command, Arguments arguments) throws IOException {
        String given = arguments.word(1, "release");
        Optional<ReleaseFiles> files =
                Files.isDirectory(Path.of(given)) ? Optional.of(ReleaseFiles.in(Path.of(given))) : Optional.empty();
        Map<String, Object> request = new LinkedHashMap<>(Map.of("command", command));
        files.ifPresentOrElse(found -> request.put("files", found.texts()), () -> request.put("release", given));
        return request;
    }

    private static Map<String, Object> named(String command, Arguments arguments) throws IOException {
        String given = arguments.word(1, "release");
        String name = Files.isDirectory(Path.of(given))
                ? ReleaseFiles.in(Path.of(given)).release().name()
                : given;
        return new LinkedHashMap<>(Map.of("command", command, "release", name));
    }

    private static Map<String, Object> by(Arguments arguments, Map<String, Object> request) {
        request.put("by", arguments.option("--by").orElseGet(() -> System.getProperty("user.name")));
        return request;
    }

    /** The terminal only looks on: whoever leaves it leaves the release running. */
    private int followed(JsonNode begun) throws InterruptedException {
        JsonNode seen = begun;
        Map<String, Object> look =
                Map.of("command", "status", "release", begun.path("release").asString());
        while (underWay(seen)) {
            Thread.sleep(LOOK_MILLIS);
            seen = client.ask(look);
        }
        return told(seen);
    }

    /** One that could not be taken back everywhere stays in that state, without a driver. */
    private static boolean underWay(JsonNode status) {
        String state = status.path("state").asString();
        return state.equals("RUNNING")
                || state.equals("TAKING_BACK") && status.path("driven").asBoolean();
    }

    private int told(JsonNode status) {
        wording.status(status);
        return WELL.contains(status.path("state").asString()) ? 0 : 1;
    }
}
