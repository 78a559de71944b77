package dev.abacus.function.wire;

import dev.abacus.function.wire.Failure.Kind;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Frames in bytes: a letter for the kind, then the components in the order of the record. */
final class Frames {

    private Frames() {}

    static void write(DataOutput out, Frame frame) throws IOException {
        switch (frame) {
            case Frame.Ready(long pid) -> {
                out.writeByte('R');
                out.writeLong(pid);
            }
            case Frame.Load load -> {
                out.writeByte('L');
                Wire.text(out, load.function());
                out.writeInt(load.version());
                texts(out, load.jars());
                Wire.text(out, load.handler());
                texts(out, flat(load.settings()));
            }
            case Frame.Loaded(long micros) -> {
                out.writeByte('K');
                out.writeLong(micros);
            }
            case Frame.LoadFailed(String reason) -> {
                out.writeByte('X');
                Wire.text(out, reason);
            }
            case Frame.Invoke(long call, Calling calling, var event) -> {
                out.writeByte('I');
                out.writeLong(call);
                write(out, calling);
                Events.write(out, event);
            }
            case Frame.Succeeded(long call, var event, long cpuNanos) -> {
                out.writeByte('S');
                out.writeLong(call);
                Events.write(out, event);
                out.writeLong(cpuNanos);
            }
            case Frame.Failed(long call, Failure failure, long cpuNanos) -> {
                out.writeByte('F');
                out.writeLong(call);
                out.writeByte(failure.kind().ordinal());
                texts(out, List.of(failure.type(), failure.message(), failure.trace()));
                out.writeLong(cpuNanos);
            }
            case Frame.Log(long call, String level, long millis, String text) -> {
                out.writeByte('G');
                out.writeLong(call);
                Wire.text(out, level);
                out.writeLong(millis);
                Wire.text(out, text);
            }
            case Frame.Cancel(long call, boolean interrupt) -> {
                out.writeByte('C');
                out.writeLong(call);
                out.writeBoolean(interrupt);
            }
            case Frame.Settings(var settings) -> {
                out.writeByte('E');
                texts(out, flat(settings));
            }
            case Frame.Ask(long call, long question, Question what) -> {
                out.writeByte('U');
                out.writeLong(call);
                out.writeLong(question);
                Wire.text(out, what.verb().name());
                texts(out, what.arguments());
                Wire.bytes(out, what.body());
            }
            case Frame.Answer(long question, Reply reply) -> {
                out.writeByte('A');
                out.writeLong(question);
                Wire.text(out, reply.refusal());
                texts(out, reply.values());
                Wire.bytes(out, reply.body());
            }
            case Frame.Stop() -> out.writeByte('Q');
        }
    }

    static Frame read(DataInput in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 'R' -> new Frame.Ready(in.readLong());
            case 'L' -> new Frame.Load(Wire.text(in), in.readInt(), texts(in), Wire.text(in), pairs(texts(in)));
            case 'K' -> new Frame.Loaded(in.readLong());
            case 'X' -> new Frame.LoadFailed(Wire.text(in));
            case 'I' -> new Frame.Invoke(in.readLong(), calling(in), Events.read(in));
            case 'S' -> new Frame.Succeeded(in.readLong(), Events.read(in), in.readLong());
            case 'F' -> new Frame.Failed(in.readLong(), failure(in), in.readLong());
            case 'G' -> new Frame.Log(in.readLong(), Wire.text(in), in.readLong(), Wire.text(in));
            case 'C' -> new Frame.Cancel(in.readLong(), in.readBoolean());
            case 'E' -> new Frame.Settings(pairs(texts(in)));
            case 'U' ->
                new Frame.Ask(
                        in.readLong(),
                        in.readLong(),
                        new Question(Question.Verb.valueOf(Wire.text(in)), texts(in), Wire.bytes(in)));
            case 'A' -> new Frame.Answer(in.readLong(), new Reply(Wire.text(in), texts(in), Wire.bytes(in)));
            case 'Q' -> new Frame.Stop();
            default -> throw new IOException("a frame of kind " + kind + " is none of ours");
        };
    }

    private static void write(DataOutput out, Calling calling) throws IOException {
        Wire.text(out, calling.invocationId());
        Wire.text(out, calling.tenant());
        Wire.text(out, calling.lane());
        out.writeLong(calling.deadlineMillis());
        out.writeInt(calling.attempt());
        out.writeInt(calling.depth());
        Wire.text(out, calling.traceparent());
    }

    private static Calling calling(DataInput in) throws IOException {
        return new Calling(
                Wire.text(in), Wire.text(in), Wire.text(in), in.readLong(), in.readInt(), in.readInt(), Wire.text(in));
    }

    private static Failure failure(DataInput in) throws IOException {
        Kind kind = Kind.values()[in.readByte()];
        List<String> texts = texts(in);
        return new Failure(kind, texts.get(0), texts.get(1), texts.get(2));
    }

    private static void texts(DataOutput out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            Wire.text(out, text);
        }
    }

    private static List<String> texts(DataInput in) throws IOException {
        int count = in.readInt();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(Wire.text(in));
        }
        return texts;
    }

    private static List<String> flat(Map<String, String> pairs) {
        List<String> texts = new ArrayList<>();
        pairs.forEach((key, value) -> {
            texts.add(key);
            texts.add(value);
        });
        return texts;
    }

    private static Map<String, String> pairs(List<String> texts) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < texts.size(); i += 2) {
            pairs.put(texts.get(i), texts.get(i + 1));
        }
        return pairs;
    }
}
