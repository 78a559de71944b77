package dev.abacus.bff.catalogue.messaging;

import dev.abacus.bff.catalogue.CachedProducts;
import dev.abacus.inventory.api.events.ProductChanged;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.event.EventType;
import dev.abacus.kernel.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.rocketmq.client.consumer.DefaultLitePullConsumer;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears of changed products. Each process of the BFF hears of all of them, from its start on: what it remembers is its
 * own, and there is nothing to catch up with. Hence no consumer group's offsets and no inbox; news that are lost while
 * the broker is away only make an answer as old as it may be without any news.
 */
@Component
class ProductNews implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ProductNews.class);
    private static final String EVENT =
            ProductChanged.class.getAnnotation(EventType.class).value();
    private static final String TOPIC = EVENT.substring(0, EVENT.indexOf('.'));
    private static final String TENANT = "tenant";
    private static final long POLL_MILLIS = 1_000;
    private static final long AGAIN_MILLIS = 2_000;
    private static final AtomicInteger MADE = new AtomicInteger();

    private final NewsProperties properties;
    private final CachedProducts products;
    private final JsonMapper json;
    private volatile boolean running;
    private Thread listening;

    ProductNews(NewsProperties properties, CachedProducts products, JsonMapper json) {
        this.properties = properties;
        this.products = products;
        this.json = json;
    }

    @Override
    public void start() {
        running = true;
        listening = Thread.ofVirtual().name("product-news").start(this::listen);
    }

    /** For as long as the process runs: a broker that is away, or a topic that nobody has made yet, may come. */
    private void listen() {
        while (running) {
            DefaultLitePullConsumer consumer = consumer();
            try {
                consumer.start();
                follow(consumer);
            } catch (MQClientException | RuntimeException e) {
                log.warn("no news of products, again in {} ms: {}", AGAIN_MILLIS, e.toString());
            } finally {
                consumer.shutdown();
            }
            rest();
        }
    }

    private void follow(DefaultLitePullConsumer consumer) throws MQClientException {
        Collection<MessageQueue> queues = consumer.fetchMessageQueues(properties.scoped(TOPIC));
        consumer.assign(queues);
        for (MessageQueue queue : queues) {
            consumer.seekToEnd(queue);
        }
        log.info("hears of {} in {} queues", EVENT, queues.size());
        while (running) {
            consumer.poll(POLL_MILLIS).forEach(this::take);
        }
    }

    private DefaultLitePullConsumer consumer() {
        var consumer = new DefaultLitePullConsumer(properties.scoped("bff-products"));
        consumer.setNamesrvAddr(properties.nameServer());
        consumer.setInstanceName("bff@" + ProcessHandle.current().pid() + "#" + MADE.incrementAndGet());
        consumer.setVipChannelEnabled(false);
        consumer.setAutoCommit(false);
        consumer.setPullThreadNums(1);
        consumer.setSubExpressionForAssign(properties.scoped(TOPIC), EVENT);
        return consumer;
    }

    /** Whose product it is says the envelope, which the sender's platform wrote, and nothing in the event itself. */
    private void take(MessageExt message) {
        if (!EVENT.equals(message.getTags())) {
            return;
        }
        try {
            TenantId tenant = TenantId.valueOf(message.getUserProperty(TENANT));
            String payload = new String(message.getBody(), StandardCharsets.UTF_8);
            ProductChanged changed = json.readValue(payload, ProductChanged.class);
            products.changed(tenant, changed.sku(), changed.version());
        } catch (JacksonException | InvalidValue | NullPointerException e) {
            log.warn("message {} is no news of a product: {}", message.getMsgId(), e.toString());
        }
    }

    private void rest() {
        try {
            Thread.sleep(AGAIN_MILLIS);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        if (listening != null) {
            listening.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
