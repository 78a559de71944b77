package dev.abacus.infra.launcher;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Starts programs of the suite; those whose schemas are kept find them up to date. */
record SuiteStart(Stack stack, Supervisor supervisor, Console console) {

    private static final String DATABASE = "mariadb";

    /** Whether all of them are ready, or absent from this checkout. */
    boolean bringUp(List<Program> programs) throws IOException, InterruptedException {
        if (!Schemas.areNeededBy(programs)) {
            return new Startup(supervisor, console).bringUp(programs);
        }
        Map<Boolean, List<Program>> first = programs.stream()
                .collect(Collectors.partitioningBy(program -> program.name().equals(DATABASE)));
        if (!new Startup(supervisor, console).bringUp(first.get(true))) {
            return false;
        }
        new Schemas(stack, console).bringUpToDate(programs);
        return new Startup(supervisor, console).bringUp(first.get(false));
    }
}
