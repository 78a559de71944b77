package dev.abacus.infra.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Where to go and how to log in, once everything is up. */
final class Signposts {

    private final Stack stack;
    private final Console console;

    Signposts(Stack stack, Console console) {
        this.stack = stack;
        this.console = console;
    }

    void show(List<Program> running, Supervisor supervisor, Duration took) {
        long megabytes = running.stream()
                .flatMap(program -> supervisor.running(program).stream())
                .mapToLong(supervisor::residentMegabytes)
                .sum();
        console.line("");
        console.line("%d programs up after %d s, %d MB in all. Logs: %s"
                .formatted(
                        running.size(),
                        took.toSeconds(),
                        megabytes,
                        stack.home().resolve("logs")));
        Map<String, String> signs = signs();
        running.stream()
                .filter(program -> signs.containsKey(program.name()))
                .forEach(program -> console.line(program, signs.get(program.name())));
    }

    private Map<String, String> signs() {
        return Map.of(
                "gateway", url(8080) + "  the suite; ./abacus demo makes two companies and prints their logins",
                "tracestore", url(9411) + "  traces, from the browser to the last consumer",
                "nacos",
                        url(8849) + "  services and configuration, log in as nacos / "
                                + DevelopmentSecrets.NACOS_PASSWORD,
                "seata", url(7091) + "  global transactions, log in as seata / " + DevelopmentSecrets.SEATA_PASSWORD,
                "mariadb",
                        "127.0.0.1:" + stack.port(13306) + "  schemas suite_0 and suite_1 as suite / suite,"
                                + " tenant as tenant / tenant");
    }

    private String url(int standardPort) {
        return "http://127.0.0.1:" + stack.port(standardPort);
    }
}
