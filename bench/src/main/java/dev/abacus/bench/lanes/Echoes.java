package dev.abacus.bench.lanes;

import com.alibaba.nacos.api.NacosFactory;
import com.alibaba.nacos.api.exception.NacosException;
import com.alibaba.nacos.api.naming.NamingService;
import com.alibaba.nacos.api.naming.pojo.Instance;
import com.sun.net.httpserver.HttpServer;
import dev.abacus.bench.harness.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executors;

/** Instances of a service in this process, in the real registry. Each answers with the lane that it is on. */
final class Echoes implements AutoCloseable {

    static final String SERVICE = "bench-echo";
    static final String BASELINE = "baseline";

    static {
        // The JDK's server writes head and body apart; without this the second waits for the first one's confirmation.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Stack stack;
    private final String namespace;
    private final List<HttpServer> servers = new ArrayList<>();
    private final List<NamingService> registrations = new ArrayList<>();

    /** @param namespace of the registry; empty for the suite's own */
    Echoes(Stack stack, String namespace) {
        this.stack = stack;
        this.namespace = namespace;
    }

    /** Another instance. @param lane its tag, or {@link #BASELINE} */
    Echoes with(String service, String lane) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            byte[] answer = lane.getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                try (exchange) {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                }
            });
            server.start();
            servers.add(server);
            register(service, lane, server.getAddress().getPort());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NacosException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A client of Nacos is one process, and that has one instance of a service at most. */
    private void register(String service, String lane, int port) throws NacosException {
        var properties = new Properties();
        properties.put("serverAddr", stack.nacos());
        properties.put("namespace", namespace);
        properties.put("username", "nacos");
        properties.put("password", "nacos");
        NamingService registry = NacosFactory.createNamingService(properties);
        registrations.add(registry);
        var instance = new Instance();
        instance.setIp("127.0.0.1");
        instance.setPort(port);
        instance.setMetadata(lane.equals(BASELINE) ? Map.of() : Map.of("lane", lane));
        registry.registerInstance(service, instance);
    }

    @Override
    public void close() throws NacosException {
        for (NamingService registry : registrations) {
            registry.shutDown();
        }
        servers.forEach(server -> server.stop(0));
    }
}
