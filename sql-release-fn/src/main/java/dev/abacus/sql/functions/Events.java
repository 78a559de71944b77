package dev.abacus.sql.functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.abacus.sql.drive.Handout;
import dev.abacus.sql.drive.RunState;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.io.IOException;
import java.net.URI;

/** What the functions tell each other. */
final class Events {

    static final String DRIVE = "dev.abacus.sql.drive.v1";
    static final String TARGET = "dev.abacus.sql.target.v1";
    static final String TARGET_DONE = "dev.abacus.sql.target-done.v1";
    static final String ANSWER = "dev.abacus.sql.answer.v1";
    static final String ENDED = "dev.abacus.sql.release-ended.v1";
    /** The runtime's, of an invocation that failed for good. */
    static final String FAILED = "dev.abacus.function.failed.v1";

    static final ObjectMapper JSON = new ObjectMapper();

    private static final URI SOURCE = URI.create("/functions/sql-release");

    private Events() {}

    /** @param id together with the source by which the runtime knows a repeat */
    static CloudEvent of(String type, String id, JsonNode data) {
        try {
            return CloudEventBuilder.v1()
                    .withId(id)
                    .withSource(SOURCE)
                    .withType(type)
                    .withData("application/json", JSON.writeValueAsBytes(data))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws Refused when it is no JSON object */
    static ObjectNode data(CloudEvent event) {
        return object(event.getData() == null ? new byte[0] : event.getData().toBytes());
    }

    static ObjectNode object(byte[] json) {
        try {
            if (JSON.readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            // said below
        }
        throw new Refused.BadRequest("A JSON object is expected.");
    }

    /**
     * A driver is wanted.
     *
     * @param driver under which name it drives, in every attempt
     * @param epoch under which the release was given to it; the first attempt takes the next one
     */
    record Drive(String release, String driver, long epoch) {

        static Drive of(CloudEvent event) {
            JsonNode data = data(event);
            return new Drive(
                    data.path("release").asText(),
                    data.path("driver").asText(),
                    data.path("epoch").asLong());
        }

        CloudEvent event() {
            return Events.of(
                    DRIVE,
                    "drive/" + release + "/" + epoch,
                    JSON.createObjectNode()
                            .put("release", release)
                            .put("driver", driver)
                            .put("epoch", epoch));
        }
    }

    /**
     * A target is handed out. What is done there is looked up by name and checksum: a release may be larger than an event.
     *
     * @param back whether the release is to be taken back there
     */
    record Wanted(Handout handout, String checksum, boolean back) {

        /** In which the release is for as long as this is wanted. */
        RunState state() {
            return back ? RunState.TAKING_BACK : RunState.RUNNING;
        }

        static Wanted of(JsonNode data) {
            return new Wanted(
                    new Handout(
                            data.path("release").asText(),
                            data.path("target").asText(),
                            data.path("number").asInt()),
                    data.path("checksum").asText(),
                    data.path("back").asBoolean());
        }

        CloudEvent event() {
            return Events.of(
                    TARGET,
                    "target/" + handout.release() + "/" + handout.target() + "/" + handout.number(),
                    JSON.createObjectNode()
                            .put("release", handout.release())
                            .put("target", handout.target())
                            .put("number", handout.number())
                            .put("checksum", checksum)
                            .put("back", back));
        }
    }
}
