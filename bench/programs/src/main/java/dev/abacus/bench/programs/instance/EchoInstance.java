package dev.abacus.bench.programs.instance;

import com.alibaba.nacos.api.NacosFactory;
import com.alibaba.nacos.api.exception.NacosException;
import com.alibaba.nacos.api.naming.NamingService;
import com.alibaba.nacos.api.naming.pojo.Instance;
import com.sun.net.httpserver.HttpServer;
import dev.abacus.bench.programs.Words;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executors;

/** An instance of a lane: {@code SERVICE LANE NACOS}. Comes to the registry and goes from it as it is told, and serves on. */
public final class EchoInstance {

    private final String service;
    private final NamingService registry;
    private final Instance self = new Instance();

    private EchoInstance(String service, String lane, String nacos) throws NacosException, IOException {
        this.service = service;
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        byte[] name = lane.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, name.length);
                exchange.getResponseBody().write(name);
            }
        });
        server.start();
        self.setIp("127.0.0.1");
        self.setPort(server.getAddress().getPort());
        self.setMetadata(Map.of("lane", lane));
        var properties = new Properties();
        properties.put("serverAddr", nacos);
        properties.put("username", "nacos");
        properties.put("password", "nacos");
        registry = NacosFactory.createNamingService(properties);
    }

    public static void main(String[] arguments) throws NacosException, IOException {
        var instance = new EchoInstance(arguments[0], arguments[1], arguments[2]);
        Words.say("ready " + instance.self.getPort());
        Words.hear(instance::obey);
    }

    private void obey(String command) {
        try {
            switch (command) {
                case "come" -> registry.registerInstance(service, self);
                case "go" -> registry.deregisterInstance(service, self);
                default -> throw new IllegalArgumentException(command);
            }
            Words.say("done " + command);
        } catch (NacosException e) {
            Words.say("failed " + command + ": " + e);
        }
    }
}
