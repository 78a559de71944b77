package dev.abacus.sql.cli;

import dev.abacus.sql.drift.Structure;
import dev.abacus.sql.drive.Control;
import dev.abacus.sql.drive.NotAllowed;
import dev.abacus.sql.drive.ReleaseRun;
import dev.abacus.sql.drive.RunRecord;
import dev.abacus.sql.drive.RunState;
import dev.abacus.sql.drive.TargetRecord;
import dev.abacus.sql.flyway.FlywayHistory;
import dev.abacus.sql.place.Place;
import dev.abacus.sql.plan.Plan;
import dev.abacus.sql.release.InvalidRelease;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.release.ReleaseFolder;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.run.Progress;
import dev.abacus.sql.run.RunSettings;
import dev.abacus.sql.run.Target;
import dev.abacus.sql.run.TargetImages;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** {@code ./abacus sql COMMAND DIR}. */
public final class SqlCommand {

    private static final String HELP =
            """
            ./abacus sql plan DIR              what the release in DIR would do, where, and what is to be said against it
            ./abacus sql approve DIR --by NAME approve of this very text; NAME is not its author
            ./abacus sql run DIR               run it, wave by wave; also resumes
            ./abacus sql resume DIR            the same: goes on where it stopped, and repeats nothing
            ./abacus sql status DIR            where it stands, and what failed
            ./abacus sql report DIR            every target with its timings
            ./abacus sql pause DIR             stop at the next statement; resume goes on
            ./abacus sql abort DIR             stop for good
            ./abacus sql take-back DIR         undo it where it has run, last things first
            ./abacus sql forget DIR            drop the images of a release that stays; nobody takes it back any more
            ./abacus sql drift [FILE]          what differs in any shard from the first, or from what FILE expects
            ./abacus sql structure FILE        write the first shard's structure into FILE, for drift
            ./abacus sql from-flyway DIR TABLE scripts that Flyway ran count as run
            ./abacus sql to-flyway DIR TABLE   scripts that were run count for Flyway too
            ./abacus sql migrate [SERVICE…]    bring the services' own schemas up to date
            ./abacus sql onboard-shard NAME    make a new shard, with the schemas of all services that have rows of tenants
            ./abacus sql --functions …         the function runtime runs it, and goes on when this terminal is closed""";

    private static final Set<RunState> WELL = EnumSet.of(RunState.DONE, RunState.TAKEN_BACK, RunState.SETTLED);
    private static final String SCHEMA_NAME = "[a-z][a-z0-9_]{0,62}";

    private final Properties properties;
    private final Place place;
    private final PrintStream out;
    private final RunSettings settings;

    /**
     * @param properties where everything is
     * @param owner whom others are told of who find a target taken
     */
    public SqlCommand(Properties properties, PrintStream out, String owner) {
        this.properties = properties;
        this.place = Place.of(properties);
        this.out = out;
        this.settings = RunSettings.standard(owner);
    }

    public static void main(String[] arguments) throws Exception {
        // the driver tells on the terminal of every error, also of those that are expected
        System.setProperty("mariadb.logging.disable", "true");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Properties properties = System.getProperties();
        String owner = properties.getProperty("user.name") + "-"
                + ProcessHandle.current().pid();
        System.exit(new SqlCommand(properties, out, owner).run(List.of(arguments)));
    }

    /** 0 when it went well, 1 when not, 2 when it was not understood. */
    public int run(List<String> arguments) throws SQLException, IOException, InterruptedException {
        try {
            return arguments.isEmpty() ? help() : understood(arguments.getFirst(), arguments);
        } catch (InvalidRelease | NotAllowed | IllegalStateException | IllegalArgumentException e) {
            out.println("sql: " + e.getMessage());
            return 1;
        }
    }

    private int help() {
        out.println(HELP);
        return 2;
    }

    private int understood(String command, List<String> arguments)
            throws SQLException, IOException, InterruptedException {
        if (command.equals("drift")) {
            return drift(arguments);
        }
        if (command.equals("migrate")) {
            return migrate(arguments.subList(1, arguments.size()));
        }
        if (arguments.size() < 2) {
            return help();
        }
        if (command.equals("onboard-shard")) {
            return onboard(arguments.get(1));
        }
        if (command.equals("structure")) {
            structure(place.shards(place.shards()).getFirst()).write(Path.of(arguments.get(1)));
            return 0;
        }
        Release release = ReleaseFolder.read(Path.of(arguments.get(1)).toAbsolutePath());
        return switch (command) {
            case "plan" -> plan(release);
            case "from-flyway", "to-flyway" -> flyway(release, arguments);
            default -> controlled(command, release, arguments);
        };
    }

    private int controlled(String command, Release release, List<String> arguments)
            throws SQLException, InterruptedException {
        try (Control control = Control.open(place.controlled())) {
            return switch (command) {
                case "run", "resume" -> {
                    release.notices()
                            .any()
                            .ifPresent(told -> out.println(
                                    "A terminal tells nobody: " + told + " is told when functions run it."));
                    Plan plan = Plan.of(release, place.targets(release));
                    note(control, release, command);
                    yield told(control, driver(release, control).run(plan.findings()));
                }
                case "take-back" -> {
                    note(control, release, command);
                    yield told(control, driver(release, control).takeBack());
                }
                case "status" -> told(control, known(control, release));
                case "report" -> {
                    out.println(Wording.report(control.targets().of(release.name())));
                    yield told(control, known(control, release));
                }
                case "pause", "abort" -> {
                    control.ask(release.name(), command.equals("pause") ? RunState.PAUSED : RunState.ABORTED);
                    note(control, release, command);
                    told(control, known(control, release));
                    yield 0;
                }
                case "forget" -> forget(control, release);
                case "approve" -> approve(control, release, arguments);
                default -> help();
            };
        }
    }

    private void note(Control control, Release release, String what) throws SQLException {
        control.shelf().note(release.name(), settings.owner(), what + ", " + release.checksum());
    }

    /** First nobody may take it back, and then nobody can. */
    private int forget(Control control, Release release) throws SQLException {
        control.settle(release.name());
        note(control, release, "forget");
        Map<String, Target> targets = new HashMap<>();
        place.targets(release).forEach(target -> targets.put(target.name(), target));
        int dropped = 0;
        for (TargetRecord kept : control.targets().of(release.name())) {
            Target target = targets.get(kept.target());
            if (target == null) {
                out.println(kept.target() + " is no target any more; its images stay where they are");
            } else {
                dropped += TargetImages.drop(target, release.name());
            }
        }
        out.println(release.name() + " stays: " + dropped + " images were dropped");
        return 0;
    }

    private ReleaseRun driver(Release release, Control control) throws SQLException {
        return new ReleaseRun(release, place.targets(release), control, settings, new Told(out));
    }

    private static RunRecord known(Control control, Release release) throws SQLException {
        return control.find(release.name()).orElseThrow(() -> new NotAllowed(release.name() + " has never been run"));
    }

    private int plan(Release release) throws SQLException {
        Plan plan = Plan.of(release, place.targets(release));
        out.println(Wording.of(plan));
        return plan.of(Level.ERROR).isEmpty() ? 0 : 1;
    }

    private int approve(Control control, Release release, List<String> arguments) throws SQLException {
        if (arguments.size() != 4 || !arguments.get(2).equals("--by")) {
            return help();
        }
        control.approvals().approve(release, arguments.get(3));
        note(control, release, "approve by " + arguments.get(3));
        out.println(arguments.get(3) + " approves of " + release.name() + " "
                + release.checksum().substring(0, 12));
        return 0;
    }

    private int told(Control control, RunRecord run) throws SQLException {
        out.println(Wording.of(run, control.targets().of(run.name())));
        return WELL.contains(run.state()) ? 0 : 1;
    }

    private int drift(List<String> arguments) throws SQLException, IOException {
        List<Target> shards = place.shards(place.shards());
        Structure expected =
                arguments.size() > 1 ? Structure.read(Path.of(arguments.get(1))) : structure(shards.getFirst());
        boolean drifted = false;
        for (Target shard : shards) {
            for (String difference : expected.drift(structure(shard))) {
                out.println(shard.name() + ": " + difference);
                drifted = true;
            }
        }
        out.println(drifted ? "There is drift." : "No drift in " + shards.size() + " shards.");
        return drifted ? 1 : 0;
    }

    private int migrate(List<String> services) throws SQLException, IOException, InterruptedException {
        List<KeptSchema> all = KeptSchema.all(properties, place);
        List<KeptSchema> chosen = all.stream()
                .filter(schema -> services.isEmpty() || services.contains(schema.service()))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("no schema of " + services + "; there are "
                    + all.stream().map(KeptSchema::service).toList());
        }
        return new Migrating(settings, new Told(out), out).run(chosen) ? 0 : 1;
    }

    /** May be given again where it was cut off. */
    private int onboard(String name) throws SQLException, IOException, InterruptedException {
        if (!name.matches(SCHEMA_NAME)) {
            throw new IllegalArgumentException(
                    name + " is no name of a schema: lower case letters, digits, underscores");
        }
        try (Connection connection = place.nowhere().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + name + " CHARACTER SET utf8mb4");
        }
        Target shard = place.shard(name);
        List<KeptSchema> schemas = KeptSchema.all(properties, place).stream()
                .filter(KeptSchema::sharded)
                .map(schema -> schema.on(shard))
                .toList();
        if (!new Migrating(settings, new Told(out), out).run(schemas)) {
            return 1;
        }
        List<String> drift = structure(place.shard(place.shards().getFirst())).drift(structure(shard));
        drift.forEach(difference -> out.println(name + ": " + difference));
        out.println(drift.isEmpty() ? name + " is like " + place.shards().getFirst() + "." : "There is drift.");
        return drift.isEmpty() ? 0 : 1;
    }

    /** Without what Flyway left where it once kept the services' schemas: newer shards have none of it. */
    private Structure structure(Target shard) throws SQLException, IOException {
        return Structure.of(shard)
                .without(KeptSchema.all(properties, place).stream()
                        .map(schema -> schema.service() + "_flyway")
                        .toArray(String[]::new));
    }

    private int flyway(Release release, List<String> arguments) throws SQLException {
        if (arguments.size() != 3) {
            return help();
        }
        FlywayHistory history = new FlywayHistory(arguments.get(2));
        for (Target target : place.targets(release)) {
            if (arguments.getFirst().equals("to-flyway")) {
                out.println(target.name() + ": " + history.exportFrom(release, target) + " added");
            } else {
                out.println(target.name() + ": "
                        + history.importInto(release, target, settings, Progress.silent())
                                .outcome());
            }
        }
        return 0;
    }

    /** Notes as they come; statements would be too many. */
    private record Told(PrintStream out) implements Progress {
        @Override
        public void statementDone(String target, String place, long rows, Duration took) {
            // the report has them
        }

        @Override
        public void note(String target, String what) {
            out.println(target + ": " + what);
        }
    }
}
