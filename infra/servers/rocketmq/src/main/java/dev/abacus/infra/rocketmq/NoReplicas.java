package dev.abacus.infra.rocketmq;

import org.apache.rocketmq.store.ha.DefaultHAService;

/**
 * The replication service of a master without replicas. The stock one opens the broker's port plus one on every
 * interface, with no setting for the address; this one opens nothing and leaves the rest as it is.
 */
public final class NoReplicas extends DefaultHAService {

    @Override
    public void start() {
        groupTransferService.start();
        haConnectionStateNotificationService.start();
    }

    @Override
    public void shutdown() {
        groupTransferService.shutdown();
        haConnectionStateNotificationService.shutdown();
    }
}
