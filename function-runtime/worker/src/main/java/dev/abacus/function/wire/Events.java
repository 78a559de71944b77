package dev.abacus.function.wire;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.data.BytesCloudEventData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.OffsetDateTime;

/** CloudEvents in bytes: attributes and extensions by name with their type, then the data as it is. No JSON in between. */
public final class Events {

    private static final byte ABSENT = 0;
    private static final byte PRESENT = 1;

    private Events() {}

    static void write(DataOutput out, CloudEvent event) throws IOException {
        if (event == null) {
            out.writeByte(ABSENT);
            return;
        }
        out.writeByte(PRESENT);
        var attributes = event.getAttributeNames();
        var extensions = event.getExtensionNames();
        out.writeShort(attributes.size() + extensions.size());
        for (String name : attributes) {
            value(out, name, event.getAttribute(name));
        }
        for (String name : extensions) {
            value(out, name, event.getExtension(name));
        }
        Wire.bytes(out, event.getData() == null ? null : event.getData().toBytes());
    }

    /** An event as the body of a question. */
    public static byte[] bytes(CloudEvent event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try {
            write(new DataOutputStream(out), event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static CloudEvent of(byte[] bytes) throws IOException {
        return read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static void value(DataOutput out, String name, Object value) throws IOException {
        out.writeUTF(name);
        switch (value) {
            case Integer number -> {
                out.writeByte('i');
                out.writeInt(number);
            }
            case Boolean flag -> {
                out.writeByte('b');
                out.writeBoolean(flag);
            }
            case byte[] binary -> {
                out.writeByte('x');
                Wire.bytes(out, binary);
            }
            case URI uri -> {
                out.writeByte('u');
                Wire.text(out, uri.toString());
            }
            case OffsetDateTime time -> {
                out.writeByte('t');
                Wire.text(out, time.toString());
            }
            default -> {
                out.writeByte('s');
                Wire.text(out, value.toString());
            }
        }
    }

    static CloudEvent read(DataInput in) throws IOException {
        if (in.readByte() == ABSENT) {
            return null;
        }
        CloudEventBuilder event = CloudEventBuilder.v1();
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            switch (in.readByte()) {
                case 'i' -> event.withContextAttribute(name, in.readInt());
                case 'b' -> event.withContextAttribute(name, in.readBoolean());
                case 'x' -> event.withContextAttribute(name, Wire.bytes(in));
                case 'u' -> event.withContextAttribute(name, URI.create(Wire.text(in)));
                case 't' -> event.withContextAttribute(name, OffsetDateTime.parse(Wire.text(in)));
                default -> attribute(event, name, Wire.text(in));
            }
        }
        byte[] data = Wire.bytes(in);
        if (data != null) {
            event.withData(BytesCloudEventData.wrap(data));
        }
        return event.build();
    }

    private static void attribute(CloudEventBuilder event, String name, String value) {
        // The builder of version 1 is made without it.
        if (!name.equals("specversion")) {
            event.withContextAttribute(name, value);
        }
    }
}
