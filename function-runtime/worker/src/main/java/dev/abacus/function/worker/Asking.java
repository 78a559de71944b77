package dev.abacus.function.worker;

import dev.abacus.function.platform.NotProvided;
import dev.abacus.function.wire.Frame;
import dev.abacus.function.wire.Question;
import dev.abacus.function.wire.Reply;
import dev.abacus.function.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/** Questions under way to the host. */
final class Asking {

    private final Wire wire;
    private final AtomicLong last = new AtomicLong();
    private final Map<Long, CompletableFuture<Reply>> open = new ConcurrentHashMap<>();

    Asking(Wire wire) {
        this.wire = wire;
    }

    /**
     * Waits for the answer; the deadline of the call ends the wait by interrupting it.
     *
     * @throws NotProvided with the host's reason when it refuses
     */
    Reply ask(long call, Question question) {
        long number = last.incrementAndGet();
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        open.put(number, answer);
        try {
            wire.send(new Frame.Ask(call, number, question));
            Reply reply = answer.get();
            if (reply.refusal() != null) {
                throw new NotProvided(reply.refusal());
            }
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        } finally {
            open.remove(number);
        }
    }

    void answered(long question, Reply reply) {
        CompletableFuture<Reply> answer = open.get(question);
        // Whoever asked may have been cancelled meanwhile.
        if (answer != null) {
            answer.complete(reply);
        }
    }

    /** A cancelled call does not wait for its answers. */
    static final class Interrupted extends RuntimeException {
        Interrupted() {
            super("interrupted while the platform was asked");
        }
    }
}
