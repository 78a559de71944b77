package dev.abacus.function.wire;

import io.cloudevents.CloudEvent;
import java.util.List;
import java.util.Map;

/** One thing said. Numbers named {@code call} tell the invocations of one worker apart; they mean nothing elsewhere. */
public sealed interface Frame {

    /** A worker is there and warm. */
    record Ready(long pid) implements Frame {}

    /**
     * Become an instance of this version.
     *
     * @param jars where the function and what it brings are, as paths
     * @param handler the class
     * @param settings what {@code platform} is set up from: addresses and secrets, never in a command line
     */
    record Load(String function, int version, List<String> jars, String handler, Map<String, String> settings)
            implements Frame {}

    record Loaded(long micros) implements Frame {}

    record LoadFailed(String reason) implements Frame {}

    record Invoke(long call, Calling calling, CloudEvent event) implements Frame {}

    /**
     * How an invocation ended well.
     *
     * @param event null for no answer
     * @param cpuNanos processor time of the thread that ran it
     */
    record Succeeded(long call, CloudEvent event, long cpuNanos) implements Frame {}

    record Failed(long call, Failure failure, long cpuNanos) implements Frame {}

    record Log(long call, String level, long epochMillis, String text) implements Frame {}

    /** The function should end; {@code interrupt} when asking was not enough. */
    record Cancel(long call, boolean interrupt) implements Frame {}

    /** Settings have changed; takes the place of those of {@link Load}. */
    record Settings(Map<String, String> settings) implements Frame {}

    /** A function wants something of the platform; answered by {@link Answer}. */
    record Ask(long call, long question, Question what) implements Frame {}

    record Answer(long question, Reply reply) implements Frame {}

    /** Go. Said when nothing runs. */
    record Stop() implements Frame {}
}
