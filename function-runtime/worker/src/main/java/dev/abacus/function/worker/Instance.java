package dev.abacus.function.worker;

import dev.abacus.function.CloudFunction;
import dev.abacus.function.CurrentContext;
import dev.abacus.function.FunctionContext;
import dev.abacus.function.FunctionEnvironment;
import dev.abacus.function.wire.Failure;
import dev.abacus.function.wire.Frame;
import dev.abacus.function.wire.Wire;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * One version of one function in this process, with the calls that it serves. Calls run on platform threads: those can be
 * metered and hold whatever a function calls; how many there may be is for the host to keep to.
 */
final class Instance {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Frame.Load load;
    private final FunctionLoader.Loaded loaded;
    private final Wire wire;
    private final Asking asking;
    private final LiveSettings settings;
    private final Clock clock = Clock.systemUTC();
    private final ExecutorService threads;
    private final Map<Long, RunningCall> calls = new ConcurrentHashMap<>();

    private Instance(Frame.Load load, FunctionLoader.Loaded loaded, Wire wire, Asking asking, LiveSettings settings) {
        this.load = load;
        this.loaded = loaded;
        this.wire = wire;
        this.asking = asking;
        this.settings = settings;
        this.threads = Executors.newCachedThreadPool(named(load.function(), loaded.classes()));
    }

    static Instance of(Frame.Load load, Wire wire, Asking asking, ClassLoader platform) throws Exception {
        LiveSettings settings = new LiveSettings(load.settings());
        FunctionEnvironment environment = new FunctionEnvironment(
                load.function(), load.version(), Clock.systemUTC(), AskedPlatform.ofNoCall(settings));
        var jars = load.jars().stream().map(Path::of).toList();
        var loaded = FunctionLoader.load(jars, load.handler(), environment, platform);
        return new Instance(load, loaded, wire, asking, settings);
    }

    void start(Frame.Invoke invoke) {
        RunningCall call = new RunningCall();
        calls.put(invoke.call(), call);
        threads.execute(() -> serve(invoke, call));
    }

    void cancel(long number, boolean interrupt) {
        RunningCall call = calls.get(number);
        if (call == null) {
            return;
        }
        call.request();
        if (interrupt) {
            call.interrupt();
        }
    }

    void settings(Map<String, String> changed) {
        settings.become(changed);
    }

    private void serve(Frame.Invoke invoke, RunningCall call) {
        long from = THREADS.getCurrentThreadCpuTime();
        call.runsOn(Thread.currentThread());
        Frame answer;
        try {
            CloudEvent result = CurrentContext.during(context(invoke, call), () -> answer(invoke.event()));
            answer = new Frame.Succeeded(invoke.call(), result, spent(from));
        } catch (Throwable e) {
            Failure failure = Failures.of(e);
            answer = new Frame.Failed(invoke.call(), failure, spent(from));
        } finally {
            call.over();
            calls.remove(invoke.call());
        }
        try {
            wire.send(answer);
        } catch (IOException e) {
            tooLarge(invoke.call(), e, from);
        }
    }

    private CloudEvent answer(CloudEvent event) throws Exception {
        return loaded.function() instanceof CloudFunction function
                ? function.handle(event, FunctionContext.current())
                : loaded.function().apply(event);
    }

    /** Either the host is gone, and nobody hears this either, or the answer was longer than a frame may be. */
    private void tooLarge(long call, IOException why, long from) {
        Failure failure = new Failure(Failure.Kind.PERMANENT, "answer-too-large", why.getMessage(), "");
        try {
            wire.send(new Frame.Failed(call, failure, spent(from)));
        } catch (IOException e) {
            // Gone.
        }
    }

    private CallContext context(Frame.Invoke invoke, RunningCall call) {
        return new CallContext(
                invoke.calling(),
                load.function(),
                load.version(),
                call,
                new CallLogger(load.function(), invoke.call(), wire, clock),
                clock,
                new AskedPlatform(invoke.call(), asking, settings));
    }

    private static long spent(long from) {
        return THREADS.getCurrentThreadCpuTime() - from;
    }

    private static ThreadFactory named(String function, ClassLoader classes) {
        ThreadFactory platform =
                Thread.ofPlatform().daemon().name(function + "-", 1).factory();
        return work -> {
            Thread thread = platform.newThread(work);
            thread.setContextClassLoader(classes);
            return thread;
        };
    }
}
