package dev.abacus.standin;

import com.alibaba.nacos.api.NacosFactory;
import com.alibaba.nacos.api.exception.NacosException;
import com.alibaba.nacos.api.naming.NamingService;
import dev.abacus.kernel.test.servers.TestRun;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** Puts stand-ins into the real Nacos, in a group of this test run, where no real service is and no real caller looks. */
public final class StandInRegistry {

    /** To be given to the process under test as {@code spring.cloud.nacos.discovery.group}. */
    public static final String GROUP = "test-" + TestRun.NAME;

    /** One client for each port: a client of Nacos is one process, and that has one instance of a service at most. */
    private final Map<Integer, NamingService> processes = new ConcurrentHashMap<>();

    public void add(String service, int port) {
        try {
            processes
                    .computeIfAbsent(port, StandInRegistry::process)
                    .registerInstance(service, GROUP, "127.0.0.1", port);
        } catch (NacosException e) {
            throw new IllegalStateException(e);
        }
    }

    public void remove(String service, int port) {
        try {
            processes
                    .computeIfAbsent(port, StandInRegistry::process)
                    .deregisterInstance(service, GROUP, "127.0.0.1", port);
        } catch (NacosException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NamingService process(int port) {
        var properties = new Properties();
        properties.put("serverAddr", System.getProperty("spring.cloud.nacos.server-addr"));
        properties.put("username", System.getProperty("spring.cloud.nacos.username"));
        properties.put("password", System.getProperty("spring.cloud.nacos.password"));
        try {
            return NacosFactory.createNamingService(properties);
        } catch (NacosException e) {
            throw new IllegalStateException(e);
        }
    }
}
