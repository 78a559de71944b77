package dev.abacus.sql.functions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.abacus.function.CloudFunction;
import dev.abacus.function.FunctionContext;
import dev.abacus.sql.drive.Control;
import dev.abacus.sql.drive.Handout;
import dev.abacus.sql.drive.TargetState;
import dev.abacus.sql.functions.Events.Drive;
import dev.abacus.sql.functions.Events.Wanted;
import dev.abacus.sql.place.Place;
import dev.abacus.sql.run.TargetReport;
import dev.abacus.sql.run.TargetReport.Outcome;
import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Sees a release through, from where it stands to its end, in one invocation. An attempt that died is followed by the next one
 * at once: both have the driver's name, and the later one's epoch ends what the earlier one still says.
 */
public final class ReleaseDriver implements CloudFunction {

    static final String NAME = "sql-driver";

    /** Others may take the release over when its driver was silent for so long: when the runtime is away. */
    static final Duration LEASE = Duration.ofSeconds(30);

    @Override
    public CloudEvent handle(CloudEvent event, FunctionContext context) throws Exception {
        Place place = Office.place(context);
        try (Control control = Office.control(place)) {
            if (event.getType().equals(Events.FAILED)) {
                givenUp(control, Events.data(event));
                return null;
            }
            Drive drive = Drive.of(event);
            OptionalLong epoch = control.adopt(drive.release(), drive.driver(), LEASE);
            if (epoch.isEmpty()) {
                context.logger().log(System.Logger.Level.INFO, "{0} is not to be driven any more", drive.release());
                return null;
            }
            boolean first = epoch.getAsLong() == drive.epoch() + 1;
            return new Driving(control, place, context, drive.release(), epoch.getAsLong()).run(first);
        }
    }

    /** A target whose invocation has no attempts left; without this word it would be out for ever. */
    private static void givenUp(Control control, JsonNode told) throws Exception {
        JsonNode event = told.path("event");
        Handout handout = Wanted.of(Events.object(event.path("data_base64").binaryValue()))
                .handout();
        String message = "given up after " + told.path("attempts").asInt() + " attempts: "
                + told.path("failure").path("message").asText();
        TargetReport report =
                new TargetReport(handout.target(), Outcome.FAILED, 0, 0, 0, Duration.ZERO, message, false);
        control.handouts().end(handout, report, TargetState.FAILED);
    }
}
