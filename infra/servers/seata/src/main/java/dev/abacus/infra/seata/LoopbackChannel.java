package dev.abacus.infra.seata;

import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** A server channel that listens on loopback whichever address it was asked to take. */
public final class LoopbackChannel extends NioServerSocketChannel {

    @Override
    protected void doBind(SocketAddress address) throws Exception {
        super.doBind(new InetSocketAddress("127.0.0.1", ((InetSocketAddress) address).getPort()));
    }
}
