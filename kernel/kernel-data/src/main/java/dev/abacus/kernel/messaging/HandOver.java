package dev.abacus.kernel.messaging;

/**
 * How soon another consumer takes over from one that is gone. A queue is read in order, so the broker lends it to one
 * consumer at a time; RocketMQ lends for a minute and looks for queues without a reader every twenty seconds, which after
 * a kill leaves events lying for that long. Here a reader renews each second and has lost the queue after two and a half;
 * the broker ({@code rocketmq.broker.rebalance.lockMaxLiveTime}) lends it to the next after three.
 *
 * <p>The client reads these once, as system properties, when its classes are loaded. What an operator sets stays.
 */
final class HandOver {

    private HandOver() {}

    static void quick() {
        preset("rocketmq.client.rebalance.waitInterval", 1_000);
        preset("rocketmq.client.rebalance.lockInterval", 1_000);
        preset("rocketmq.client.rebalance.lockMaxLiveTime", 2_500);
    }

    private static void preset(String property, long millis) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, Long.toString(millis));
        }
    }
}
