package dev.abacus.function.alone;

import dev.abacus.function.CloudFunction;
import dev.abacus.function.FunctionContext;
import dev.abacus.function.PermanentFailure;
import dev.abacus.function.platform.NotProvided;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.nio.charset.StandardCharsets;

/** Does what its event says. */
public class Probe implements CloudFunction {

    @Override
    public CloudEvent handle(CloudEvent event, FunctionContext context) throws Exception {
        String[] words = new String(event.getData().toBytes(), StandardCharsets.UTF_8).split(" ");
        return switch (words[0]) {
            case "sleep" -> {
                Thread.sleep(Long.parseLong(words[1]));
                yield text(event, "slept");
            }
            case "spin" -> {
                while (!context.cancellation().requested()) {
                    Thread.onSpinWait();
                }
                yield null;
            }
            case "refuse" -> throw new PermanentFailure("no such colour");
            case "break" -> throw new java.io.IOException("the disk is full");
            case "nothing" -> null;
            case "whose" -> text(event, context.tenant().orElse("nobody's") + " " + context.attempt());
            case "setting" -> text(event, context.platform().configuration().get(words[1]));
            case "cache" -> text(event, cache(context));
            default -> text(event, "heard " + words[0]);
        };
    }

    private static String cache(FunctionContext context) {
        try {
            return context.platform().cache().toString();
        } catch (NotProvided e) {
            return e.getMessage();
        }
    }

    private static CloudEvent text(CloudEvent event, String text) {
        return CloudEventBuilder.from(event)
                .withData("text/plain", text.getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
