package dev.abacus.infra.rocketmq;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.rocketmq.broker.BrokerController;
import org.apache.rocketmq.broker.BrokerStartup;
import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.common.namesrv.NamesrvConfig;
import org.apache.rocketmq.namesrv.NamesrvController;
import org.apache.rocketmq.remoting.netty.NettyServerConfig;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/**
 * Starts a name server and one broker that stores under {@code rocketmq.home.dir}. Ready, by the file named by
 * {@code abacus.ready}, when the broker is registered, so that a client finds its topics from the first call on.
 */
public final class RocketMqServer {

    private RocketMqServer() {}

    public static void main(String[] arguments) throws Exception {
        // Both mains set this; without it clients take the broker for one of version 0 and refuse newer requests.
        System.setProperty(RemotingCommand.REMOTING_VERSION_KEY, Integer.toString(MQVersion.CURRENT_VERSION));
        Path home = Path.of(System.getProperty("rocketmq.home.dir"));
        NamesrvController nameServer = startNameServer(home);
        BrokerController broker = startBroker();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            broker.shutdown();
            nameServer.shutdown();
        }));
        Files.createFile(Path.of(System.getProperty("abacus.ready")));
    }

    private static NamesrvController startNameServer(Path home) throws Exception {
        NamesrvConfig config = new NamesrvConfig();
        config.setRocketmqHome(home.toString());
        config.setKvConfigPath(home.resolve("namesrv/kvConfig.json").toString());
        NettyServerConfig network = new NettyServerConfig();
        network.setBindAddress("127.0.0.1");
        network.setListenPort(Integer.getInteger("abacus.rocketmq.namesrv-port"));
        NamesrvController nameServer = new NamesrvController(config, network);
        if (!nameServer.initialize()) {
            throw new IllegalStateException("The name server did not initialize");
        }
        nameServer.start();
        return nameServer;
    }

    /** Not through {@code createBrokerController}, which registers a shutdown hook of its own beside ours. */
    private static BrokerController startBroker() throws Exception {
        String[] configuration = {"-c", System.getProperty("abacus.rocketmq.broker-conf")};
        BrokerController broker = BrokerStartup.buildBrokerController(BrokerStartup.parseCmdLine(configuration));
        if (!broker.initialize()) {
            throw new IllegalStateException("The broker did not initialize");
        }
        broker.start();
        return broker;
    }
}
