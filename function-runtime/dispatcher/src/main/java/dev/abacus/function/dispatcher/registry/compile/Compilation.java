package dev.abacus.function.dispatcher.registry.compile;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of a source: errors, or classes by the names that they have in a jar.
 *
 * @param classes in the order of their names, so that one source always makes the same jar
 */
record Compilation(List<Diagnostic> errors, Map<String, byte[]> classes) {

    /** @param line 0 when it is about no line */
    record Diagnostic(long line, long column, String message) {}

    void write(DataOutputStream out) throws IOException {
        out.writeInt(errors.size());
        for (Diagnostic error : errors) {
            out.writeLong(error.line());
            out.writeLong(error.column());
            out.writeUTF(error.message());
        }
        out.writeInt(classes.size());
        for (var entry : classes.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeInt(entry.getValue().length);
            out.write(entry.getValue());
        }
        out.flush();
    }

    static Compilation read(DataInputStream in) throws IOException {
        List<Diagnostic> errors = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            errors.add(new Diagnostic(in.readLong(), in.readLong(), in.readUTF()));
        }
        Map<String, byte[]> classes = new TreeMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            String name = in.readUTF();
            ByteArrayOutputStream code = new ByteArrayOutputStream();
            code.write(in.readNBytes(in.readInt()));
            classes.put(name, code.toByteArray());
        }
        return new Compilation(errors, classes);
    }
}
