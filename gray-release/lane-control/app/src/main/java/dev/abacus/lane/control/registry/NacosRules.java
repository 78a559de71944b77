package dev.abacus.lane.control.registry;

import com.alibaba.cloud.nacos.NacosDiscoveryProperties;
import com.alibaba.nacos.api.NacosFactory;
import com.alibaba.nacos.api.config.ConfigService;
import com.alibaba.nacos.api.config.ConfigType;
import com.alibaba.nacos.api.exception.NacosException;
import dev.abacus.lane.control.application.RulesCarrier;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Rules as one configuration entry of Nacos. */
@Component
class NacosRules implements RulesCarrier, DisposableBean {

    private static final long TIMEOUT = 3_000;

    private final NacosDiscoveryProperties server;
    private final String dataId;
    private final String group;
    private ConfigService service;

    /** Both names can be set so that several stacks, and tests, share one Nacos. */
    NacosRules(
            NacosDiscoveryProperties server,
            @Value("${abacus.lanes.rules.data-id:abacus-lanes.json}") String dataId,
            @Value("${abacus.lanes.rules.group:ABACUS}") String group) {
        this.server = server;
        this.dataId = dataId;
        this.group = group;
    }

    private synchronized ConfigService service() throws NacosException {
        if (service == null) {
            service = NacosFactory.createConfigService(server.getNacosProperties());
        }
        return service;
    }

    @Override
    public void publish(String rules) {
        try {
            if (!service().publishConfig(dataId, group, rules, ConfigType.JSON.getType())) {
                throw new IllegalStateException("Nacos did not take the rules");
            }
        } catch (NacosException e) {
            throw new IllegalStateException("rules cannot be published: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<String> carried() {
        try {
            return Optional.ofNullable(service().getConfig(dataId, group, TIMEOUT));
        } catch (NacosException e) {
            throw new IllegalStateException("published rules cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void destroy() throws NacosException {
        if (service != null) {
            service.shutDown();
        }
    }
}
