package dev.abacus.infra.nacos;

import io.grpc.ServerBuilder;
import io.grpc.ServerProvider;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.net.InetSocketAddress;

/** The Raft port (the main port less 1000) has no setting for its address; this provider binds it to loopback. */
public final class LoopbackRaftServer extends ServerProvider {

    /** Above the shaded Netty provider's 5. */
    private static final int PREFERRED = 10;

    @Override
    protected boolean isAvailable() {
        return true;
    }

    @Override
    protected int priority() {
        return PREFERRED;
    }

    @Override
    protected ServerBuilder<?> builderForPort(int port) {
        return NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", port));
    }
}
