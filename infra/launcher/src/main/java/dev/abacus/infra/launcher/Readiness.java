package dev.abacus.infra.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a program does its work now. Asks the program itself, at most for {@link #PATIENCE} milliseconds. */
@FunctionalInterface
interface Readiness {

    int PATIENCE = 2_000;

    boolean ask() throws IOException;

    default boolean isReady() {
        try {
            return ask();
        } catch (IOException refusedOrTooSlow) {
            return false;
        }
    }

    /** Answers 200 to a GET. */
    static Readiness http(int port, String path) {
        return () -> {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE);
            connection.setReadTimeout(PATIENCE);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        };
    }

    /** MariaDB speaks first; it accepts connections long before, while it still recovers and runs its init file. */
    static Readiness mariaDbGreets(int port) {
        int packetHeader = 4;
        int protocolVersion = 10;
        return () -> {
            try (Socket socket = connect(port)) {
                byte[] start = socket.getInputStream().readNBytes(packetHeader + 1);
                return start.length > packetHeader && start[packetHeader] == protocolVersion;
            }
        };
    }

    /** Redis answers LOADING instead of PONG while it reads its file. */
    static Readiness redisAnswersPing(int port) {
        return () -> {
            try (Socket socket = connect(port)) {
                socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
                byte[] answer = socket.getInputStream().readNBytes("+PONG".length());
                return new String(answer, StandardCharsets.US_ASCII).equals("+PONG");
            }
        };
    }

    /**
     * Kafka answers ApiVersions, the one request it understands from anybody. Its controller accepts connections long
     * before the broker serves.
     */
    static Readiness kafkaAnswers(int port) {
        byte[] apiVersions = {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, (byte) 0xff, (byte) 0xff};
        return () -> {
            try (Socket socket = connect(port)) {
                socket.getOutputStream().write(apiVersions);
                return socket.getInputStream().readNBytes(Integer.BYTES).length == Integer.BYTES;
            }
        };
    }

    /** Made its announcement at the end of its start, and still accepts connections. */
    static Readiness announced(Path announcement, int port) {
        return () -> {
            if (!Files.exists(announcement)) {
                return false;
            }
            connect(port).close();
            return true;
        };
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
