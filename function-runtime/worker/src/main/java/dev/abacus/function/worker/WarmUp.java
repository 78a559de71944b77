package dev.abacus.function.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.abacus.function.CloudFunction;
import dev.abacus.function.FunctionContext;
import dev.abacus.function.wire.Calling;
import dev.abacus.function.wire.Frame;
import dev.abacus.function.wire.Wire;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/**
 * Serves a function of its own before anybody waits: a host within the process loads it and calls it, over a real socket. The
 * classes that the first true call needs are then loaded, linked, and in the class cache.
 */
final class WarmUp {

    /** Some calls run code that the first one only loads. */
    private static final int CALLS = 20;

    private WarmUp() {}

    /** What most functions do: read JSON, log, answer JSON. */
    public static final class Echo implements CloudFunction {

        private final ObjectMapper json = new ObjectMapper();

        @Override
        public CloudEvent handle(CloudEvent event, FunctionContext context) throws Exception {
            context.logger().log(System.Logger.Level.INFO, "warm");
            var tree = json.readTree(event.getData().toBytes());
            return CloudEventBuilder.from(event)
                    .withData("application/json", json.writeValueAsBytes(Map.of("n", tree.get("n"))))
                    .build();
        }
    }

    static void run() throws Exception {
        try (ServerSocketChannel door =
                ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(null)) {
            var address = (UnixDomainSocketAddress) door.getLocalAddress();
            try (Wire worker = new Wire(SocketChannel.open(address));
                    Wire host = new Wire(door.accept())) {
                Thread serving = Thread.ofPlatform().daemon().start(() -> serve(worker));
                play(host);
                serving.join();
            } finally {
                Files.deleteIfExists(address.getPath());
            }
        }
    }

    private static void serve(Wire wire) {
        try {
            new Worker(wire).serve();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void play(Wire host) throws Exception {
        host.send(new Frame.Load("warm-up", 0, List.of(), Echo.class.getName(), Map.of()));
        expect(host, Frame.Loaded.class);
        for (int i = 0; i < CALLS; i++) {
            Calling calling = new Calling("w", null, null, System.currentTimeMillis() + 60_000, 1, 0, null);
            host.send(new Frame.Invoke(i, calling, event()));
            expect(host, Frame.Log.class);
            expect(host, Frame.Succeeded.class);
        }
        host.send(new Frame.Stop());
    }

    private static void expect(Wire host, Class<? extends Frame> kind) throws Exception {
        Frame frame = host.receive();
        if (!kind.isInstance(frame)) {
            throw new IllegalStateException("warming up went wrong: " + frame);
        }
    }

    private static CloudEvent event() {
        CloudEvent event = CloudEventBuilder.v1()
                .withId("1")
                .withSource(URI.create("/warm-up"))
                .withType("warm-up")
                .withData("application/json", "{\"n\":[1,2.5,\"x\",null,true]}".getBytes(StandardCharsets.UTF_8))
                .build();
        var format = EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE);
        return format.deserialize(format.serialize(event));
    }
}
