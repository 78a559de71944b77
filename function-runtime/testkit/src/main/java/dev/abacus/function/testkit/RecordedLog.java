package dev.abacus.function.testkit;

import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What a function wrote into its log. */
public final class RecordedLog implements System.Logger {

    /** @param thrown null for none */
    public record Line(Level level, String text, Throwable thrown) {

        @Override
        public String toString() {
            return level + " " + text + (thrown == null ? "" : ": " + thrown);
        }
    }

    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private volatile Consumer<Line> follower = line -> {};

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Only what was said, without levels. */
    public List<String> texts() {
        return lines.stream().map(Line::text).toList();
    }

    void follow(Consumer<Line> follower) {
        this.follower = follower;
    }

    @Override
    public String getName() {
        return "function";
    }

    @Override
    public boolean isLoggable(Level level) {
        return level.getSeverity() >= Level.DEBUG.getSeverity() && level != Level.OFF;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
        add(level, message, thrown);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... arguments) {
        boolean plain = arguments == null || arguments.length == 0;
        add(level, plain ? format : MessageFormat.format(format, arguments), null);
    }

    private void add(Level level, String text, Throwable thrown) {
        if (isLoggable(level)) {
            Line line = new Line(level, text, thrown);
            lines.add(line);
            follower.accept(line);
        }
    }
}
