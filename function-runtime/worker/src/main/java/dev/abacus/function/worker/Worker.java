package dev.abacus.function.worker;

import dev.abacus.function.wire.Frame;
import dev.abacus.function.wire.Wire;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;

/**
 * {@code Worker SOCKET}: dials its host, says that it is ready, and does what it is told until the host is gone. {@code Worker
 * --train} does what comes before that and ends, for the class cache.
 */
public final class Worker {

    private final Wire wire;
    private final Asking asking;
    private final ClassLoader platform;
    private Instance instance;

    /** @param platform what functions find beside their own jars */
    Worker(Wire wire, ClassLoader platform) {
        this.wire = wire;
        this.platform = platform;
        this.asking = new Asking(wire);
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("--train")) {
            WarmUp.run();
            return;
        }
        try (Wire wire = new Wire(SocketChannel.open(UnixDomainSocketAddress.of(arguments[0])))) {
            WarmUp.run();
            wire.send(new Frame.Ready(ProcessHandle.current().pid()));
            new Worker(wire, Worker.class.getClassLoader()).serve();
        }
        // Threads that a function left behind keep nothing alive.
        Runtime.getRuntime().halt(0);
    }

    /** Does what the host says until it says to stop or is gone. */
    void serve() throws IOException {
        for (Frame frame = wire.receive(); frame != null; frame = wire.receive()) {
            switch (frame) {
                case Frame.Load load -> load(load);
                case Frame.Invoke invoke -> instance.start(invoke);
                case Frame.Cancel(long call, boolean interrupt) -> instance.cancel(call, interrupt);
                case Frame.Settings(var settings) -> instance.settings(settings);
                case Frame.Answer(long question, var reply) -> asking.answered(question, reply);
                case Frame.Stop() -> {
                    return;
                }
                default -> throw new IOException("a host does not say " + frame);
            }
        }
    }

    private void load(Frame.Load load) throws IOException {
        long from = System.nanoTime();
        try {
            instance = Instance.of(load, wire, asking, platform);
        } catch (Throwable e) {
            // Whatever is wrong with a function, LinkageErrors included, is said; the host decides about this process.
            wire.send(new Frame.LoadFailed(Failures.told(e)));
            return;
        }
        wire.send(new Frame.Loaded((System.nanoTime() - from) / 1_000));
    }
}
