package dev.abacus.function.dispatcher.delivery.webhook;

import dev.abacus.function.dispatcher.delivery.Carrier;
import dev.abacus.function.dispatcher.delivery.Undeliverable;
import dev.abacus.function.dispatcher.invocation.Delivery;
import dev.abacus.function.dispatcher.registry.Destination;
import dev.abacus.function.dispatcher.registry.Reach;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Posts results as "Standard Webhooks" 1.0.0 says; the body is the event as one JSON document. */
@Component
class WebhookCarrier implements Carrier, Reach {

    private static final int GONE = 410;

    private final Map<String, Signature> signatures;
    private final boolean loopback;
    private final OutsideAddresses addresses;
    private final OutsidePost post;
    private final Clock clock;

    @Autowired
    WebhookCarrier(WebhookProperties properties, Clock clock) {
        this(properties, clock, InetAddress::getAllByName, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    WebhookCarrier(WebhookProperties properties, Clock clock, OutsidePost.Resolver resolver, SSLSocketFactory tls) {
        this.signatures = properties.signatures();
        this.loopback = properties.loopback();
        this.addresses = new OutsideAddresses(loopback);
        this.post = new OutsidePost(resolver, addresses, tls, properties.timeout());
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "webhook";
    }

    @Override
    public Optional<String> refuses(Destination destination) {
        if (!(destination instanceof Destination.Webhook webhook)) {
            return Optional.empty();
        }
        URI address = URI.create(webhook.url());
        if (!signatures.containsKey(webhook.secret())) {
            return Optional.of(
                    "the signing secret \"" + webhook.secret() + "\", which this runtime is not configured with");
        }
        if (!address.getScheme().equals("https") && !loopback) {
            return Optional.of("a webhook without TLS: its address must begin with https");
        }
        return literal(address.getHost())
                .filter(found -> !addresses.allows(found))
                .map(inside -> "a webhook at " + address.getHost() + ", which is no address of the public internet");
    }

    /** Names are looked up when there is something to deliver: what they lead to may change. */
    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void carry(Delivery delivery, CloudEvent event) throws Exception {
        Signature signature = signatures.get(delivery.secret());
        if (signature == null) {
            throw new IOException("the signing secret \"" + delivery.secret() + "\" is not configured");
        }
        URI to = URI.create(delivery.target());
        byte[] body = json(event);
        int status = post.post(to, headers(delivery, signature, body), body);
        if (status == GONE) {
            throw new Undeliverable("it answered 410: it is not wanted any more");
        }
        if (status < 200 || status >= 300) {
            throw new IOException("it answered " + status);
        }
    }

    private static byte[] json(CloudEvent event) {
        return EventFormatProvider.getInstance()
                .resolveFormat(JsonFormat.CONTENT_TYPE)
                .serialize(event);
    }

    /** The id is the delivery's: the same in every attempt, so that a receiver knows a repeat. */
    private Map<String, String> headers(Delivery delivery, Signature signature, byte[] body) {
        String id = String.valueOf(delivery.id());
        long now = clock.instant().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", JsonFormat.CONTENT_TYPE);
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", String.valueOf(now));
        headers.put("webhook-signature", signature.of(id, now, body));
        return headers;
    }
}
