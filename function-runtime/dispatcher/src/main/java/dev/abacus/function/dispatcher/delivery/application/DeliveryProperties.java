package dev.abacus.function.dispatcher.delivery.application;

import dev.abacus.function.dispatcher.registry.Retry;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hard a delivery is tried: by default thirteen times in some four hours.
 *
 * @param retries further attempts after the first
 * @param backoff before the second attempt; doubled for each after it
 * @param longest of all pauses
 * @param look how often what is due is looked for
 */
@ConfigurationProperties("abacus.functions.delivery")
record DeliveryProperties(
        @DefaultValue("12") int retries,
        @DefaultValue("5s") Duration backoff,
        @DefaultValue("6h") Duration longest,
        @DefaultValue("200ms") Duration look) {

    Retry retry() {
        return new Retry(retries, backoff, longest);
    }
}
