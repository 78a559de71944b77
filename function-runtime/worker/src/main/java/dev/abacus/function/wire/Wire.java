package dev.abacus.function.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/** A connection on which frames are sent, by any thread, and received, by one. */
public final class Wire implements Closeable {

    /** Larger than any event that is let in, with its attributes. */
    static final int LONGEST = 32 * 1024 * 1024;

    private final SocketChannel channel;
    private final DataInputStream in;
    private final DataOutputStream out;
    // Not a monitor: the host sends from virtual threads.
    private final ReentrantLock sending = new ReentrantLock();

    public Wire(SocketChannel channel) {
        this.channel = channel;
        in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), 64 * 1024));
        out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 64 * 1024));
    }

    public void send(Frame frame) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(512);
        Frames.write(new DataOutputStream(body), frame);
        if (body.size() > LONGEST) {
            throw new IOException("a frame of " + body.size() + " bytes is longer than " + LONGEST);
        }
        sending.lock();
        try {
            out.writeInt(body.size());
            body.writeTo(out);
            out.flush();
        } finally {
            sending.unlock();
        }
    }

    /** @return null when the other side is gone */
    public Frame receive() throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException e) {
            return null;
        }
        if (length < 1 || length > LONGEST) {
            throw new IOException("a frame of " + length + " bytes is none of ours");
        }
        byte[] body = in.readNBytes(length);
        return body.length < length ? null : Frames.read(new DataInputStream(new ByteArrayInputStream(body)));
    }

    /**
     * The first frame of a connection, read so that nothing behind it is touched: a {@code Wire} is made for the channel when it
     * is known who has come.
     */
    public static Frame greeting(SocketChannel channel) throws IOException {
        DataInputStream unbuffered = new DataInputStream(Channels.newInputStream(channel));
        byte[] body = new byte[Math.min(unbuffered.readInt(), 256)];
        unbuffered.readFully(body);
        return Frames.read(new DataInputStream(new ByteArrayInputStream(body)));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    static void text(DataOutput out, String text) throws IOException {
        bytes(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(DataInput in) throws IOException {
        byte[] bytes = bytes(in);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    static void bytes(DataOutput out, byte[] bytes) throws IOException {
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    static byte[] bytes(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            return null;
        }
        byte[] bytes = new byte[Math.min(length, LONGEST)];
        in.readFully(bytes);
        return bytes;
    }
}
