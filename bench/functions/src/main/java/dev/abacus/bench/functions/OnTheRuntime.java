package dev.abacus.bench.functions;

import dev.abacus.function.CloudFunction;
import dev.abacus.function.FunctionContext;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.io.IOException;
import java.net.URI;

/** Deployed to the function runtime as this module's jar. */
public final class OnTheRuntime implements CloudFunction {

    private final Greeting greeting = new Greeting();

    @Override
    public CloudEvent handle(CloudEvent event, FunctionContext context) throws IOException {
        return CloudEventBuilder.v1()
                .withId(event.getId())
                .withSource(URI.create("/bench"))
                .withType("greeting")
                .withData("application/json", greeting.of(event.getData().toBytes()))
                .build();
    }
}
