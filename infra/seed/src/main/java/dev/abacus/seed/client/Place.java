package dev.abacus.seed.client;

import java.net.URI;

/**
 * Where a suite runs on this machine. All its ports are moved by the same offset.
 *
 * @param gateway the only door
 * @param traces the trace store: its page and its HTTP API
 */
public record Place(URI gateway, URI traces, int portOffset) {

    private static final int GATEWAY = 8080;
    private static final int TRACES = 9411;

    public static Place withPortsMovedBy(int offset) {
        return new Place(loopback(GATEWAY + offset), loopback(TRACES + offset), offset);
    }

    /** A port of this suite by its standard number. */
    public int port(int standard) {
        return standard + portOffset;
    }

    private static URI loopback(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
