package dev.abacus.function.dispatcher.invocation.application;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;

/**
 * Makes one transaction of what many threads want written at the same moment: while one commit waits for the disk, the next
 * group gathers. Whoever hands something in learns that it is committed, or why not.
 *
 * @param <T> what is written
 * @param <R> what is answered of each
 */
final class GroupCommit<T, R> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    /** Larger groups gain nothing and hold their locks longer. */
    private static final int LARGEST = 200;

    private static final int TRIES = 5;

    private final Function<List<T>, List<R>> write;
    private final BlockingQueue<Entry<T, R>> waiting = new LinkedBlockingQueue<>();
    private final Thread writer;
    private volatile boolean closed;

    private record Entry<T, R>(T item, CompletableFuture<R> done) {}

    /** @param write commits all of them in one transaction, or throws and has written none */
    GroupCommit(String name, Function<List<T>, List<R>> write) {
        this.write = write;
        writer = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    CompletableFuture<R> add(T item) {
        CompletableFuture<R> done = new CompletableFuture<>();
        waiting.add(new Entry<>(item, done));
        if (closed) {
            refuse();
        }
        return done;
    }

    private void run() {
        List<Entry<T, R>> group = new ArrayList<>();
        while (!closed || !waiting.isEmpty()) {
            try {
                group.clear();
                group.add(waiting.take());
                waiting.drainTo(group, LARGEST - 1);
                commit(group);
            } catch (InterruptedException e) {
                // Closing: what is left is written first.
            }
        }
    }

    private void commit(List<Entry<T, R>> group) {
        try {
            List<R> answers = tried(group.stream().map(Entry::item).toList());
            for (int i = 0; i < answers.size(); i++) {
                group.get(i).done().complete(answers.get(i));
            }
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                group.getFirst().done().completeExceptionally(e);
                return;
            }
            // One of them may be what the database does not take; the others shall not fail for it.
            LOG.debug("A group of {} is written one by one: {}", group.size(), e.toString());
            group.forEach(entry -> commit(List.of(entry)));
        }
    }

    /** Deadlocks and lock waits pass. */
    private List<R> tried(List<T> items) {
        for (int attempt = 1; ; attempt++) {
            try {
                return write.apply(items);
            } catch (TransientDataAccessException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void refuse() {
        for (Entry<T, R> left = waiting.poll(); left != null; left = waiting.poll()) {
            left.done().completeExceptionally(new IllegalStateException("this dispatcher is shutting down"));
        }
    }

    /** Writes what is there, then takes nothing more. */
    @Override
    public void close() {
        closed = true;
        writer.interrupt();
        try {
            writer.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        refuse();
    }
}
