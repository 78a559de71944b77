package dev.abacus.function.dispatcher.delivery.webhook;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are called.
 *
 * @param secrets signing secrets by the names that definitions call them by
 * @param timeout for one call as a whole, from the look for the address to the answer's first line
 * @param loopback whether addresses of this machine may be called, without TLS too: for a developer's machine only
 */
@ConfigurationProperties("abacus.functions.webhook")
record WebhookProperties(
        Map<String, String> secrets, @DefaultValue("10s") Duration timeout, @DefaultValue("false") boolean loopback) {

    /** A secret that nothing could be signed by ends the start, not the first delivery. */
    WebhookProperties {
        secrets = secrets == null ? Map.of() : Map.copyOf(secrets);
        secrets.forEach((name, secret) -> signature(name, secret));
    }

    Map<String, Signature> signatures() {
        Map<String, Signature> signatures = new LinkedHashMap<>();
        secrets.forEach((name, secret) -> signatures.put(name, signature(name, secret)));
        return signatures;
    }

    private static Signature signature(String name, String secret) {
        try {
            return Signature.by(secret);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("abacus.functions.webhook.secrets." + name + ": " + e.getMessage());
        }
    }

    /** Whoever prints the configuration sees names only. */
    @Override
    public String toString() {
        return "WebhookProperties[secrets=" + secrets.keySet() + ", timeout=" + timeout + ", loopback=" + loopback
                + "]";
    }
}
