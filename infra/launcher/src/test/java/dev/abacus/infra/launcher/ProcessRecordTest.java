package dev.abacus.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTest {

    private static final ProcessTable PROCESSES = ProcessTable.ofThisMachine();
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path state;

    @Test
    void what_was_kept_is_found_again() throws IOException {
        ProcessRecord record = new ProcessRecord(4711, 99, NOON);

        record.keep(state);

        assertThat(ProcessRecord.in(state)).contains(record);
    }

    @Test
    void a_forgotten_process_is_not_found() throws IOException {
        new ProcessRecord(4711, 99, NOON).keep(state);

        ProcessRecord.forget(state);

        assertThat(ProcessRecord.in(state)).isEmpty();
    }

    @Test
    void a_later_process_with_the_same_pid_is_not_ours() {
        long self = ProcessHandle.current().pid();
        long started = PROCESSES.startOf(self).orElseThrow();

        assertThat(new ProcessRecord(self, started, NOON).isAlive(PROCESSES)).isTrue();
        assertThat(new ProcessRecord(self, started - 1, NOON).isAlive(PROCESSES))
                .isFalse();
    }
}
