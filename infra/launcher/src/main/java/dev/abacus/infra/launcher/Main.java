package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The commands of {@code ./abacus}. */
public final class Main {

    private static final long MEGABYTE = 1L << 20;
    /** MariaDB's and RocketMQ's files, logs, and room to work. */
    private static final long NEEDED_MEGABYTES = 2_000;

    private final Stack stack;
    private final Programs programs;
    private final Console console = new Console(System.out);
    private final Supervisor supervisor;

    private Main(Stack stack) {
        this.stack = stack;
        this.programs = new Programs(new Topology(stack).programs());
        this.supervisor = new Supervisor(stack);
    }

    public static void main(String[] arguments) throws Exception {
        Stack stack = Stack.of(Path.of(System.getProperty("abacus.root")), System.getenv());
        List<String> words = List.of(arguments);
        try {
            System.exit(new Main(stack).run(words.getFirst(), words.subList(1, words.size())));
        } catch (Problem problem) {
            System.err.println("abacus: " + problem.getMessage());
            System.exit(1);
        }
    }

    private int run(String command, List<String> names) throws IOException, InterruptedException {
        return switch (command) {
            case "up" -> alone(() -> up(names));
            case "down" -> alone(() -> down(names));
            case "restart" -> alone(() -> restart(names));
            case "status" -> status();
            case "logs" -> logs(names);
            default -> throw new Problem("Unknown command: " + command);
        };
    }

    private int up(List<String> names) throws IOException, InterruptedException {
        refuseFullDisk();
        new Prerequisites(console).ensure();
        List<Program> chosen = chosen(names);
        build(chosen);
        return new Startup(supervisor, console).bringUp(chosen) ? 0 : 1;
    }

    private int down(List<String> names) throws IOException, InterruptedException {
        new Shutdown(supervisor, console)
                .takeDown(
                        names.isEmpty()
                                ? programs.inOrder()
                                : names.stream().map(programs::find).toList());
        return 0;
    }

    private int restart(List<String> names) throws IOException, InterruptedException {
        if (names.isEmpty()) {
            throw new Problem("Which program? For example: ./abacus restart trade-service");
        }
        down(names);
        return up(names);
    }

    private int status() {
        new Status(supervisor, console).show(programs.inOrder());
        return 0;
    }

    private int logs(List<String> names) throws IOException, InterruptedException {
        Path log = stack.log(programs.find(names.getFirst()).name());
        return new ProcessBuilder("tail", "-n", "200", "-F", log.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    private void build(List<Program> chosen) throws IOException, InterruptedException {
        Build build = new Build(stack.root(), console);
        List<Path> servers = modules(chosen, false);
        if (!servers.isEmpty()) {
            build.servers(servers);
        }
        List<Path> services = modules(chosen, true);
        if (!services.isEmpty()) {
            build.services(services);
        }
    }

    private static List<Path> modules(List<Program> chosen, boolean ofServices) {
        return chosen.stream()
                .filter(program -> (program.kind() == Program.Kind.SERVICE) == ofServices)
                .map(program -> program.launch().module())
                .toList();
    }

    private List<Program> chosen(List<String> names) {
        return names.isEmpty()
                ? programs.inOrder().stream().filter(Program::startsByDefault).toList()
                : programs.withNeeds(names);
    }

    private void refuseFullDisk() throws IOException {
        FileStore disk = Files.getFileStore(Files.createDirectories(stack.home()));
        long free = disk.getUsableSpace() / MEGABYTE;
        if (free < NEEDED_MEGABYTES) {
            throw new Problem("Only " + free + " MB are free where " + stack.home() + " is; the servers need "
                    + NEEDED_MEGABYTES + " MB. Make room, or set ABACUS_HOME to a directory on another disk.");
        }
    }

    @FunctionalInterface
    private interface Work {
        int run() throws IOException, InterruptedException;
    }

    /** Two commands on one stack would each start what the other is just starting: the second waits. */
    private int alone(Work work) throws IOException, InterruptedException {
        Path lock = Files.createDirectories(stack.home()).resolve("lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            return work.run();
        }
    }
}
