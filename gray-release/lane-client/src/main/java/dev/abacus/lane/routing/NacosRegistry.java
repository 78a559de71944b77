package dev.abacus.lane.routing;

import com.alibaba.cloud.nacos.discovery.NacosServiceDiscovery;
import com.alibaba.nacos.api.exception.NacosException;
import com.alibaba.nacos.api.naming.NamingService;
import com.alibaba.nacos.api.naming.listener.Event;
import com.alibaba.nacos.api.naming.listener.NamingEvent;
import com.alibaba.nacos.api.naming.pojo.Instance;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.ServiceInstance;

/**
 * Follows Nacos' events: a lookup is a read of memory. The first lookup of a service subscribes to it and waits for the
 * list.
 */
final class NacosRegistry implements Registry {

    private static final Logger log = LoggerFactory.getLogger(NacosRegistry.class);

    private final Supplier<NamingService> nacos;
    private final String group;
    private final Recall recall;
    private final Map<String, Serving> known = new ConcurrentHashMap<>();
    private final Map<String, Serving> pushed = new ConcurrentHashMap<>();

    NacosRegistry(Supplier<NamingService> nacos, String group, Recall recall) {
        this.nacos = nacos;
        this.group = group;
        this.recall = recall;
    }

    @Override
    public Serving serving(String service) {
        Serving serving = known.get(service);
        return serving != null ? serving : subscribe(service);
    }

    private synchronized Serving subscribe(String service) {
        Serving already = known.get(service);
        if (already != null) {
            return already;
        }
        try {
            nacos.get().subscribe(service, group, this::changed);
            Serving serving = of(service, nacos.get().selectInstances(service, group, true));
            // An event may have been quicker, and is newer.
            Serving newer = known.putIfAbsent(service, serving);
            return newer != null ? newer : serving;
        } catch (NacosException e) {
            log.warn("{} cannot be looked up yet: {}", service, e.toString());
            return Serving.NOBODY;
        }
    }

    private void changed(Event event) {
        if (event instanceof NamingEvent change) {
            String service = bare(change.getServiceName());
            Serving now = of(service, usable(change.getInstances()));
            pushed.put(service, now);
            if (recall.reliable()) {
                known.put(service, now);
            } else {
                known.merge(service, now, Serving::and);
            }
        }
    }

    /** The registry remembers again: what it has pushed holds. */
    void settle() {
        known.putAll(pushed);
    }

    private static List<Instance> usable(List<Instance> instances) {
        return instances.stream()
                .filter(instance -> instance.isHealthy() && instance.isEnabled() && instance.getWeight() > 0)
                .toList();
    }

    /** Events name a service with its group, {@code group@@service}. */
    private static String bare(String name) {
        int at = name.indexOf("@@");
        return at < 0 ? name : name.substring(at + 2);
    }

    private static Serving of(String service, List<Instance> instances) {
        return Serving.of(instances.stream()
                .map(instance -> NacosServiceDiscovery.hostToServiceInstance(instance, service))
                .map(ServiceInstance.class::cast)
                .toList());
    }
}
