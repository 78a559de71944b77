package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the suite needs of the operating system beside a JDK: Maven, and the shared libraries of the native servers.
 * Missing Debian packages are installed when we may, and named when we may not.
 */
final class Prerequisites {

    private static final List<Path> LIBRARY_DIRECTORIES =
            List.of(Path.of("/usr/lib/x86_64-linux-gnu"), Path.of("/lib/x86_64-linux-gnu"), Path.of("/usr/lib64"));

    /** Library or command, and the Debian package that brings it. */
    private static final Map<String, String> LIBRARIES = new LinkedHashMap<>();

    static {
        LIBRARIES.put("libstdc++.so.6", "libstdc++6");
        LIBRARIES.put("libcrypt.so.1", "libcrypt1");
        LIBRARIES.put("libsystemd.so.0", "libsystemd0");
        LIBRARIES.put("libssl.so.3", "libssl3");
    }

    private final Console console;

    Prerequisites(Console console) {
        this.console = console;
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
        if (!System.getProperty("user.name").equals("root") || !isOnPath("apt-get")) {
            throw new Problem("These packages are missing: " + String.join(" ", missing)
                    + "\nInstall them and run this again, on Debian or Ubuntu with:\n    sudo apt-get install "
                    + String.join(" ", missing));
        }
        console.line("Installing " + String.join(" ", missing) + " …");
        apt(List.of("apt-get", "update", "-qq"));
        List<String> install = new ArrayList<>(List.of("apt-get", "install", "-y", "-qq", "--no-install-recommends"));
        install.addAll(missing);
        apt(install);
    }

    private static List<String> missingPackages() {
        List<String> missing = new ArrayList<>();
        if (!isOnPath("mvn")) {
            missing.add("maven");
        }
        LIBRARIES.forEach((library, debianPackage) -> {
            if (LIBRARY_DIRECTORIES.stream().noneMatch(directory -> Files.exists(directory.resolve(library)))) {
                missing.add(debianPackage);
            }
        });
        return missing;
    }

    private static boolean isOnPath(String command) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
    }

    private static void apt(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder apt = new ProcessBuilder(command).inheritIO();
        apt.environment().put("DEBIAN_FRONTEND", "noninteractive");
        if (apt.start().waitFor() != 0) {
            throw new Problem("Failed: " + String.join(" ", command));
        }
    }
}
