package dev.abacus.function.dispatcher.trigger.files;

import dev.abacus.function.dispatcher.invocation.InvocationState;
import dev.abacus.function.dispatcher.registry.Trigger;
import dev.abacus.function.dispatcher.trigger.Arrival;
import dev.abacus.function.dispatcher.trigger.Arrivals;
import dev.abacus.function.dispatcher.trigger.Source;
import dev.abacus.function.dispatcher.trigger.files.Directory.Taken;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks into one directory. A file that has not changed for a while is moved aside under its hash, then handed in by its path, and
 * put with those that are done once its invocation has succeeded. Where each file lies says how far it has come, so a dispatcher
 * that dies anywhere in between leaves nothing that the next look, its own or another's, would not go on with.
 */
final class FileSource implements Source {

    private static final Logger LOG = LoggerFactory.getLogger(FileSource.class);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final String ARRIVED = "dev.abacus.function.file-arrived.v1";

    private final FileProperties properties;
    private final String function;
    private final Trigger.Files trigger;
    private final Arrivals arrivals;
    private final Map<Path, Seen> seen = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread loop;

    /** @param since when it was first seen as it is, by a clock that nobody sets */
    private record Seen(long size, long modified, long since) {

        boolean same(Seen other) {
            return other != null && size == other.size && modified == other.modified;
        }
    }

    FileSource(FileProperties properties, String function, Trigger.Files trigger, Arrivals arrivals) {
        this.properties = properties;
        this.function = function;
        this.trigger = trigger;
        this.arrivals = arrivals;
        loop = Thread.ofVirtual()
                .name("files-" + function + "-" + trigger.name())
                .start(this::run);
    }

    private void run() {
        Duration rest = Duration.ZERO;
        try {
            while (!closing.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                rest = looked() ? properties.look() : REST;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean looked() {
        try {
            look();
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.warn("Trigger {} of {} cannot look for files now: {}", trigger.name(), function, e.toString());
            return false;
        }
    }

    private boolean open() {
        return closing.getCount() > 0;
    }

    private void look() throws IOException {
        Directory directory =
                Directory.below(properties.directory(), trigger.directory(), function + "_" + trigger.name());
        List<Path> arrived = directory.arrived(trigger.pattern());
        seen.keySet().retainAll(arrived);
        for (Path file : arrived) {
            if (open() && quiet(file)) {
                seen.remove(file);
                directory.take(file);
            }
        }
        for (Taken file : directory.taken()) {
            if (open()) {
                follow(directory, file);
            }
        }
        for (Taken file : directory.failed()) {
            // Begun anew, its invocation looks for it where it was.
            if (open() && state(file).filter(state -> !state.over()).isPresent()) {
                directory.again(file);
            }
        }
    }

    /** Whether it has stayed as it is for long enough: whoever writes it has stopped. */
    private boolean quiet(Path file) throws IOException {
        Seen now;
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            now = new Seen(attributes.size(), attributes.lastModifiedTime().toMillis(), System.nanoTime());
        } catch (NoSuchFileException e) {
            return false;
        }
        Seen before = seen.get(file);
        if (!now.same(before)) {
            seen.put(file, now);
            return false;
        }
        return Duration.ofNanos(now.since() - before.since()).compareTo(trigger.quiet()) >= 0;
    }

    private void follow(Directory directory, Taken file) throws IOException {
        Optional<InvocationState> state = state(file);
        if (state.isEmpty()) {
            hand(file);
        } else if (state.get() == InvocationState.SUCCEEDED) {
            directory.done(file);
        } else if (state.get().over()) {
            directory.failed(file);
        }
    }

    private Optional<InvocationState> state(Taken file) {
        return arrivals.outcome(function, trigger.tenant(), source().toString(), id(file));
    }

    private void hand(Taken file) throws IOException {
        long size;
        try {
            size = Files.size(file.path());
        } catch (NoSuchFileException e) {
            return;
        }
        arrivals.take(
                function,
                trigger.name(),
                List.of(new Arrival.Event(
                        file.path().toString(), trigger.tenant(), null, null, null, null, event(file, size))));
    }

    private URI source() {
        return URI.create("/functions/" + function + "/files/" + trigger.name());
    }

    private static String id(Taken file) {
        return file.sha256() + "-" + file.name();
    }

    private CloudEvent event(Taken file, long size) {
        var data = Map.of("path", file.path().toString(), "name", file.name(), "size", size, "sha256", file.sha256());
        return CloudEventBuilder.v1()
                .withId(id(file))
                .withSource(source())
                .withType(ARRIVED)
                .withSubject(file.name())
                .withData("application/json", JsonMapper.shared().writeValueAsBytes(data))
                .build();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            loop.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
