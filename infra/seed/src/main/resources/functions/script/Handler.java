import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.abacus.function.CloudFunction;
import dev.abacus.function.FunctionContext;
import dev.abacus.function.PermanentFailure;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.util.Map;

/** Greets whom the event names. */
public class @class@ implements CloudFunction {

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public CloudEvent handle(CloudEvent event, FunctionContext context) throws Exception {
        JsonNode wish = json.readTree(event.getData().toBytes());
        if (!wish.hasNonNull("name")) {
            throw new PermanentFailure("the event names nobody: {\"name\": …} is missing");
        }
        String greeting = context.platform().configuration().get("greeting", "Hello");
        String name = wish.get("name").asText();
        context.logger().log(System.Logger.Level.INFO, "greeting {0}", name);
        return CloudEventBuilder.v1()
                .withId(context.invocationId())
                .withSource(URI.create("/functions/@name@"))
                .withType("@name@.answered.v1")
                .withData("application/json", json.writeValueAsBytes(Map.of("text", greeting + ", " + name + "!")))
                .build();
    }
}
