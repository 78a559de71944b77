package dev.abacus.function.worker;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** What a function logs by, wherever it runs: from DEBUG up, with its messages filled in. */
public abstract class FunctionLogger implements System.Logger {

    private final String function;

    protected FunctionLogger(String function) {
        this.function = function;
    }

    /** @param thrown null when nothing was */
    protected abstract void write(Level level, String text, Throwable thrown);

    @Override
    public final String getName() {
        return function;
    }

    @Override
    public final boolean isLoggable(Level level) {
        return level.getSeverity() >= Level.DEBUG.getSeverity() && level != Level.OFF;
    }

    @Override
    public final void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
        if (isLoggable(level)) {
            write(level, message, thrown);
        }
    }

    @Override
    public final void log(Level level, ResourceBundle bundle, String format, Object... arguments) {
        if (isLoggable(level)) {
            boolean plain = arguments == null || arguments.length == 0;
            write(level, plain ? format : MessageFormat.format(format, arguments), null);
        }
    }
}
