package dev.abacus.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.seed.story.Crew;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions as their authors have them: the walk of docs/functions.md, by the commands it names, through the gateway. */
class FunctionsTest {

    private static final Suite SUITE = Suite.get();

    private final String name =
            "walk-" + Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30), 36);

    @TempDir
    Path here;

    private Path project;
    private Path source;

    private record Said(int status, String text) {}

    @BeforeEach
    void begin() {
        assertThat(fn(here, "init", name, "--source").status()).isZero();
        project = here.resolve(name);
        source = project.resolve(project.toFile().list((directory, file) -> file.endsWith(".java"))[0]);
    }

    @AfterEach
    void leaveNothing() {
        fn(here, "rm", name, "--force", "-m", "the test is over");
    }

    private Said fn(Path directory, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(SUITE.stack().root().resolve("abacus").toString(), "fn"));
        command.addAll(List.of(arguments));
        ProcessBuilder fn =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        fn.environment().put("ABACUS_HOME", SUITE.stack().home().toString());
        fn.environment()
                .put("ABACUS_PORT_OFFSET", Integer.toString(SUITE.stack().portOffset()));
        try {
            Process process = fn.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path changed(String from, String to) throws IOException {
        String text = Files.readString(source);
        assertThat(text).contains(from);
        return Files.writeString(here.resolve(source.getFileName()), text.replace(from, to));
    }

    @Test
    void one_writes_runs_deploys_breaks_fixes_and_rolls_back_a_function() throws IOException {
        assertThat(fn(project, "run", "--data", "{\"name\": \"Wu\"}").text()).contains("{\"text\":\"Hello, Wu!\"}");
        assertThat(fn(project, "deploy", "-m", "first").text()).contains(name + " version 1 is deployed");

        Path broken = changed("wish.get(\"name\")", "wish.get(nam)");
        Said refused = fn(here, "edit", name, "--file", broken.toString());
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.text()).contains("does not compile", "line 23: cannot find symbol", "variable nam");

        Path fixed = changed("\"Hello\"", "\"Hey\"");
        Instant begin = Instant.now();
        Said edited = fn(here, "edit", name, "--file", fixed.toString(), "-m", "shorter");
        assertThat(edited.text()).contains(name + " version 2 is deployed");
        System.out.println("edited, compiled and live after " + Duration.between(begin, Instant.now()));
        assertThat(fn(here, "source", name).text()).contains("\"Hey\"");

        assertThat(fn(here, "rollback", name, "-m", "they liked it longer").text())
                .contains("live → 1");
        assertThat(fn(here, "alias", name, "live", "1", "2", "10").text()).contains("live → 1 and for 10");
        assertThat(fn(here, "versions", name).text()).contains("platform-admin: first", "platform-admin: shorter");
        assertThat(fn(here, "audit", name).text()).contains("rollback", "they liked it longer");
    }

    @Test
    void one_sees_where_an_asynchronous_call_is_and_ends_it() {
        fn(project, "deploy");
        Said accepted = fn(here, "invoke", name, "--async", "--delay", "600", "--data", "{\"name\": \"Lin\"}");
        String id = accepted.text().replaceFirst("(?s).*invocation ([0-9]+).*", "$1");
        assertThat(fn(here, "status", name, id).text()).contains(id + " of " + name + " is ENQUEUED");
        assertThat(fn(here, "cancel", name, id).text()).contains(id + " is STOPPED");
        assertThat(fn(here, "dead-letters", name).text()).contains("has no dead letters");
        Said refused = fn(here, "redrive", name, id);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.text()).contains("is not among the dead letters");
    }

    /** A function of the platform sees what its call's company has in another service, and nothing that is another's. */
    @Test
    void a_function_asks_a_service_for_the_company_that_it_is_called_for_and_for_no_other() throws IOException {
        Files.writeString(
                source,
                """
                import dev.abacus.function.*;
                import io.cloudevents.CloudEvent;
                import io.cloudevents.core.builder.CloudEventBuilder;
                public class %s implements CloudFunction {
                    public CloudEvent handle(CloudEvent event, FunctionContext it) throws Exception {
                        String text = new String(event.getData().toBytes());
                        String word = text.substring(1, text.length() - 1);
                        String found = word.startsWith("/") ? asked(it, word) : counted(it, word);
                        return CloudEventBuilder.from(event).withData("text/plain", found.getBytes()).build();
                    }
                    private static String asked(FunctionContext it, String path) throws Exception {
                        var answer = it.platform().service("inventory-service").get(path);
                        return answer.status() + " " + answer.body();
                    }
                    private static String counted(FunctionContext it, String product) throws Exception {
                        return "found " + it.platform().tenantData("inventory-service")
                            .query("SELECT COUNT(*) n FROM inventory_product WHERE tenant_id = :tenant AND id = :id", java.util.Map.of("id", Long.valueOf(product)))
                            .getFirst().whole("n");
                    }
                }
                """
                        .formatted(source.getFileName().toString().replace(".java", "")));
        Files.writeString(
                project.resolve("function.yaml"),
                Files.readString(project.resolve("function.yaml"))
                        + "services:\n  - {name: inventory-service, permissions: [product.read], calls: [\"GET /products/**\"], data: true}\n");
        assertThat(fn(project, "deploy").text()).contains("is deployed");
        Crew one = SUITE.company("owner");
        Crew other = SUITE.company("stranger");
        String sku = one.company().articles().getFirst().sku();
        String product = one.administrator().products().bySku(sku).id();

        assertThat(called(one, "/products/" + product).text()).contains("200 {", sku);
        assertThat(called(other, "/products/" + product).text())
                .contains("404 {")
                .doesNotContain(sku);
        assertThat(called(one, "/units").text()).contains("lists no call GET /units");
        assertThat(called(one, product).text()).contains("found 1");
        assertThat(called(other, product).text()).contains("found 0");
    }

    private Said called(Crew company, String path) {
        return fn(here, "invoke", name, "--tenant", company.tenant().id().toString(), "--data", "\"" + path + "\"");
    }

    @Test
    void functions_are_not_a_companys_to_govern() {
        fn(project, "deploy");
        Crew crew = SUITE.company("rights");
        Raw administrator = SUITE.raw().as(crew.administrator().bearer());
        Raw operator = SUITE.raw().as(SUITE.operator());
        assertThat(operator.get("/api/functions/" + name).status()).isEqualTo(200);
        assertThat(administrator.get("/api/functions/" + name).status()).isEqualTo(403);
        assertThat(administrator
                        .post("/api/functions/" + name + "/versions", "{\"source\":\"x\",\"reason\":\"attack\"}")
                        .status())
                .isEqualTo(403);
        assertThat(administrator
                        .post("/api/functions/" + name + "/rollback", "{\"reason\":\"attack\"}")
                        .status())
                .isEqualTo(403);
        assertThat(SUITE.raw().get("/api/functions").status()).isEqualTo(401);
    }
}
