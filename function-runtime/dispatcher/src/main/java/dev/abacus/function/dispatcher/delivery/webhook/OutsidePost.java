package dev.abacus.function.dispatcher.delivery.webhook;

import dev.abacus.function.dispatcher.delivery.Undeliverable;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST to an address outside. The host's name is resolved once, and the connection goes to the very address that was
 * checked: a client that looked the name up again could be led elsewhere. Nothing is followed, and of the answer nothing is
 * read but its status.
 */
final class OutsidePost {

    /** Interim answers and their headers; what says more than this before it says its status is no web server. */
    private static final int MOST_READ = 16 * 1024;

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** Finds a name's addresses. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] find(String host) throws UnknownHostException;
    }

    private final Resolver resolver;
    private final OutsideAddresses addresses;
    private final SSLSocketFactory tls;
    private final Duration timeout;

    OutsidePost(Resolver resolver, OutsideAddresses addresses, SSLSocketFactory tls, Duration timeout) {
        this.resolver = resolver;
        this.addresses = addresses;
        this.tls = tls;
        this.timeout = timeout;
    }

    /** @return the status of the answer */
    int post(URI to, Map<String, String> headers, byte[] body) throws IOException, Undeliverable, InterruptedException {
        long until = System.nanoTime() + timeout.toNanos();
        String host = to.getHost().replaceAll("[\\[\\]]", "");
        InetAddress address = addresses.pick(host, found(host));
        if (!secure(to) && !address.isLoopbackAddress()) {
            throw new Undeliverable("a webhook without TLS is called on this machine only");
        }
        try (Socket plain = new Socket()) {
            Thread watch = closeAt(until, plain);
            try {
                int port = to.getPort() > 0 ? to.getPort() : secure(to) ? HTTPS : HTTP;
                plain.connect(new InetSocketAddress(address, port), millisTo(until));
                plain.setSoTimeout(millisTo(until));
                Socket socket = secure(to) ? secured(plain, host, port) : plain;
                write(socket.getOutputStream(), to, headers, body);
                return status(socket.getInputStream());
            } catch (IOException e) {
                throw System.nanoTime() < until ? e : new SocketTimeoutException("no answer within " + timeout);
            } finally {
                watch.interrupt();
            }
        }
    }

    private static boolean secure(URI to) {
        return to.getScheme().equals("https");
    }

    /** The system's resolver knows no deadline. */
    private InetAddress[] found(String host) throws IOException, InterruptedException {
        var found = new CompletableFuture<InetAddress[]>();
        Thread.ofVirtual().name("resolve").start(() -> {
            try {
                found.complete(resolver.find(host));
            } catch (UnknownHostException e) {
                found.completeExceptionally(e);
            }
        });
        try {
            return found.get(timeout.toMillis() / 2, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownHostException unknown ? unknown : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("the address of " + host + " is not found in time");
        }
    }

    /** A socket's own time-out begins anew with each byte that drips in. */
    private static Thread closeAt(long until, Socket socket) {
        return Thread.ofVirtual().name("webhook-deadline").start(() -> {
            try {
                Thread.sleep(Duration.ofNanos(until - System.nanoTime()));
                socket.close();
            } catch (InterruptedException | IOException e) {
                // The call has ended, or its socket has.
            }
        });
    }

    private static int millisTo(long until) throws SocketTimeoutException {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException("too late");
        }
        return (int) left;
    }

    private Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static void write(OutputStream out, URI to, Map<String, String> headers, byte[] body) throws IOException {
        String path = to.getRawPath() == null || to.getRawPath().isEmpty() ? "/" : to.getRawPath();
        StringBuilder head = new StringBuilder("POST ")
                .append(path)
                .append(to.getRawQuery() == null ? "" : "?" + to.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(to.getHost())
                .append(to.getPort() > 0 ? ":" + to.getPort() : "")
                .append("\r\nUser-Agent: abacus\r\nAccept: */*\r\nConnection: close\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    private static int status(InputStream stream) throws IOException {
        var in = new BufferedInputStream(stream, 1024);
        int left = MOST_READ;
        while (true) {
            String line = line(in, left);
            left -= line.length();
            if (!line.matches("HTTP/1\\.[01] [1-5][0-9][0-9].*")) {
                throw new IOException("the answer is no HTTP/1.1");
            }
            int status = Integer.parseInt(line, 9, 12, 10);
            if (status >= 200) {
                return status;
            }
            for (String header = line(in, left); !header.isEmpty(); header = line(in, left)) {
                left -= header.length();
            }
        }
    }

    private static String line(InputStream in, int most) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0 || line.length() >= most) {
                throw new IOException("the answer ends within its head");
            }
            line.append((char) one);
        }
        return line.toString().stripTrailing();
    }
}
