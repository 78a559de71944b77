package dev.abacus.seed.functions;

import dev.abacus.seed.client.Gateway;
import dev.abacus.seed.client.Place;
import dev.abacus.seed.client.Refused;
import dev.abacus.seed.functions.FunctionsClient.Wish;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/** {@code ./abacus fn …}. */
public final class FnCommand {

    private static final String HELP =
            """
            ./abacus fn init NAME [--source]    a function to begin with: a Maven project, or a single source file
            ./abacus fn run [KEY=VALUE…]        runs the function of this directory here, in one process
                    --data JSON or --event FILE (- for the standard input): what it is called with
                    --tenant ID, --lane TAG, --attempt N: what its context says; KEY=VALUE: settings
            ./abacus fn deploy [--no-live] [--lane TAG] [--skip-tests]   this directory's function as a new version
            ./abacus fn invoke NAME [--async]   calls it: --data or --event as above, --tenant ID, --version N or an alias
                    --async --delay SECONDS, --key KEY: not before; one after the other, as they came
            ./abacus fn status NAME ID          how far an asynchronous call is, with its attempts
            ./abacus fn cancel NAME ID          what waits ends at once; what runs is asked, interrupted, killed
            ./abacus fn dead-letters NAME       what failed for good and went nowhere
            ./abacus fn redrive NAME ID|--all   begins a dead letter, or all of them, anew
            ./abacus fn deliveries NAME [--pending]   results that could not be brought to a topic or a webhook; or not yet
            ./abacus fn redeliver NAME ID|--all       begins such a delivery, or all of them, anew
            ./abacus fn logs NAME [ID]          what all its calls logged, or one
            ./abacus fn ls                      all functions and what their aliases point at
            ./abacus fn versions NAME           all its versions, newest first
            ./abacus fn source NAME [N]         the source of a script's version, the live one's when not said
            ./abacus fn edit NAME [--file FILE] a script's live source in $EDITOR, or a file: compiled, deployed, live
            ./abacus fn alias NAME ALIAS N [SECOND PERCENT]   lets an alias point at a version, or at two by weight
            ./abacus fn rollback NAME [--alias ALIAS]         back to what live, or the alias, pointed at before
            ./abacus fn audit NAME              who changed what, and why
            ./abacus fn rm NAME [--force]       takes it away; its versions and its history are kept
            ./abacus fn image [--base IMAGE|FILE.tar|scratch] [-o FILE.tar]   this directory's function as an image, without Docker
            ./abacus fn manifest [NAME] --image IMAGE   what a cluster runs it by: Knative, or KEDA when it takes long
            -m TEXT says why, wherever something is changed.""";

    private final FunctionsClient client;
    private final PrintStream out;

    private FnCommand(FunctionsClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Place place = Place.withPortsMovedBy(Integer.getInteger("abacus.port-offset", 0));
        try {
            boolean good = new FnCommand(new FunctionsClient(new Gateway(place.gateway())), out)
                    .run(List.of(arguments), errors);
            System.exit(good ? 0 : 1);
        } catch (Refused refused) {
            Told.refusal(errors, refused);
            System.exit(1);
        } catch (RestClientException unreachable) {
            errors.println("fn: the suite does not answer at " + place.gateway() + ". Is it up? ./abacus status");
            System.exit(1);
        } catch (Wrong wrong) {
            errors.println(wrong.getMessage());
            System.exit(2);
        }
    }

    private boolean run(List<String> line, PrintStream errors) throws Exception {
        String command = line.isEmpty() ? "help" : line.getFirst();
        Arguments rest = Arguments.of(line.isEmpty() ? line : line.subList(1, line.size()));
        Path here = Path.of("").toAbsolutePath();
        switch (command) {
            case "init" -> init(rest, here);
            case "run" -> {
                return new RunningHere(FunctionProject.in(here), out, errors).run(rest, System.in);
            }
            case "deploy" -> timed(() -> deploy(rest, FunctionProject.in(here)));
            case "invoke" -> invoke(rest, errors);
            case "logs" -> {
                String invocation = rest.words().size() > 1 ? rest.words().get(1) : null;
                client.logs(rest.word(0, "function"), invocation).forEach(one -> Told.line(out, one));
            }
            case "status" -> new Invocations(client, out).status(rest);
            case "cancel" -> new Invocations(client, out).cancel(rest);
            case "dead-letters" -> new Invocations(client, out).deadLetters(rest);
            case "redrive" -> new Invocations(client, out).redrive(rest);
            case "deliveries" -> new Deliveries(client, out).list(rest);
            case "redeliver" -> new Deliveries(client, out).redeliver(rest);
            case "image" -> image(rest, FunctionProject.in(here));
            case "manifest" -> out.print(manifest(rest, here));
            case "ls" -> client.list().forEach(function -> Told.function(out, function));
            case "versions" -> client.versions(rest.word(0, "function")).forEach(version -> Told.version(out, version));
            case "source" -> out.print(source(rest));
            case "edit" ->
                timed(() -> new Editing(client, out)
                        .edit(
                                rest.word(0, "function"),
                                rest.option("--file").map(Path::of).orElse(null),
                                reason(rest, "edit")));
            case "alias" -> Told.function(out, alias(rest));
            case "rollback" ->
                Told.function(
                        out,
                        client.rollBack(
                                rest.word(0, "function"),
                                rest.option("--alias").orElse("live"),
                                reason(rest, "rollback")));
            case "audit" -> client.audit(rest.word(0, "function")).forEach(change -> Told.change(out, change));
            case "rm" -> client.remove(rest.word(0, "function"), rest.has("--force"), reason(rest, "rm"));
            default -> out.println(HELP);
        }
        return true;
    }

    private interface Work {
        void run() throws Exception;
    }

    private void timed(Work work) throws Exception {
        Instant begin = Instant.now();
        work.run();
        out.printf("in %.1f s%n", Duration.between(begin, Instant.now()).toMillis() / 1_000.0);
    }

    private static String reason(Arguments rest, String command) {
        return rest.option("-m").orElseGet(() -> System.getProperty("user.name") + " by ./abacus fn " + command);
    }

    private void init(Arguments rest, Path here) throws Exception {
        NewProject project =
                new NewProject(rest.word(0, "name"), here.toAbsolutePath(), Path.of(System.getProperty("abacus.root")));
        Path made = rest.has("--source") ? project.script() : project.maven();
        out.println("In " + made + ". Try it: cd " + rest.word(0, "name")
                + " && ./abacus fn run --data '{\"name\": \"Wu\"}' (with the path to abacus)");
    }

    private void deploy(Arguments rest, FunctionProject project) throws Exception {
        Wish wish = new Wish(
                project.definition(),
                rest.option("--lane").orElse(null),
                !rest.has("--no-live"),
                reason(rest, "deploy"));
        Told.deployed(
                out,
                project.isScript()
                        ? client.deployScript(project.name(), wish, FunctionProject.read(project.source()))
                        : client.deployJar(wish, project.jar(!rest.has("--skip-tests"))));
    }

    private void invoke(Arguments rest, PrintStream errors) throws Exception {
        String data = RunningHere.data(rest, System.in);
        Map<String, String> query = new HashMap<>();
        rest.option("--tenant").ifPresent(tenant -> query.put("tenant", tenant));
        rest.option("--version").ifPresent(version -> query.put("qualifier", version));
        if (rest.has("--async")) {
            query.put("async", "true");
            rest.option("--delay").ifPresent(seconds -> query.put("delay", seconds));
            rest.option("--key").ifPresent(key -> query.put("orderingKey", key));
        } else if (rest.has("--delay") || rest.has("--key")) {
            throw new Wrong("fn: --delay and --key are for calls that nobody waits for: --async");
        }
        ResponseEntity<String> answer =
                client.invoke(rest.word(0, "function"), query, data, RunningHere.isCloudEvent(data));
        String invocation = answer.getHeaders().getFirst("X-Abacus-Invocation");
        String version = answer.getHeaders().getFirst("X-Abacus-Function-Version");
        errors.println("invocation " + invocation + (version == null ? "" : ", version " + version));
        if (answer.getStatusCode().value() == 200) {
            out.println(answer.getBody());
        }
    }

    private void image(Arguments rest, FunctionProject project) throws Exception {
        Path tar = Path.of(rest.option("-o").orElse(project.name() + ".tar"));
        String name = rest.option("--image").orElse("functions/" + project.name());
        new Image(Container.of(project), new Built(project).jar())
                .write(rest.option("--base").orElse("eclipse-temurin:25-jre"), name, tar);
        out.println(name + " is in " + tar);
    }

    /** Of this directory's function, or of the live version of one that is deployed. */
    private String manifest(Arguments rest, Path here) {
        FunctionProject project = rest.words().isEmpty()
                ? FunctionProject.in(here)
                : FunctionProject.of(here, definitionOfLive(rest.word(0, "function")));
        String image = rest.option("--image").orElse("functions/" + project.name());
        return new Manifests(Container.of(project), image).yaml();
    }

    private String definitionOfLive(String name) {
        return client.version(name, Editing.liveVersion(client.get(name)))
                .path("definition")
                .asString();
    }

    private String source(Arguments rest) {
        String name = rest.word(0, "function");
        int number = rest.words().size() > 1 ? rest.number(1, "version") : Editing.liveVersion(client.get(name));
        return client.source(name, number);
    }

    private JsonNode alias(Arguments rest) {
        Map<String, Object> target = new HashMap<>();
        target.put("version", rest.number(2, "version"));
        if (rest.words().size() > 3) {
            target.put("second", rest.number(3, "second version"));
            target.put("secondPercent", percent(rest.word(4, "percent")));
        }
        target.put("reason", reason(rest, "alias"));
        return client.point(rest.word(0, "function"), rest.word(1, "alias"), target);
    }

    private static BigDecimal percent(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new Wrong("fn: a percentage is a number such as 12.5, not " + text);
        }
    }
}
