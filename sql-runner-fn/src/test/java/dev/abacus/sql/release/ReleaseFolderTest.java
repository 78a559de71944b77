package dev.abacus.sql.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseFolderTest {

    private static final String HEAD =
            """
            name: tax-codes
            author: li
            target: shard
            """;

    @TempDir
    Path directory;

    private Folders folder;

    @BeforeEach
    void three_scripts() {
        folder = Folders.in(directory)
                .file("a.sql", "CREATE TABLE a (id INT PRIMARY KEY);")
                .file("b.sql", "UPDATE a SET id = 1 WHERE id = 2;")
                .file("c.sql", "SELECT 1;")
                .file("d.sql", "SELECT 2;")
                .file("undo/b.sql", "UPDATE a SET id = 2 WHERE id = 1;");
    }

    @Test
    void a_release_says_everything() {
        Release release = folder.file(
                        "release.yaml",
                        HEAD
                                + """
                                parallel: 8
                                tolerate: 2
                                scripts:
                                  - a.sql
                                  - file: b.sql
                                    chunks: true
                                    compensation: undo/b.sql
                                  - file: c.sql
                                    after: [a.sql]
                                    compensation: before-image
                                  - {file: d.sql, compensation: not-needed}
                                waves:
                                  - name: canary
                                    targets: [suite_0]
                                  - name: tenth
                                    percent: 10
                                checks:
                                  - name: nothing lost
                                    query: SELECT COUNT(*) FROM a
                                    expect: 0
                                """)
                .read();

        assertThat(release.name()).isEqualTo("tax-codes");
        assertThat(release.author()).isEqualTo("li");
        assertThat(release.target()).isEqualTo(TargetKind.SHARD);
        assertThat(release.parallel()).isEqualTo(8);
        assertThat(release.tolerate()).isEqualTo(2);
        assertThat(release.scripts())
                .extracting(ReleaseScript::file)
                .containsExactly("a.sql", "b.sql", "c.sql", "d.sql");
        assertThat(release.script("b.sql").after()).containsExactly("a.sql");
        assertThat(release.script("b.sql").chunks()).isTrue();
        assertThat(release.script("b.sql").compensation())
                .isInstanceOfSatisfying(
                        Compensation.Undo.class,
                        undo -> assertThat(undo.script().name()).isEqualTo("undo/b.sql"));
        assertThat(release.script("c.sql").after()).containsExactly("a.sql");
        assertThat(release.script("c.sql").compensation()).isInstanceOf(Compensation.BeforeImage.class);
        assertThat(release.script("d.sql").compensation()).isInstanceOf(Compensation.NotNeeded.class);
        assertThat(release.waves())
                .containsExactly(
                        new Wave("canary", List.of("suite_0"), 0),
                        new Wave("tenth", List.of(), 10),
                        new Wave("rest", List.of(), 100));
        assertThat(release.checks()).containsExactly(new Check("nothing lost", "SELECT COUNT(*) FROM a", "0"));
    }

    @Test
    void edges_come_before_the_order_of_the_list() {
        Release release = folder.file(
                        "release.yaml",
                        HEAD
                                + """
                                scripts:
                                  - file: a.sql
                                    after: [c.sql]
                                  - file: b.sql
                                    after: []
                                  - file: c.sql
                                    after: [b.sql]
                                """)
                .read();

        assertThat(release.scripts()).extracting(ReleaseScript::file).containsExactly("b.sql", "c.sql", "a.sql");
    }

    @Test
    void a_cycle_is_told_with_its_way() {
        assertThat(
                        problems(
                                """
                        scripts:
                          - file: a.sql
                            after: [c.sql]
                          - b.sql
                          - c.sql
                        """))
                .containsExactly(
                        "release.yaml:5: scripts wait for each other: a.sql after c.sql after b.sql after a.sql"
                                + " (without \"after\" a script comes after the one above it; \"after: []\" frees it)");
    }

    @Test
    void everything_wrong_is_said_at_once_with_its_line() {
        folder.file("bad.sql", "SELECT 1;\nSELECT 'x;\n").file("empty.sql", "-- nothing\n");

        assertThat(
                        problems(
                                """
                        colour: red
                        scripts:
                          - bad.sql
                          - empty.sql
                          - gone.sql
                          - ../../etc/passwd
                          - file: a.sql
                            after: [nowhere.sql]
                            chunks: maybe
                          - a.sql
                        waves:
                          - name: canary
                        checks:
                          - name: n
                            query: DELETE FROM a
                            expect: 0
                        parallel: many
                        """))
                .containsExactlyInAnyOrder(
                        "release.yaml:4: nobody knows \"colour\" here; there are name, author, target, scripts, waves,"
                                + " checks, parallel, tolerate, retry, onSuccess, onFailure",
                        "bad.sql:2:8: a ' that does not end",
                        "empty.sql:1: no statement",
                        "release.yaml:8: there is no file gone.sql",
                        "release.yaml:9: ../../etc/passwd is outside of the release",
                        "release.yaml:12: chunks is true or false",
                        "release.yaml:13: a.sql is listed twice",
                        "release.yaml:10: a.sql comes after nowhere.sql, which is not in the list",
                        "release.yaml:15: a wave names its targets, or says how many percent of all it takes",
                        "release.yaml:17: a check only reads: its query begins with SELECT",
                        "release.yaml:20: parallel must be a number from 1 to 64");
    }

    @Test
    void text_that_is_no_yaml_is_told_with_its_line() {
        folder.file("release.yaml", "name: x\nscripts: [a.sql\nauthor: li\n");

        InvalidRelease invalid = catchThrowableOfType(InvalidRelease.class, folder::read);

        assertThat(invalid.problems()).singleElement().asString().startsWith("release.yaml:3:");
    }

    @Test
    void what_is_missing_is_named() {
        folder.file("release.yaml", "target: planet\n");

        assertThat(catchThrowableOfType(InvalidRelease.class, folder::read).problems())
                .containsExactlyInAnyOrder(
                        "release.yaml:1: name is missing",
                        "release.yaml:1: author is missing",
                        "release.yaml:1: target is one of shard, tenant, not planet",
                        "release.yaml:1: a release needs scripts");
    }

    @Test
    void the_checksum_knows_every_word_of_every_script() {
        String scripts = "scripts: [a.sql, {file: b.sql, compensation: undo/b.sql}]\n";
        String before = folder.file("release.yaml", HEAD + scripts).read().checksum();

        assertThat(folder.file("release.yaml", HEAD + "parallel: 2\n" + scripts)
                        .read()
                        .checksum())
                .isEqualTo(before);
        assertThat(folder.file("undo/b.sql", "UPDATE a SET id = 3 WHERE id = 1;")
                        .read()
                        .checksum())
                .isNotEqualTo(before);
    }

    @Test
    void who_is_told_of_the_end_is_said_in_the_runtimes_words() {
        Release told = folder.file(
                        "release.yaml",
                        HEAD + "scripts: [a.sql]\nretry: 3\nonSuccess: {topic: releases}\n"
                                + "onFailure: {webhook: {url: \"https://ops.example.com/in?a=b\", secret: ops}}\n")
                .read();

        assertThat(told.retry()).isEqualTo(3);
        assertThat(told.notices().success()).contains("topic:releases");
        assertThat(told.notices().failure()).contains("webhook:ops@https://ops.example.com/in?a=b");
        assertThat(told.checksum())
                .isEqualTo(folder.file("release.yaml", HEAD + "scripts: [a.sql]\n")
                        .read()
                        .checksum());
    }

    @Test
    void whoever_cannot_be_told_is_named_with_the_line() {
        assertThat(problems("scripts: [a.sql]\nonSuccess: {topic: a, kafka: b}\nonFailure: {topic: a b}\nretry: 11\n"))
                .containsExactlyInAnyOrder(
                        "release.yaml:5: onSuccess names one of topic, kafka, function, webhook",
                        "release.yaml:6: topic \"a b\": is no name of a topic",
                        "release.yaml:7: retry must be a number from 0 to 10");
        assertThat(problems("scripts: [a.sql]\nonFailure: {webhook: {url: \"ftp://x\", port: 1}}\n"))
                .containsExactlyInAnyOrder(
                        "release.yaml:5: nobody knows \"port\" here; there are url, secret",
                        "release.yaml:5: url \"ftp://x\": an address that begins with https://",
                        "release.yaml:5: secret is missing");
    }

    @Test
    void without_its_folder_it_is_the_same_release() throws IOException {
        folder.file("release.yaml", HEAD + "scripts: [{file: sub/c.sql, compensation: undo/b.sql}]\n")
                .file("sub/c.sql", "\uFEFFUPDATE a SET id = 2 WHERE id = 1;\r\n")
                .file("secret.txt", "nobody named it");

        ReleaseFiles files = ReleaseFiles.in(directory);

        assertThat(files.texts()).containsOnlyKeys("release.yaml", "sub/c.sql", "undo/b.sql");
        assertThat(files.release().checksum()).isEqualTo(folder.read().checksum());
    }

    @Test
    void what_was_handed_over_incompletely_is_refused() {
        ReleaseFiles files = new ReleaseFiles(Map.of("release.yaml", HEAD + "scripts: [a.sql, ../b.sql]\n"));

        assertThat(catchThrowableOfType(InvalidRelease.class, files::release).problems())
                .contains(
                        "release.yaml:4: there is no file a.sql", "release.yaml:4: ../b.sql is outside of the release");
    }

    private List<String> problems(String rest) {
        folder.file("release.yaml", HEAD + rest);
        return catchThrowableOfType(InvalidRelease.class, folder::read).problems();
    }
}
