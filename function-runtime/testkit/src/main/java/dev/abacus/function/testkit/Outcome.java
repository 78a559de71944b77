package dev.abacus.function.testkit;

import dev.abacus.function.PermanentFailure;
import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;

/**
 * What became of a call.
 *
 * @param answer null for none, or when it failed
 * @param failure what the function threw; null when it did not
 * @param attempts how many were made
 */
public record Outcome(CloudEvent answer, Throwable failure, int attempts) {

    public boolean succeeded() {
        return failure == null;
    }

    /** Whether the function said that no further attempt can help. */
    public boolean failedForGood() {
        return failure instanceof PermanentFailure;
    }

    /**
     * The answer's data as text.
     *
     * @throws AssertionError when the call failed, with what the function threw, or had no answer
     */
    public String data() {
        if (failure != null) {
            throw new AssertionError("the function failed: " + failure, failure);
        }
        if (answer == null || answer.getData() == null) {
            throw new AssertionError("the function answered nothing");
        }
        return new String(answer.getData().toBytes(), StandardCharsets.UTF_8);
    }
}
