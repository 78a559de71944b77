package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.file.Path;

/** How a program becomes a process: makes its directories and configuration, and returns the command to run. */
interface Launch {

    /** Called before each start, with the program's own existing directory; must be harmless when repeated. */
    ProcessBuilder prepare(Path state) throws IOException, InterruptedException;

    /** Whether what was started in that directory is what is built now; when not, it runs on with the code of then. */
    default boolean isCurrent(Path state) throws IOException {
        return true;
    }

    /** The directory of the Maven module that it is built from. */
    Path module();

    /** Why it cannot be started in this checkout, or null when it can. */
    default String missing() {
        return ClassPath.isBuilt(module()) ? null : "its module is not built here";
    }
}
