package dev.abacus.seed.client;

import java.net.URI;
import java.util.Map;

/**
 * Where a suite runs on this machine. All its ports are moved by the same offset.
 *
 * @param traces the trace store: its page and its HTTP API
 */
public record Place(URI gateway, URI traces, int portOffset) {

    private static final int GATEWAY = 8080;
    private static final int TRACES = 9411;

    /** As the launcher moves ports: {@code ABACUS_PORT_OFFSET} in the environment, none when absent. */
    public static Place of(Map<String, String> environment) {
        int offset = Integer.parseInt(environment.getOrDefault("ABACUS_PORT_OFFSET", "0"));
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
