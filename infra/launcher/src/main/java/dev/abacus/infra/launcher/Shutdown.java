package dev.abacus.infra.launcher;

import java.io.IOException;
import java.util.List;

/** Stops programs in the reverse of the order in which they start, one after the other, each by asking it first. */
final class Shutdown {

    private final Supervisor supervisor;
    private final Console console;

    Shutdown(Supervisor supervisor, Console console) {
        this.supervisor = supervisor;
        this.console = console;
    }

    void takeDown(List<Program> programs) throws IOException, InterruptedException {
        for (Program program : programs.reversed()) {
            switch (supervisor.stop(program)) {
                case GRACEFULLY -> console.line(program, "stopped");
                case KILLED -> console.line(program, "killed: it did not stop when asked");
                case WAS_NOT_RUNNING -> {
                    // nothing to say about each of a dozen programs that nobody started
                }
            }
        }
    }
}
