package dev.abacus.kernel.messaging;

import dev.abacus.kernel.tenancy.TenantId;
import java.util.Map;

/**
 * An event on its way.
 *
 * @param id the event's id, by which a repeat is recognised
 * @param tenant whose event it is
 * @param aggregate the ordering key
 * @param type the event's name, {@code service.event-name.vN}
 * @param payload the event as JSON
 * @param headers see {@link Headers}
 */
public record Envelope(
        long id, TenantId tenant, String aggregate, String type, String payload, Map<String, String> headers) {

    public Envelope {
        headers = Map.copyOf(headers);
    }

    /** The topic is the publishing service: the part before the first dot. */
    public String topic() {
        return type.substring(0, type.indexOf('.'));
    }
}
