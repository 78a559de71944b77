package dev.abacus.kernel.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.protocol.ResponseCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that the broker has heard who left a group. The client says so once, and not at all when its heartbeat is just
 * on its way; and a broker with much to do may take up a heartbeat from before after that. It then counts somebody as a
 * member who reads nothing, and lends him his share of the queues for as long as his connection is there, which the
 * process's other groups keep open: what is in those queues would wait for the process's end.
 */
public final class Farewell {

    private static final Logger log = LoggerFactory.getLogger(Farewell.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** A broker throws away what has waited for it for 31 s (its {@code waitTimeMillsInHeartbeatQueue}). */
    private static final Duration HEARD_LATE = Duration.ofSeconds(40);

    private static final long TIMEOUT_MILLIS = 3_000;

    private final MQClientInstance client;
    private final String group;
    private final Set<String> topics;
    private boolean over;

    private Farewell(MQClientInstance client, String group, Set<String> topics) {
        this.client = client;
        this.group = group;
        this.topics = topics;
    }

    /** Goes on beside the caller until nothing from before can arrive any more, or {@link #end()}. */
    static Farewell begin(MQClientInstance client, String group, Set<String> topics) {
        var farewell = new Farewell(client, group, topics);
        Thread.ofVirtual().name("farewell " + group).start(farewell::run);
        return farewell;
    }

    /** Before the group is joined again: it is not left behind the new member's back. */
    public synchronized void end() {
        over = true;
    }

    private void run() {
        try {
            long since = System.nanoTime();
            while (System.nanoTime() - since < HEARD_LATE.toNanos() && !isOver()) {
                if (!isGone()) {
                    since = System.nanoTime();
                }
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    public synchronized boolean isOver() {
        return over;
    }

    /** @return whether no broker counts us as a member; who does is told again */
    private synchronized boolean isGone() throws InterruptedException {
        boolean gone = true;
        for (String broker : brokers()) {
            if (over) {
                return true;
            }
            try {
                if (members(broker).contains(client.getClientId())) {
                    gone = false;
                    log.info("{} still counts as a member of {}, which it has left", client.getClientId(), group);
                    client.getMQClientAPIImpl()
                            .unregisterClient(broker, client.getClientId(), null, group, TIMEOUT_MILLIS);
                }
            } catch (RemotingException | MQBrokerException e) {
                gone = false;
                log.debug("{} cannot be asked who is in {}", broker, group, e);
            }
        }
        return gone;
    }

    private Set<String> brokers() {
        return topics.stream()
                .map(client::getAnExistTopicRouteData)
                .filter(route -> route != null)
                .flatMap(route -> route.getBrokerDatas().stream())
                .flatMap(broker -> broker.getBrokerAddrs().values().stream())
                .collect(Collectors.toSet());
    }

    private List<String> members(String broker) throws RemotingException, MQBrokerException, InterruptedException {
        try {
            return client.getMQClientAPIImpl().getConsumerIdListByGroup(broker, group, TIMEOUT_MILLIS);
        } catch (MQBrokerException e) {
            // A broker's way to say that there are none.
            if (e.getResponseCode() == ResponseCode.SYSTEM_ERROR) {
                return List.of();
            }
            throw e;
        }
    }
}
