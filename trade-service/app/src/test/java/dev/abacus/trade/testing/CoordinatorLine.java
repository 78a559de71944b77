package dev.abacus.trade.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The line between the service and the real coordinator, which a test may cut: whoever talks over it loses his
 * connection, and whoever calls is refused, as when the coordinator's process is gone.
 */
public final class CoordinatorLine {

    private static final String COORDINATOR = "seata.service.grouplist.default";

    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private int coordinator;
    private int port;
    private ServerSocket entrance;

    /** Where the service finds the coordinator. The fixture has said by now where the coordinator is. */
    synchronized String address() {
        if (coordinator == 0) {
            coordinator = Integer.parseInt(System.getProperty(COORDINATOR).split(":")[1]);
            mend();
        }
        return "127.0.0.1:" + port;
    }

    public synchronized void cut() {
        close(entrance);
        ends.forEach(CoordinatorLine::close);
        ends.clear();
    }

    /** Nothing happens when it is whole. */
    public synchronized void mend() {
        if (entrance != null && !entrance.isClosed()) {
            return;
        }
        try {
            entrance = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            entrance.setReuseAddress(true);
            port = entrance.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServerSocket open = entrance;
        Thread.startVirtualThread(() -> connectCallers(open));
    }

    private void connectCallers(ServerSocket open) {
        while (true) {
            try {
                Socket caller = open.accept();
                Socket called = new Socket(InetAddress.getLoopbackAddress(), coordinator);
                carry(caller, called);
                carry(called, caller);
            } catch (IOException cut) {
                return;
            }
        }
    }

    private void carry(Socket from, Socket to) {
        ends.add(from);
        Thread.startVirtualThread(() -> {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException hungUp) {
                // the other end learns of it below
            } finally {
                close(from);
                close(to);
                ends.remove(from);
            }
        });
    }

    private static void close(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception alreadyClosed) {
            // that is what was wanted
        }
    }
}
