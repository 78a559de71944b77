package dev.abacus.kernel.test.servers;

import java.util.concurrent.ThreadLocalRandom;

/** What this test process calls its own on servers that it shares with others. */
public final class TestRun {

    /** Letters and digits only, so that it may be part of a schema's, a topic's or a key's name. */
    public static final String NAME =
            "t" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);

    private TestRun() {}
}
