package dev.abacus.sql.split;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A script as it is written, whatever made its line ends.
 *
 * @param name by which messages and ledgers know it
 */
public record Script(String name, String text) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    public Script {
        text = text.replace("\r\n", "\n").replace('\r', '\n');
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
    }

    /** @throws Unsplittable when it is not UTF-8 */
    public static Script of(String name, byte[] bytes) {
        try {
            return new Script(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            throw new Unsplittable(name, new Position(1, 1), "not UTF-8; a wrong letter would end up in every shard");
        }
    }

    /** The same for the same text: byte order marks and line ends do not count, comments do. */
    public String checksum() {
        return Checksum.of(text);
    }
}
