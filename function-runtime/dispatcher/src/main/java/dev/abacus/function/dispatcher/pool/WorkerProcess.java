package dev.abacus.function.dispatcher.pool;

import dev.abacus.function.wire.Calling;
import dev.abacus.function.wire.Failure;
import dev.abacus.function.wire.Failure.Kind;
import dev.abacus.function.wire.Frame;
import dev.abacus.function.wire.Question;
import dev.abacus.function.wire.Reply;
import dev.abacus.function.wire.Wire;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker, from its first word to its death. */
final class WorkerProcess {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);

    private final Process process;
    private final Wire wire;
    private final Ladder ladder;
    private final AtomicLong lastCall = new AtomicLong();
    private final Map<Long, Attempt> attempts = new ConcurrentHashMap<>();
    private final CompletableFuture<Long> loaded = new CompletableFuture<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    /** Why it is being killed, told to those of its calls that are not to blame. */
    private volatile String killedFor;

    WorkerProcess(Process process, Wire wire, Ladder ladder) {
        this.process = process;
        this.wire = wire;
        this.ladder = ladder;
        Thread.ofVirtual().name("worker-" + process.pid()).start(this::read);
    }

    long pid() {
        return process.pid();
    }

    /** Completes when the process is dead or its connection is. */
    CompletableFuture<Void> gone() {
        return gone;
    }

    /** @return microseconds that it took inside; fails with the reason when the function cannot be used */
    CompletableFuture<Long> load(Frame.Load load) {
        send(load);
        return loaded;
    }

    void settings(Map<String, String> settings) {
        send(new Frame.Settings(settings));
    }

    RunningAttempt invoke(Calling calling, CloudEvent event, CallListener listener) {
        long call = lastCall.incrementAndGet();
        Attempt attempt = new Attempt(call, listener);
        attempts.put(call, attempt);
        // Before the first word is sent: a worker that dies meanwhile finds the attempt among those that it takes
        // along.
        if (gone.isDone()) {
            attempt.lost();
        } else {
            send(new Frame.Invoke(call, calling, event));
            attempt.endBy(calling.deadlineMillis());
        }
        return attempt;
    }

    /** Ends it; said when nothing runs. */
    void stop() {
        send(new Frame.Stop());
    }

    void kill() {
        process.destroyForcibly();
    }

    private void send(Frame frame) {
        try {
            wire.send(frame);
        } catch (IOException e) {
            // It reads no more, so it is as good as dead; the reading side tells whoever waits.
            process.destroyForcibly();
        }
    }

    private void read() {
        try {
            for (Frame frame = wire.receive(); frame != null; frame = wire.receive()) {
                hear(frame);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("Worker {} is not understood and is ended: {}", pid(), e.toString());
        } finally {
            end();
        }
    }

    private void hear(Frame frame) throws IOException {
        switch (frame) {
            case Frame.Loaded(long micros) -> loaded.complete(micros);
            case Frame.LoadFailed(String reason) -> loaded.completeExceptionally(new UnusableVersion(reason));
            case Frame.Succeeded(long call, CloudEvent event, long cpu) ->
                attempt(call, attempt -> attempt.end(new Outcome(event, null, cpu, attempt.busy())));
            case Frame.Failed(long call, Failure failure, long cpu) ->
                attempt(call, attempt -> attempt.end(new Outcome(null, attempt.blamed(failure), cpu, attempt.busy())));
            case Frame.Log(long call, String level, long millis, String text) ->
                attempt(call, attempt -> attempt.listener.logged(level, millis, text));
            case Frame.Ask(long call, long question, var what) -> asked(call, question, what);
            default -> throw new IOException("a worker does not say " + frame);
        }
    }

    /** Before the first call, and after the one that asks has ended, there is no tenant to answer for. Whoever asks is told so. */
    private void asked(long call, long question, Question what) {
        Attempt attempt = attempts.get(call);
        if (attempt == null) {
            send(new Frame.Answer(question, Reply.refused("this was asked by no call that is under way")));
        } else {
            attempt.listener.asked(what, reply -> send(new Frame.Answer(question, reply)));
        }
    }

    private void attempt(long call, java.util.function.Consumer<Attempt> then) {
        Attempt attempt = attempts.get(call);
        if (attempt != null) {
            then.accept(attempt);
        }
    }

    private void end() {
        process.destroyForcibly();
        try {
            wire.close();
        } catch (IOException e) {
            LOG.debug("The connection of worker {} was closed already", pid(), e);
        }
        gone.complete(null);
        loaded.completeExceptionally(new UnusableVersion("its process ended while it was loading the function"));
        attempts.values().forEach(Attempt::lost);
    }

    /** One call in this process. */
    private final class Attempt implements RunningAttempt {

        private final long call;
        private final CallListener listener;
        private final long from = System.nanoTime();
        private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        private volatile Kind ending;
        private volatile Ladder.Climb deadline;

        private Attempt(long call, CallListener listener) {
            this.call = call;
            this.listener = listener;
        }

        @Override
        public CompletableFuture<Outcome> outcome() {
            return outcome;
        }

        @Override
        public long pid() {
            return WorkerProcess.this.pid();
        }

        @Override
        public void cancel() {
            climb(Kind.CANCELLED);
        }

        private void endBy(long deadlineMillis) {
            deadline = ladder.at(deadlineMillis, () -> climb(Kind.TIMEOUT));
            if (outcome.isDone()) {
                deadline.cancel();
            }
        }

        /** Ask, interrupt, kill. */
        private void climb(Kind why) {
            if (outcome.isDone() || ending != null) {
                return;
            }
            ending = why;
            send(new Frame.Cancel(call, false));
            Ladder.Climb climb = ladder.climb(() -> send(new Frame.Cancel(call, true)), () -> {
                killedFor = "call " + call + " did not end when it was "
                        + why.name().toLowerCase(java.util.Locale.ROOT);
                process.destroyForcibly();
            });
            outcome.whenComplete((done, none) -> climb.cancel());
        }

        private Failure blamed(Failure failure) {
            return ending == null ? failure : ended();
        }

        private Failure ended() {
            return ending == Kind.TIMEOUT
                    ? new Failure(Kind.TIMEOUT, "timeout", "it did not answer within its time-out", "")
                    : new Failure(Kind.CANCELLED, "cancelled", "it was cancelled", "");
        }

        private void lost() {
            if (ending != null) {
                end(Outcome.failed(ended(), busy()));
            } else if (killedFor != null) {
                end(Outcome.failed(
                        new Failure(Kind.SYSTEM, "process-ended", "its process was ended: " + killedFor, ""), busy()));
            } else {
                end(Outcome.failed(new Failure(Kind.CRASH, "process-died", "its process died" + exit(), ""), busy()));
            }
        }

        private String exit() {
            try {
                return process.waitFor(1, java.util.concurrent.TimeUnit.SECONDS)
                        ? " with exit value " + process.exitValue()
                        : "";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "";
            }
        }

        private long busy() {
            return System.nanoTime() - from;
        }

        private void end(Outcome how) {
            attempts.remove(call);
            Ladder.Climb pending = deadline;
            if (pending != null) {
                pending.cancel();
            }
            outcome.complete(how);
        }
    }
}
