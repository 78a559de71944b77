package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One service of this working tree on a project's lane, beside the running baseline: makes the lane when there is none,
 * builds, starts, shows the log, and leaves the lane at Ctrl-C.
 */
final class Dev {

    private static final String USAGE =
            "For example: ./abacus dev trade-service --lane my-change (and --as NAME, when your login is not your name)";

    private final Stack stack;
    private final Console console;

    Dev(Stack stack, Console console) {
        this.stack = stack;
        this.console = console;
    }

    int run(List<String> arguments) throws IOException, InterruptedException {
        if (arguments.isEmpty() || arguments.getFirst().startsWith("-")) {
            throw new Problem("Which service, on which lane? " + USAGE);
        }
        String service = arguments.getFirst();
        String lane = option(arguments, "--lane").orElseThrow(() -> new Problem("On which lane? " + USAGE));
        String owner = option(arguments, "--as").orElse(System.getProperty("user.name"));
        String tag = tagOf(lane, service, owner);
        String name = service + LaneInstances.AT + tag;
        Commands commands = new Commands(stack, console, List.of(name), owner);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(commands, name)));
        if (!commands.up(List.of(name))) {
            return 1;
        }
        console.line(
                service + " of this working tree serves lane " + tag + " as " + owner + ". Ctrl-C leaves the lane.");
        return commands.logs(List.of(name));
    }

    /** Asks lane-control, which makes a project's lane of that name when there is none. */
    private String tagOf(String lane, String service, String owner) throws IOException, InterruptedException {
        Process process = SeedProgram.of(
                        stack, "dev.abacus.seed.lanes.LaneCommand", List.of("ensure", lane, service, "--by", owner))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new Problem("There is no lane to join. Is the suite up? ./abacus status");
        }
        String[] lines = answer.strip().split("\n");
        for (int line = 0; line < lines.length - 1; line++) {
            console.line(lines[line]);
        }
        return lines[lines.length - 1].strip();
    }

    private void leave(Commands commands, String name) {
        try {
            commands.down(List.of(name));
        } catch (IOException e) {
            console.line(name + " did not stop: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<String> option(List<String> arguments, String name) {
        int at = arguments.indexOf(name);
        return at < 0 || at + 1 >= arguments.size() ? Optional.empty() : Optional.of(arguments.get(at + 1));
    }
}
