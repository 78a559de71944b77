package dev.abacus.lane.control.broker;

import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.client.ClientConfig;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.MQClientAPIImpl;
import org.apache.rocketmq.client.impl.MQClientManager;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.remoting.protocol.route.BrokerData;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * One client for everything that is asked of brokers and name servers. Connects at the first use, and so starts without
 * them. (RocketMQ's own administration client does no more than this, and brings 60 MB along.)
 */
@Component
class RocketMqConnection implements DisposableBean {

    static final long TIMEOUT = 3_000;

    private final BrokerProperties properties;
    private MQClientInstance client;

    RocketMqConnection(BrokerProperties properties) {
        this.properties = properties;
    }

    synchronized MQClientInstance client() throws MQClientException {
        if (client == null) {
            var config = new ClientConfig();
            config.setNamesrvAddr(properties.nameServer());
            config.setInstanceName(properties.own("lane-control") + "@"
                    + ProcessHandle.current().pid() + "-" + System.identityHashCode(this));
            config.setVipChannelEnabled(false);
            var starting = MQClientManager.getInstance().getOrCreateMQClientInstance(config);
            starting.start();
            client = starting;
        }
        return client;
    }

    MQClientAPIImpl api() throws MQClientException {
        return client().getMQClientAPIImpl();
    }

    /** The address of every master of every cluster. */
    List<String> masters() throws Exception {
        var masters = new ArrayList<String>();
        for (BrokerData broker :
                api().getBrokerClusterInfo(TIMEOUT).getBrokerAddrTable().values()) {
            String master = broker.getBrokerAddrs().get(MixAll.MASTER_ID);
            if (master != null) {
                masters.add(master);
            }
        }
        if (masters.isEmpty()) {
            throw new IllegalStateException("no broker is registered at " + properties.nameServer());
        }
        return masters;
    }

    @Override
    public synchronized void destroy() {
        if (client != null) {
            client.shutdown();
            client = null;
        }
    }
}
