package dev.abacus.kernel.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.importing.ImportJob.State;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.testapp.KernelTest;
import dev.abacus.kernel.testapp.NoteImporter;
import dev.abacus.lane.LaneContext;
import dev.abacus.lane.LaneTag;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class ImportsTest extends KernelTest {

    @Autowired
    Imports imports;

    @Autowired
    ImportJobs jobs;

    @Autowired
    NoteImporter importer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void healthy() {
        importer.failOn("nothing", 0);
    }

    @Test
    void each_row_is_taken_or_reported_with_its_line() {
        ImportJob job = ended(here, submit(here, "number,text\n1,one\nx,two\n\n3,unwanted\n4,\n5,five\n"));

        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.rowsRead()).isEqualTo(5);
        assertThat(job.rowsRefused()).isEqualTo(3);
        assertThat(notes(here)).isEqualTo(2);
        assertThat(report(here, job.id()).lines())
                .containsExactly(
                        "line,column,code,message",
                        "3,number,not-a-number,number is not a number: x",
                        "5,text,unwanted,nobody wants this",
                        "6,text,missing,text is empty");
    }

    @Test
    void the_same_bytes_again_give_the_first_answer_and_no_second_effect() {
        String file = file(250);
        ImportJob first = ended(here, submit(here, file));
        ImportJob second = submit(here, file);

        assertThat(second).isEqualTo(first);
        assertThat(notes(here)).isEqualTo(250);
        assertThat(parts(here)).isZero();
        assertThat(ended(there, submit(there, file)).id()).isNotEqualTo(first.id());
    }

    @Test
    void a_chunk_that_fails_leaves_nothing_and_is_tried_again_under_its_number() {
        importer.failOn("150 note", 2);
        ImportJob job = ended(here, submit(here, file(250)));

        assertThat(job.state()).isEqualTo(State.DONE);
        assertThat(job.failure()).isNull();
        assertThat(importer.attempted(here)).containsExactly(0, 1, 1, 1, 2);
        assertThat(notes(here)).isEqualTo(250);
    }

    @Test
    void a_file_that_was_given_up_is_resumed_where_it_stood() {
        importer.failOn("150 note", 5);
        ImportJob failed = ended(here, submit(here, file(250)));
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.failure()).contains("told to fail");
        assertThat(notes(here)).isEqualTo(100);

        TenantContext.call(here, () -> imports.resume(failed.id()));

        ImportJob done = ended(here, failed);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.rowsRead()).isEqualTo(250);
        assertThat(notes(here)).isEqualTo(250);
    }

    @Test
    void a_file_that_is_no_such_file_is_given_up_at_once() {
        ImportJob job = ended(here, submit(here, "number\n1\n"));

        assertThat(job.state()).isEqualTo(State.FAILED);
        assertThat(job.failure()).contains("text");
    }

    @Test
    void of_two_processes_that_believe_it_is_their_turn_one_commits() {
        ImportJob job = ended(here, submit(here, file(1)));
        // In one transaction, so that no worker sees it running meanwhile and takes it for its turn.
        TenantContext.run(
                here,
                () -> transaction.executeWithoutResult(status -> {
                    ImportId id = job.id();
                    jdbc.sql("UPDATE sample_import_job SET state = 'RUNNING' WHERE tenant_id = ? AND id = ?")
                            .params(here.value(), id.value())
                            .update();
                    assertThat(jobs.advance(job, 100, 0)).isTrue();
                    assertThat(jobs.advance(job, 100, 0)).isFalse();
                    jobs.done(id);
                }));
    }

    @Test
    void a_file_that_is_too_long_leaves_nothing_behind() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };

        assertThatThrownBy(() -> TenantContext.call(here, () -> imports.submit("notes", "endless.csv", endless)))
                .isInstanceOf(FileTooLarge.class);
        assertThat(parts(here)).isZero();
    }

    @Test
    void a_lanes_file_is_left_to_the_lane_until_it_has_lain_for_a_while() {
        ImportJob job;
        try (var scope = LaneContext.enter(LaneTag.parse("imports-1"))) {
            job = submit(here, file(3));
        }
        TenantId neighbour = new TenantId(here.value() + 1_000_000);
        placements.place(neighbour, SHARDS.get(0));
        ended(neighbour, submit(neighbour, file(3)));
        assertThat(TenantContext.call(here, () -> imports.get(job.id())).rowsRead())
                .isZero();

        TenantContext.run(
                here, () -> jdbc.sql("UPDATE sample_import_job SET touched_at = ? WHERE tenant_id = ? AND id = ?")
                        .params(
                                LocalDateTime.now(ZoneOffset.UTC).minusMinutes(1),
                                here.value(),
                                job.id().value())
                        .update());

        assertThat(ended(here, job).rowsRead()).isEqualTo(3);
    }

    @Test
    void another_tenants_import_is_not_found() {
        ImportId mine = ended(here, submit(here, file(1))).id();

        assertThatThrownBy(() -> report(there, mine)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> TenantContext.call(there, () -> imports.get(mine)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> TenantContext.call(there, () -> imports.resume(mine)))
                .isInstanceOf(NotFound.class);
        assertThat(report(here, mine)).startsWith("line,");
    }

    private static String file(int rows) {
        StringBuilder file = new StringBuilder("number,text\n");
        for (int i = 1; i <= rows; i++) {
            file.append(i).append(",note\n");
        }
        return file.toString();
    }

    private ImportJob submit(TenantId tenant, String file) {
        return TenantContext.call(
                tenant,
                () -> imports.submit(
                        "notes", "notes.csv", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))));
    }

    private ImportJob ended(TenantId tenant, ImportJob job) {
        return await().until(
                        () -> TenantContext.call(tenant, () -> imports.get(job.id())), now -> now.finishedAt() != null);
    }

    private String report(TenantId tenant, ImportId id) {
        StringWriter report = new StringWriter();
        TenantContext.run(tenant, () -> imports.writeErrors(id, report));
        return report.toString();
    }

    private long notes(TenantId tenant) {
        return count(tenant, "sample_note");
    }

    private long parts(TenantId tenant) {
        return count(tenant, "sample_import_part");
    }

    private long count(TenantId tenant, String table) {
        return TenantContext.call(tenant, () -> jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE tenant_id = ?")
                .param(tenant.value())
                .query(Long.class)
                .single());
    }
}
