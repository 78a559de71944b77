package dev.abacus.function.dispatcher.invocation.application;

import dev.abacus.function.dispatcher.registry.DeployedVersion;
import dev.abacus.function.wire.Question;
import dev.abacus.function.wire.Reply;
import java.util.function.Consumer;

/** Answers what functions ask of the platform. */
public interface PlatformDesk {

    /**
     * Whose question it is; nothing that a function says can change it.
     *
     * @param tenant null for the platform's own
     * @param traceparent null outside a trace
     */
    record Asker(String function, String invocation, String tenant, String lane, int depth, String traceparent) {

        /** The same within another span of its trace. */
        Asker in(String traceparent) {
            return new Asker(function, invocation, tenant, lane, depth, traceparent);
        }
    }

    /**
     * Returns at once; the answer comes on another thread.
     *
     * @param version that asks, whose definition says what it may
     */
    void ask(Asker asker, DeployedVersion version, Question question, Consumer<Reply> answer);
}
