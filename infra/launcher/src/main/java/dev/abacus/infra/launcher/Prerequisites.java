package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the suite needs of the operating system beside a JDK: Maven, and the shared libraries of the native servers.
 * Missing Debian packages are installed when we may, and named when we may not.
 */
final class Prerequisites {

    private static final List<Path> LIBRARY_DIRECTORIES =
            List.of(Path.of("/usr/lib/x86_64-linux-gnu"), Path.of("/lib/x86_64-linux-gnu"), Path.of("/usr/lib64"));

    /** A machine that has just started updates itself, and that holds the lock for a while. */
    private static final String WAITS_FOR_ANOTHER_APT = "DPkg::Lock::Timeout=120";

    /** Library, and the Debian package that brings it. */
    private static final Map<String, String> LIBRARIES = new LinkedHashMap<>();

    static {
        LIBRARIES.put("libstdc++.so.6", "libstdc++6");
        LIBRARIES.put("libcrypt.so.1", "libcrypt1");
        LIBRARIES.put("libsystemd.so.0", "libsystemd0");
        LIBRARIES.put("libssl.so.3", "libssl3");
    }

    private final Console console;
    private final String user;
    private final String path;
    private final List<Path> libraryDirectories;

    Prerequisites(Console console) {
        this(console, System.getProperty("user.name"), System.getenv().getOrDefault("PATH", ""), LIBRARY_DIRECTORIES);
    }

    /** @param path where commands are looked for, as in the environment */
    Prerequisites(Console console, String user, String path, List<Path> libraryDirectories) {
        this.console = console;
        this.user = user;
        this.path = path;
        this.libraryDirectories = libraryDirectories;
    }

    void ensure() throws IOException, InterruptedException {
        String machine = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
        if (!machine.equals("Linux on amd64")) {
            throw new Problem("The servers' binaries are for Linux on amd64; this is " + machine + ".");
        }
        List<String> missing = missingPackages();
        if (missing.isEmpty()) {
            return;
        }
        Optional<Path> aptGet = command("apt-get");
        if (!user.equals("root") || aptGet.isEmpty()) {
            throw new Problem("These packages are missing: " + String.join(" ", missing)
                    + "\nInstall them and run this again, on Debian or Ubuntu with:\n    sudo apt-get install "
                    + String.join(" ", missing));
        }
        console.line("Installing " + String.join(" ", missing) + " …");
        String apt = aptGet.get().toString();
        // One repository of several that is away makes this fail, and the packages may be known all the same.
        if (apt(List.of(apt, "update", "-qq")) != 0) {
            console.line("apt-get update failed; trying with the lists that are there");
        }
        List<String> install = new ArrayList<>(
                List.of(apt, "install", "-y", "-qq", "--no-install-recommends", "-o", WAITS_FOR_ANOTHER_APT));
        install.addAll(missing);
        if (apt(install) != 0) {
            throw new Problem("Failed: " + String.join(" ", install));
        }
        List<String> still = missingPackages();
        if (!still.isEmpty()) {
            throw new Problem("Installed, but what is looked for in " + String.join(" ", still)
                    + " is still neither on the PATH nor in " + libraryDirectories);
        }
    }

    private List<String> missingPackages() {
        List<String> missing = new ArrayList<>();
        if (command("mvn").isEmpty()) {
            missing.add("maven");
        }
        LIBRARIES.forEach((library, debianPackage) -> {
            if (libraryDirectories.stream().noneMatch(directory -> Files.exists(directory.resolve(library)))) {
                missing.add(debianPackage);
            }
        });
        return missing;
    }

    private Optional<Path> command(String name) {
        return Stream.of(path.split(":"))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int apt(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder apt = new ProcessBuilder(command).inheritIO();
        apt.environment().put("DEBIAN_FRONTEND", "noninteractive");
        return apt.start().waitFor();
    }
}
