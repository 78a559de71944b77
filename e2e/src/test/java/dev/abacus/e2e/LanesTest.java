package dev.abacus.e2e;

import dev.abacus.seed.lanes.LanesDemo;
import dev.abacus.seed.lanes.Launcher;
import dev.abacus.seed.story.Journal;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * A gray release from its creation to its end on the whole suite, by the same story that {@code ./abacus demo lanes} tells:
 * who serves whom over requests, messages and jobs, a {@code kill -9} under load, and books that add up.
 */
class LanesTest {

    @Test
    void a_release_comes_loses_its_instance_and_goes_and_nothing_is_lost_or_done_twice() {
        Suite suite = Suite.get();
        Stack stack = suite.stack();
        var launcher = new Launcher(stack.root(), stack.home(), stack.portOffset());
        var screen = new Journal(new PrintStream(System.out, true, StandardCharsets.UTF_8));

        new LanesDemo(suite.place(), launcher, screen).tell();
    }
}
