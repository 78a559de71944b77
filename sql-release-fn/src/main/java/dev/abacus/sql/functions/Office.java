package dev.abacus.sql.functions;

import dev.abacus.function.FunctionContext;
import dev.abacus.sql.drive.Control;
import dev.abacus.sql.place.Place;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;

/** Where everything is, by the settings of the function. The settings are secrets; nothing here tells them. */
final class Office {

    /** Which control schema was seen to have its tables, in this process. */
    private static final AtomicReference<String> SEEN = new AtomicReference<>();

    static {
        // the driver writes every refusal of the database into the worker's log, which is no release's
        System.setProperty("mariadb.logging.disable", "true");
    }

    private Office() {}

    /**
     * @throws Refused for a call in a tenant's name: functions may hand work to any function, in the tenant that they are called
     *     for, and releases are none of a tenant's
     */
    static Place place(FunctionContext context) {
        if (context.tenant().isPresent()) {
            throw new Refused("Releases are the platform's own; this call is a tenant's.");
        }
        return Place.of(key -> context.platform().configuration().find(key).orElse(null));
    }

    static Control control(Place place) throws SQLException {
        String schema = place.controlled().toString();
        if (schema.equals(SEEN.get())) {
            return Control.reopen(place.controlled());
        }
        Control control = Control.open(place.controlled());
        SEEN.set(schema);
        return control;
    }
}
