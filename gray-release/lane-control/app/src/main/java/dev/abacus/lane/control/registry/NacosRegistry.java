package dev.abacus.lane.control.registry;

import com.alibaba.cloud.nacos.NacosDiscoveryProperties;
import com.alibaba.cloud.nacos.NacosServiceManager;
import com.alibaba.nacos.api.exception.NacosException;
import com.alibaba.nacos.api.naming.NamingService;
import com.alibaba.nacos.api.naming.listener.NamingEvent;
import com.alibaba.nacos.api.naming.pojo.Instance;
import dev.abacus.lane.control.application.Registry;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Follows services in Nacos by its pushes; answers from memory. */
@Component
class NacosRegistry implements Registry {

    private static final Logger log = LoggerFactory.getLogger(NacosRegistry.class);
    private static final int ALL = 1_000;

    private final NacosServiceManager manager;
    private final NacosDiscoveryProperties properties;
    private final Set<String> followed = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<String>> present = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> everSeen = new ConcurrentHashMap<>();

    NacosRegistry(NacosServiceManager manager, NacosDiscoveryProperties properties) {
        this.manager = manager;
        this.properties = properties;
    }

    private NamingService naming() {
        return manager.getNamingService();
    }

    /** Asked on each heartbeat, so the network is left to a thread of its own. */
    @Override
    public void follow(String service) {
        if (followed.add(service)) {
            Thread.ofVirtual().name("follow-" + service).start(() -> subscribe(service));
        }
    }

    private void subscribe(String service) {
        try {
            naming().subscribe(service, properties.getGroup(), event -> {
                if (event instanceof NamingEvent change) {
                    heard(service, change.getInstances());
                }
            });
        } catch (NacosException | RuntimeException e) {
            followed.remove(service);
            log.debug("{} is followed at its next heartbeat: {}", service, e.toString());
        }
    }

    private void heard(String service, List<Instance> instances) {
        Set<String> now = instances.stream()
                .filter(Instance::isHealthy)
                .map(instance -> instance.getIp() + ":" + instance.getPort())
                .collect(Collectors.toSet());
        if (now.isEmpty()) {
            // A registry that has just come back says so too. Whoever is gone is missed at his heartbeats.
            return;
        }
        everSeen.computeIfAbsent(service, key -> ConcurrentHashMap.newKeySet()).addAll(now);
        present.put(service, now);
    }

    @Override
    public boolean unregistered(String service, String instance) {
        return everSeen.getOrDefault(service, Set.of()).contains(instance)
                && !present.getOrDefault(service, Set.of()).contains(instance);
    }

    @Override
    public Set<String> services() {
        try {
            return new HashSet<>(
                    naming().getServicesOfServer(1, ALL, properties.getGroup()).getData());
        } catch (NacosException | RuntimeException e) {
            log.warn("Nacos cannot be asked which services there are: {}", e.toString());
            return Set.of();
        }
    }
}
