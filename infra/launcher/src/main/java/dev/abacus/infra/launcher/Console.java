package dev.abacus.infra.launcher;

import java.io.PrintStream;

/** What the person at the terminal sees. Lines of programs that start side by side do not mix. */
final class Console {

    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    synchronized void line(Program program, String text) {
        out.printf("  %-18s %s%n", program.name(), text);
    }

    synchronized void line(String text) {
        out.println(text);
    }
}
