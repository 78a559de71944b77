package dev.abacus.kernel.messaging;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.lane.LaneContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageExt;

/** An {@link Envelope} as a RocketMQ message and back. */
final class Wire {

    private static final String TENANT = "tenant";
    private static final String AGGREGATE = "aggregate";
    private static final String HEADER_PREFIX = "h_";

    private Wire() {}

    static Message write(Envelope envelope, String topic, Map<String, String> headers, String lane) {
        var message = new Message(
                topic,
                envelope.type(),
                Long.toString(envelope.id()),
                envelope.payload().getBytes(StandardCharsets.UTF_8));
        message.putUserProperty(TENANT, envelope.tenant().toString());
        message.putUserProperty(AGGREGATE, envelope.aggregate());
        headers.forEach((name, value) -> message.putUserProperty(HEADER_PREFIX + name, value));
        if (lane != null) {
            message.putUserProperty(LaneContext.MESSAGE_PROPERTY, lane);
        }
        return message;
    }

    /** @throws Unreadable when it is no event of ours: without tenant, type or id, or not UTF-8 */
    static Envelope read(MessageExt message) {
        try {
            return new Envelope(
                    Long.parseLong(message.getKeys()),
                    TenantId.valueOf(required(message, TENANT)),
                    required(message, AGGREGATE),
                    type(message),
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(message.getBody()))
                            .toString(),
                    headers(message));
        } catch (NumberFormatException | InvalidValue e) {
            throw new Unreadable("no event id or tenant: " + e.getMessage());
        } catch (CharacterCodingException e) {
            throw new Unreadable("the body is not UTF-8");
        }
    }

    private static String type(MessageExt message) {
        String type = message.getTags();
        if (type == null || type.indexOf('.') < 1) {
            throw new Unreadable("no event type");
        }
        return type;
    }

    private static String required(MessageExt message, String property) {
        String value = message.getUserProperty(property);
        if (value == null) {
            throw new Unreadable("no " + property);
        }
        return value;
    }

    private static Map<String, String> headers(MessageExt message) {
        Map<String, String> headers = new TreeMap<>();
        message.getProperties().forEach((name, value) -> {
            if (name.startsWith(HEADER_PREFIX)) {
                headers.put(name.substring(HEADER_PREFIX.length()), value);
            }
        });
        return headers;
    }

    /** A message that is no event. */
    static final class Unreadable extends RuntimeException {
        Unreadable(String reason) {
            super(reason);
        }
    }
}
