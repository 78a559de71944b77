package dev.abacus.function.testkit;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Events to call a function with. */
public final class SampleEvents {

    private SampleEvents() {}

    public static CloudEvent json(String type, String data) {
        return json(UUID.randomUUID().toString(), type, data);
    }

    /** @param id with the source it is what deduplication goes by */
    public static CloudEvent json(String id, String type, String data) {
        return CloudEventBuilder.v1()
                .withId(id)
                .withSource(URI.create("/test"))
                .withType(type)
                .withData("application/json", data.getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
