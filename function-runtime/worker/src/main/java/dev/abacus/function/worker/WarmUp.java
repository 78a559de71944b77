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
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Serves a function of its own before anybody waits: a host within the process loads it and calls it, over a real socket. The
 * classes that the first true call needs are then loaded, linked, and in the class cache.
 */
final class WarmUp {

    /** Some calls run code that the first one only loads. */
    private static final int CALLS = 20;

    private static final String TRACE = "00-11111111111111111111111111111111-2222222222222222-01";

    private WarmUp() {}

    /**
     * What most functions do: read JSON, put a text together, go through a collection, log, answer JSON. The first text that is put
     * together and the first lambda of a process take longer than a call.
     */
    public static final class Echo implements CloudFunction {

        private final ObjectMapper json = new ObjectMapper();

        @Override
        public CloudEvent handle(CloudEvent event, FunctionContext context) throws Exception {
            context.logger().log(System.Logger.Level.INFO, "warm");
            var tree = json.readTree(event.getData().toBytes());
            String text = "n is " + tree.path("n") + " of " + event.getId() + "!";
            List<String> parts = tree.path("n")
                    .valueStream()
                    .map(n -> "a part: " + n.asText())
                    .toList();
            return CloudEventBuilder.v1()
                    .withId(event.getId())
                    .withSource(URI.create("/" + event.getType()))
                    .withType("echo")
                    .withTime(context.clock().instant().atOffset(ZoneOffset.UTC))
                    .withData("application/json", json.writeValueAsBytes(Map.of("text", text, "parts", parts)))
                    .build();
        }
    }

    /** The echo comes out of a jar and is defined and verified, as functions are. */
    private static final class WithoutEcho extends ClassLoader {

        private WithoutEcho() {
            super(WarmUp.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.equals(Echo.class.getName())) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
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
            new Worker(wire, new WithoutEcho()).serve();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void play(Wire host) throws Exception {
        Path jar = Path.of(
                Echo.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        host.send(new Frame.Load("warm-up", 0, List.of(jar.toString()), Echo.class.getName(), Map.of()));
        expect(host, Frame.Loaded.class);
        for (int i = 0; i < CALLS; i++) {
            Calling calling = new Calling("w", "1", null, System.currentTimeMillis() + 60_000, 1, 0, TRACE);
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
                .withTime(OffsetDateTime.now(ZoneOffset.UTC))
                .withExtension("traceparent", TRACE)
                .withData("application/json", "{\"n\":[1,2.5,\"x\",null,true]}".getBytes(StandardCharsets.UTF_8))
                .build();
        var format = EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE);
        return format.deserialize(format.serialize(event));
    }
}
