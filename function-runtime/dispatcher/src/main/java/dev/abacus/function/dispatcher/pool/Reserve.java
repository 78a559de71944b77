package dev.abacus.function.dispatcher.pool;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warm processes that know no function yet. Taking one starts the next, one at a time: starting costs a core for a moment. */
final class Reserve implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reserve.class);

    /** A first call is over by then. */
    private static final Duration LULL = Duration.ofMillis(250);

    private final Workers workers;
    private final int size;
    private final int memoryMb;
    private final BlockingQueue<WorkerProcess> warm = new LinkedBlockingQueue<>();
    private final Semaphore wanted = new Semaphore(0);
    private final Thread filling;
    private volatile boolean closed;

    Reserve(Workers workers, int size, int memoryMb) {
        this.workers = workers;
        this.size = size;
        this.memoryMb = memoryMb;
        wanted.release(size);
        filling = Thread.ofVirtual().name("worker-reserve").start(this::fill);
    }

    /** A warm process at once, or one that is started now when none is left or it needs more memory than those have. */
    WorkerProcess take(int neededMb) throws IOException, InterruptedException {
        if (neededMb > memoryMb) {
            return workers.start(neededMb);
        }
        for (WorkerProcess process = warm.poll(); process != null; process = warm.poll()) {
            wanted.release();
            if (!process.gone().isDone()) {
                return process;
            }
        }
        return size == 0 ? workers.start(memoryMb) : awaited();
    }

    /** Behind the one that is being started: two at a time take longer than one after the other. */
    private WorkerProcess awaited() throws IOException, InterruptedException {
        wanted.release();
        WorkerProcess process = warm.poll(60, TimeUnit.SECONDS);
        if (process == null) {
            throw new IOException("no worker was ready within a minute");
        }
        return process;
    }

    private void fill() {
        try {
            workers.train();
            while (!closed) {
                wanted.acquire();
                leaveTheCoreToWhoeverTookOne();
                warm.add(workers.start(memoryMb));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            if (!closed) {
                LOG.error("The reserve of workers cannot be filled", e);
                again();
            }
        }
    }

    /** With another one left the next has time, unless that is taken too. */
    private void leaveTheCoreToWhoeverTookOne() throws InterruptedException {
        if (!warm.isEmpty() && wanted.tryAcquire(LULL.toMillis(), TimeUnit.MILLISECONDS)) {
            wanted.release();
        }
    }

    private void again() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        wanted.release();
        fill();
    }

    int warm() {
        return warm.size();
    }

    @Override
    public void close() {
        closed = true;
        filling.interrupt();
        warm.forEach(WorkerProcess::kill);
    }
}
