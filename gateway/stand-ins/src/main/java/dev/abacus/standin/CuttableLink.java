package dev.abacus.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that a test can cut, so that the server itself, which others use, goes on. */
public final class CuttableLink implements AutoCloseable {

    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;

    public CuttableLink(int target) {
        this.target = target;
        listen(0);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Ends every connection and refuses new ones. */
    public void cut() {
        closeQuietly(door);
        open.forEach(CuttableLink::closeQuietly);
        open.clear();
    }

    public void mend() {
        listen(port());
    }

    @Override
    public void close() {
        cut();
    }

    private void listen(int port) {
        try {
            door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServerSocket mine = door;
        Thread.startVirtualThread(() -> accept(mine));
    }

    private void accept(ServerSocket mine) {
        while (!mine.isClosed()) {
            try {
                Socket caller = mine.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(caller);
                open.add(server);
                Thread.startVirtualThread(() -> pump(caller, server));
                Thread.startVirtualThread(() -> pump(server, caller));
            } catch (IOException e) {
                // cut, or the server is away: the caller notices
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // cut
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // it was closed already
        }
    }
}
