package dev.abacus.function.alone;

import dev.abacus.function.CloudFunction;
import dev.abacus.function.CurrentContext;
import dev.abacus.function.FunctionContext;
import dev.abacus.function.wire.Failure;
import dev.abacus.function.worker.Failures;
import dev.abacus.function.worker.RunningCall;
import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/** One call on a thread of its own, which is asked to end at its deadline and interrupted after a grace. */
final class Call {

    private static final Duration GRACE = Duration.ofMillis(500);

    private final Function<CloudEvent, CloudEvent> function;
    private final ClassLoader classes;
    private final Runnable overdue;
    private final Consumer<Boolean> over;
    private boolean late;
    private boolean returned;
    private final RunningCall running = new RunningCall();

    /**
     * @param overdue run when the caller is answered before the function has returned
     * @param over told when it has returned, and whether it was overdue
     */
    Call(Function<CloudEvent, CloudEvent> function, ClassLoader classes, Runnable overdue, Consumer<Boolean> over) {
        this.function = function;
        this.classes = classes;
        this.overdue = overdue;
        this.over = over;
    }

    RunningCall running() {
        return running;
    }

    /** @param failure null when it succeeded */
    record Answer(CloudEvent event, Failure failure) {}

    Answer answer(CloudEvent event, FunctionContext context, Duration timeout) throws InterruptedException {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform()
                .name(context.function() + "-" + context.invocationId())
                .unstarted(() -> answer.complete(run(event, context)));
        thread.setContextClassLoader(classes);
        running.runsOn(thread);
        thread.start();
        Answer inTime = within(answer, timeout);
        if (inTime != null) {
            return inTime;
        }
        running.request();
        if (within(answer, GRACE) == null) {
            running.interrupt();
        }
        giveUp();
        return new Answer(
                null, new Failure(Failure.Kind.TIMEOUT, "timeout", "it did not answer within its time-out", ""));
    }

    private synchronized void giveUp() {
        if (!returned) {
            late = true;
            overdue.run();
        }
    }

    private synchronized boolean returned() {
        returned = true;
        return late;
    }

    private Answer run(CloudEvent event, FunctionContext context) {
        try {
            return new Answer(
                    CurrentContext.during(
                            context,
                            () -> function instanceof CloudFunction cloud
                                    ? cloud.handle(event, context)
                                    : function.apply(event)),
                    null);
        } catch (Throwable e) {
            // Whatever a function throws, LinkageErrors included, is its answer; the process serves others meanwhile.
            return new Answer(null, Failures.of(e));
        } finally {
            running.over();
            over.accept(returned());
        }
    }

    private static Answer within(CompletableFuture<Answer> answer, Duration patience) throws InterruptedException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
