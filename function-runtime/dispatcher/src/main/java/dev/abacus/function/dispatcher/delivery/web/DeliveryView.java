package dev.abacus.function.dispatcher.delivery.web;

import dev.abacus.function.dispatcher.delivery.DeliveryState;
import java.time.Instant;

/**
 * A delivery and where it stands.
 *
 * @param tenant null for the platform's own
 * @param target the topic or the address
 * @param attempts that have ended since it was written down or begun anew
 * @param dueAt null while it is under way, behind another of its key, or over
 * @param failure why the last attempt failed; null when it did not
 */
public record DeliveryView(
        String id,
        String invocation,
        int version,
        String tenant,
        String lane,
        String kind,
        String target,
        String orderingKey,
        DeliveryState state,
        int attempts,
        Instant createdAt,
        Instant dueAt,
        Instant deliveredAt,
        String failure) {}
