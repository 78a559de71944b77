package dev.abacus.function.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.abacus.function.wire.Events;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Does once, before anybody waits, what most functions do first: classes are loaded and linked then. */
final class WarmUp {

    private WarmUp() {}

    static void run() throws Exception {
        ObjectMapper json = new ObjectMapper();
        byte[] data = json.writeValueAsBytes(Map.of("n", 1));
        json.readTree("{\"n\":1,\"a\":[1,2.5,\"x\",null,true]}".getBytes(StandardCharsets.UTF_8));
        CloudEvent event = CloudEventBuilder.v1()
                .withId("1")
                .withSource(URI.create("/warm-up"))
                .withType("warm-up")
                .withData("application/json", data)
                .build();
        var format = EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE);
        format.deserialize(format.serialize(event));
        Events.of(Events.bytes(event));
    }
}
