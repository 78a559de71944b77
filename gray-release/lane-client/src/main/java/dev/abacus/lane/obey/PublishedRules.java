package dev.abacus.lane.obey;

import com.alibaba.nacos.api.config.ConfigService;
import com.alibaba.nacos.api.config.listener.AbstractListener;
import com.alibaba.nacos.api.exception.NacosException;
import dev.abacus.lane.rules.LaneRules;
import dev.abacus.lane.rules.RulesJson;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes the rules from Nacos as they are published and puts them in force; begins with those on disk. While Nacos is away
 * the last ones stay; a text that is no set of rules changes nothing.
 */
final class PublishedRules implements SmartLifecycle {

    /** Under which name lane-control publishes. */
    static final String DATA_ID = "abacus-lanes.json";

    private static final Logger log = LoggerFactory.getLogger(PublishedRules.class);
    private static final long PAUSE_MILLIS = 2_000;
    private static final long ANSWER_MILLIS = 3_000;

    private final Supplier<ConfigService> nacos;
    private final String group;
    private final ActiveRules active;
    private final RulesFile file;
    private volatile Thread subscribing;
    private volatile boolean running;

    PublishedRules(Supplier<ConfigService> nacos, String group, ActiveRules active, RulesFile file) {
        this.nacos = nacos;
        this.group = group;
        this.active = active;
        this.file = file;
    }

    @Override
    public void start() {
        file.read().ifPresent(active::begin);
        active.whenChanged(file::write);
        running = true;
        subscribing = Thread.ofVirtual().name("lane-rules").start(this::subscribe);
    }

    private void subscribe() {
        while (running) {
            try {
                take(nacos.get().getConfigAndSignListener(DATA_ID, group, ANSWER_MILLIS, new AbstractListener() {
                    @Override
                    public void receiveConfigInfo(String text) {
                        take(text);
                    }
                }));
                return;
            } catch (NacosException | RuntimeException e) {
                log.warn("lane rules cannot be subscribed to yet: {}", e.toString());
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void take(String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        try {
            LaneRules rules = RulesJson.read(text);
            if (active.accept(rules)) {
                log.info("lane rules {} are in force", rules.version());
            }
        } catch (IllegalArgumentException e) {
            log.error("published lane rules are refused, {} stay in force: {}", active.version(), e.getMessage());
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread thread = subscribing;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Among the first to start, so that the rules are there before the first request. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1_000;
    }
}
