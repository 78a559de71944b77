package dev.abacus.lane.control.application;

import dev.abacus.lane.control.domain.KnownGroup;
import dev.abacus.lane.control.domain.Outside;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What the registry and the broker said last; asking them is others' work, so that reading never waits. */
@Component
public class OutsideView implements Outside {

    private final Registry registry;
    private final Map<String, Set<String>> clients = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> queues = new ConcurrentHashMap<>();

    OutsideView(Registry registry) {
        this.registry = registry;
    }

    @Override
    public boolean unregistered(String service, String instance) {
        return registry.unregistered(service, instance);
    }

    @Override
    public Set<String> clients(String brokerGroup) {
        return clients.getOrDefault(brokerGroup, Set.of());
    }

    void connected(String brokerGroup, Set<String> clientIds) {
        clients.put(brokerGroup, Set.copyOf(clientIds));
    }

    void forgetClients(String brokerGroup) {
        clients.remove(brokerGroup);
    }

    void has(String topic, Set<String> itsQueues) {
        queues.put(topic, Set.copyOf(itsQueues));
    }

    /** All queues of a group's topics; nothing while one of them is not known. */
    public Optional<Set<String>> queuesOf(KnownGroup group) {
        var all = new HashSet<String>();
        for (String topic : group.topics()) {
            Set<String> some = queues.get(topic);
            if (some == null || some.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(some);
        }
        return Optional.of(all);
    }
}
