package dev.abacus.function.dispatcher.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partner's web server on this machine: remembers what it was told and answers as a test wants it to. */
final class Hooks implements AutoCloseable {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<Call> answers = call -> 200;

    /** What came in. */
    record Call(String id, String time, String signature, String body) {

        JsonNode event() {
            return JsonMapper.shared().readTree(body);
        }

        String data() {
            return new String(
                    java.util.Base64.getDecoder()
                            .decode(event().path("data_base64").asString()),
                    StandardCharsets.UTF_8);
        }

        /** As a receiver checks it, who knows the secret. */
        boolean signed() throws Exception {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    java.util.Base64.getDecoder().decode(SECRET.substring("whsec_".length())), "HmacSHA256"));
            byte[] ours = mac.doFinal((id + "." + time + "." + body).getBytes(StandardCharsets.UTF_8));
            return signature.equals("v1," + java.util.Base64.getEncoder().encodeToString(ours));
        }
    }

    Hooks() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var call = new Call(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        calls.add(call);
        exchange.sendResponseHeaders(answers.applyAsInt(call), -1);
        exchange.close();
    }

    /** @param answer the status for each call; may take its time */
    void answer(ToIntFunction<Call> answer) {
        answers = answer;
    }

    /** Long enough for whoever waits to give up. */
    static int hang() {
        try {
            Thread.sleep(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 200;
    }

    List<Call> calls() {
        return calls;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
