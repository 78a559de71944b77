package dev.abacus.sql.release;

import java.util.List;

/** A release that nobody can run as it is; each problem begins with its file and line. */
public final class InvalidRelease extends RuntimeException {

    private final List<String> problems;

    InvalidRelease(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
