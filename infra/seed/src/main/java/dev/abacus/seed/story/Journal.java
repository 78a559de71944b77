package dev.abacus.seed.story;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tells the story on the screen: a line for each step, with what was seen and how long it took. */
public final class Journal {

    private final PrintStream screen;

    public Journal(PrintStream screen) {
        this.screen = screen;
    }

    public void chapter(String title) {
        screen.println();
        screen.println(title);
    }

    /**
     * Takes a step.
     *
     * @param step does it, checks it, and tells what it saw
     * @throws Surprise when something is not as it should be; the step's line then says so
     */
    public void step(String title, Supplier<String> step) {
        step(title, step, seen -> seen);
    }

    /** Takes a step that others build on. @param tell what to show of its outcome */
    public <T> T step(String title, Supplier<T> step, Function<T, String> tell) {
        long begin = System.nanoTime();
        try {
            T outcome = step.get();
            line("✓", title, tell.apply(outcome), begin);
            return outcome;
        } catch (RuntimeException e) {
            line("✗", title, e.getMessage(), begin);
            throw e instanceof Surprise surprise ? surprise : new Surprise(title + ": " + e.getMessage(), e);
        }
    }

    private void line(String mark, String title, String seen, long begin) {
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        screen.printf("  %s %7.2f s  %s: %s%n", mark, took.toMillis() / 1000.0, title, seen);
    }
}
