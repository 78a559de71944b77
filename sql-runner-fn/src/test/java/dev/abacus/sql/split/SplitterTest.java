package dev.abacus.sql.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SplitterTest {

    static Stream<SplitCase> corpus() throws IOException {
        return SplitCase.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void a_script_is_cut_as_its_author_meant_it(SplitCase split) {
        Script script = new Script("s.sql", split.script());
        if (split.expected().startsWith("!")) {
            var refusal = catchThrowableOfType(Unsplittable.class, () -> Splitter.statements(script));
            assertThat(refusal).as("refusal").isNotNull();
            String[] expected = split.expected().strip().substring(1).split(" ", 2);
            assertThat(refusal.position()).hasToString(expected[0]);
            assertThat(refusal).hasMessageContaining(expected[1]);
        } else {
            assertThat(SplitCase.written(Splitter.statements(script))).isEqualTo(split.expected());
        }
    }

    @Test
    void the_corpus_has_more_than_a_hundred_cases() throws IOException {
        assertThat(SplitCase.all()).hasSizeGreaterThanOrEqualTo(100);
    }

    @Test
    void bytes_that_are_not_text_are_refused() {
        byte[] latin1 = {'-', '-', ' ', (byte) 0xE9, '\n'};

        assertThatThrownBy(() -> Script.of("s.sql", latin1)).hasMessageContaining("s.sql:1:1: not UTF-8");
    }

    @Test
    void a_checksum_knows_text_and_not_line_ends() {
        Script unix = new Script("s.sql", "SELECT 1;\nSELECT 2;\n");
        Script windows = new Script("s.sql", "\uFEFFSELECT 1;\r\nSELECT 2;\r\n");
        Script other = new Script("s.sql", "SELECT 1;\nSELECT 3;\n");

        assertThat(windows.checksum()).isEqualTo(unix.checksum()).isNotEqualTo(other.checksum());
    }

    @Test
    void statements_are_numbered_and_know_their_place() {
        List<Statement> statements = Splitter.statements(new Script("010.sql", "\nSELECT 1;\n  SELECT 2;"));

        assertThat(statements).extracting(Statement::number).containsExactly(1, 2);
        assertThat(statements).extracting(Statement::place).containsExactly("010.sql:2", "010.sql:3");
    }
}
