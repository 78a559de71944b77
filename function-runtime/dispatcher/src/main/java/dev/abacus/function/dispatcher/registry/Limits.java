package dev.abacus.function.dispatcher.registry;

/**
 * What one tenant may have of one function.
 *
 * @param rate synchronous calls a second; beyond it a caller gets 429
 * @param concurrency calls that run at the same time, synchronous and asynchronous together
 * @param queue asynchronous invocations that wait; beyond it a caller gets 429
 */
public record Limits(int rate, int concurrency, int queue) {

    public static final Limits DEFAULT = new Limits(1_000, 50, 100_000);

    public Limits {
        if (rate < 1 || concurrency < 1 || queue < 1) {
            throw new IllegalArgumentException("limits: rate, concurrency and queue must be 1 or more");
        }
    }
}
