package dev.abacus.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackLockTest {

    @TempDir
    private Path home;

    @Test
    void work_is_done_under_a_lock_that_is_given_back() throws Exception {
        StackLock lock =
                StackLock.on(new Stack(home, home, 0), new Console(new PrintStream(new ByteArrayOutputStream())));

        assertThat(lock.<String>during(() -> "done")).isEqualTo("done");

        try (FileChannel channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.WRITE)) {
            assertThat(channel.tryLock()).isNotNull();
        }
    }
}
