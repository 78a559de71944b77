package dev.abacus.infra.launcher;

import java.nio.file.Path;
import java.util.List;

/** {@code ./abacus COMMAND [NAME…]}. */
public final class Main {

    private static final String HELP =
            """
            ./abacus demo [--history FILE]   from nothing to two companies that trade: checks, builds, starts, onboards
            ./abacus test                    every test, on real servers of its own
            ./abacus up [NAME…]              start what is not up: all, or the named programs and what they need;
                                             trade-service@spring-3 is one more instance, on the lane with that tag
            ./abacus down [NAME…]            stop what was started; the data stays
            ./abacus status                  what runs, what it takes, whether it answers
            ./abacus logs NAME               follow a program's log
            ./abacus restart NAME…           stop and start, after a change to its code for example
            ./abacus demo lanes              two tenants and a gray release: who is served by which instance, hop by hop
            ./abacus demo sql                a release that fails on one shard, is resumed and is taken back; needs only MariaDB
            ./abacus lane create|list|show|add-tenant|percent|retire|kill …   lanes; ./abacus lane tells the rest
            ./abacus lane check SERVICE [--against COMMIT]   whether its migrations only add to those of main; for CI
            ./abacus fn init|run|deploy|invoke|edit|alias|rollback …   functions; ./abacus fn tells the rest
            ./abacus sql plan|run|status|resume|take-back … DIR   a release's SQL scripts over all shards; ./abacus sql tells the rest
            ./abacus dev SERVICE --lane NAME one service of this working tree on a project's lane, beside the baseline
            ./abacus aot                     train caches that make every later start faster (some minutes)

            ABACUS_HOME         where data, logs and records are kept (.abacus)
            ABACUS_PORT_OFFSET  how far every port is moved, for a second stack beside the first (0)
            """;

    private static final String BY_FUNCTIONS = "--functions";

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        String command = arguments[0];
        List<String> rest = List.of(arguments).subList(1, arguments.length);
        Path root = Path.of(System.getProperty("abacus.root"));
        try {
            System.exit(run(command, rest, root));
        } catch (Problem problem) {
            System.err.println("abacus: " + problem.getMessage());
            System.exit(1);
        }
    }

    private static int run(String command, List<String> rest, Path root) throws Exception {
        Stack stack = Stack.of(root, System.getenv());
        Console console = new Console(System.out);
        return switch (command) {
            case "demo" -> new Demo(stack, console).run(rest);
            case "test" -> new TestRun(stack.forTests(), console).run(rest);
            case "up" -> new Commands(stack, console, rest, "").up(rest) ? 0 : 1;
            case "down" -> new Commands(stack, console, rest, "").down(rest);
            case "restart" -> new Commands(stack, console, rest, "").restart(rest) ? 0 : 1;
            case "status" -> new Commands(stack, console).status();
            case "logs" -> new Commands(stack, console, rest, "").logs(rest);
            case "lane" -> lane(stack, console, rest);
            case "fn" ->
                SeedProgram.of(stack, "dev.abacus.seed.functions.FnCommand", rest)
                        .inheritIO()
                        .start()
                        .waitFor();
            case "sql" -> sql(stack, console, rest);
            case "dev" -> new Dev(stack, console).run(rest);
            case "aot" -> new AotTraining(stack, console).run();
            case "help", "--help", "-h" -> {
                console.line(HELP.stripTrailing());
                yield 0;
            }
            default -> throw new Problem("There is no command \"" + command + "\". There are:\n\n" + HELP);
        };
    }

    /** A new shard is one of this stack's from then on. */
    private static int sql(Stack stack, Console console, List<String> rest) throws Exception {
        if (rest.contains(BY_FUNCTIONS)) {
            List<String> others =
                    rest.stream().filter(word -> !word.equals(BY_FUNCTIONS)).toList();
            return SqlProgram.byFunctions(stack, others).inheritIO().start().waitFor();
        }
        int outcome = SqlProgram.of(stack, console, rest).inheritIO().start().waitFor();
        if (outcome == 0 && rest.size() == 2 && rest.getFirst().equals("onboard-shard")) {
            Shards.of(stack).add(rest.get(1));
            console.line("New companies come there too after ./abacus restart inventory-service trade-service"
                    + " tenant-service; releases run by functions too after ./abacus sql --functions deploy.");
        }
        return outcome;
    }

    /** The check needs nothing that runs; every other command is lane-control's. */
    private static int lane(Stack stack, Console console, List<String> rest) throws Exception {
        return !rest.isEmpty() && rest.getFirst().equals("check")
                ? new LaneCheck(stack, console).run(rest.subList(1, rest.size()))
                : SeedProgram.of(stack, "dev.abacus.seed.lanes.LaneCommand", rest)
                        .inheritIO()
                        .start()
                        .waitFor();
    }
}
