package dev.abacus.function.dispatcher.platform;

import com.alibaba.nacos.api.config.ConfigService;
import com.alibaba.nacos.api.config.listener.AbstractListener;
import com.alibaba.nacos.api.exception.NacosException;
import dev.abacus.function.dispatcher.pool.Settings;
import dev.abacus.function.dispatcher.registry.DeployedVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings that Nacos holds over those of function.yaml: one entry for each function, {@code fn-NAME.yaml}, that is listened to from the
 * function's first start on. With Nacos away, and over a restart with Nacos away, the last ones known stay in force; a text that is none
 * changes nothing.
 */
final class NacosSettings implements Settings, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NacosSettings.class);
    private static final long ANSWER_MILLIS = 3_000;
    private static final long PAUSE_MILLIS = 2_000;

    /** A function that is started for the first time waits so long for what it is set up by. */
    private static final long FIRST_MILLIS = 2_000;

    private final Supplier<ConfigService> nacos;
    private final String group;
    private final KeptSettings kept;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /** What is known of one function, and whether Nacos has been asked at least once. */
    private static final class Entry {
        private final CompletableFuture<Void> asked = new CompletableFuture<>();
        private volatile Map<String, String> known;
    }

    NacosSettings(Supplier<ConfigService> nacos, String group, KeptSettings kept) {
        this.nacos = nacos;
        this.group = group;
        this.kept = kept;
    }

    /** Under which name a function's settings are published. */
    static String dataId(String function) {
        return "fn-" + function + ".yaml";
    }

    @Override
    public Map<String, String> of(DeployedVersion version) {
        Map<String, String> settings = new HashMap<>(version.definition().settings());
        settings.putAll(known(version.function()));
        return settings;
    }

    private Map<String, String> known(String function) {
        Entry entry = entries.computeIfAbsent(function, this::listen);
        if (entry.known == null) {
            try {
                entry.asked.get(FIRST_MILLIS, TimeUnit.MILLISECONDS);
            } catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException e) {
                // Once: later starts do not wait again.
                entry.asked.complete(null);
                LOG.warn("Nacos says nothing of the settings of {}; those of its function.yaml are in force", function);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        Map<String, String> known = entry.known;
        return known == null ? Map.of() : known;
    }

    @Override
    public void onChange(Consumer<String> listener) {
        listeners.add(listener);
    }

    private Entry listen(String function) {
        Entry entry = new Entry();
        kept.read(function).map(SettingsText::read).ifPresent(settings -> entry.known = settings);
        Thread.ofVirtual().name("settings-" + function).start(() -> subscribe(function, entry));
        return entry;
    }

    private void subscribe(String function, Entry entry) {
        while (!closed) {
            try {
                String text = nacos.get()
                        .getConfigAndSignListener(dataId(function), group, ANSWER_MILLIS, new AbstractListener() {
                            @Override
                            public void receiveConfigInfo(String changed) {
                                take(function, entry, changed);
                            }
                        });
                take(function, entry, text);
                return;
            } catch (NacosException | RuntimeException e) {
                entry.asked.complete(null);
                LOG.warn("Settings of {} cannot be listened to yet: {}", function, e.toString());
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void take(String function, Entry entry, String text) {
        try {
            Map<String, String> settings = SettingsText.read(text);
            boolean changed = !settings.equals(entry.known);
            entry.known = settings;
            entry.asked.complete(null);
            if (changed) {
                kept.write(function, text);
                LOG.info("Settings of {} in force: {}", function, settings.keySet());
                listeners.forEach(listener -> listener.accept(function));
            }
        } catch (IllegalArgumentException e) {
            entry.asked.complete(null);
            LOG.error("Published settings of {} are refused, the ones before stay: {}", function, e.getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
