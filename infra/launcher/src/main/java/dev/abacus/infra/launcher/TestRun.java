package dev.abacus.infra.launcher;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Every test of the reactor on real servers that belong to the tests: their own data, their own ports. Ends with the
 * sum of all modules' tests and Maven's exit code, and with everything stopped that was not up before.
 */
final class TestRun {

    private static final List<String> SERVERS = List.of("mariadb", "redis", "nacos", "rocketmq", "seata");

    private static final String LANES_LEASE = "20s";

    private final Stack stack;
    private final Console console;

    TestRun(Stack stack, Console console) {
        this.stack = stack;
        this.console = console;
    }

    /** More arguments go to Maven, for example {@code -pl kernel/kernel-data -am}. */
    int run(List<String> forMaven) throws IOException, InterruptedException {
        Commands commands = new Commands(stack, console);
        List<String> before = names(commands.running());
        Instant begin = Instant.now();
        int outcome = 1;
        try {
            if (commands.up(SERVERS)) {
                outcome = verify(forMaven);
            }
        } finally {
            List<String> started = new ArrayList<>(names(commands.running()));
            started.removeAll(before);
            if (!started.isEmpty()) {
                commands.down(started);
            }
        }
        console.line(TestReports.since(begin, stack.root()).toString());
        return outcome;
    }

    private int verify(List<String> forMaven) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("mvn", "--batch-mode", "--no-transfer-progress", "--fail-at-end", "verify"));
        command.addAll(forMaven);
        ProcessBuilder maven = Build.maven(command, stack.root()).inheritIO();
        // where the fixtures look for the servers, and start what else they need
        maven.environment().put("ABACUS_HOME", stack.home().toString());
        maven.environment().put("ABACUS_PORT_OFFSET", Integer.toString(stack.portOffset()));
        maven.environment().put("ABACUS_BUILD", "no");
        // a lane whose instance was killed ends when that one's lease does; nobody watches a minute and a half of it
        maven.environment().put("ABACUS_LANES_LEASE", LANES_LEASE);
        return maven.start().waitFor();
    }

    private static List<String> names(List<Program> programs) {
        return programs.stream().map(Program::name).toList();
    }
}
