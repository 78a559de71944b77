package dev.abacus.kernel.sqlguard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementDigestTest {

    @Test
    void values_are_taken_out_and_names_stay() {
        assertThat(text("SELECT a1, t2.b FROM t2\n  WHERE x = 'it''s' AND y = 12.5 AND z = 0x1F"))
                .isEqualTo("SELECT a1, t2.b FROM t2 WHERE x = ? AND y = ? AND z = ?");
    }

    @Test
    void a_quote_that_never_ends_hides_the_rest() {
        assertThat(text("SELECT 'secret AND more")).isEqualTo("SELECT ?");
        assertThat(text("SELECT \"secret")).isEqualTo("SELECT ?");
        assertThat(text("SELECT 'a\\' secret' x")).isEqualTo("SELECT ? x");
    }

    @Test
    void statements_that_differ_in_values_and_blanks_only_are_one() {
        assertThat(StatementDigest.of("SELECT  1").id())
                .isEqualTo(StatementDigest.of("SELECT 22 ").id());
        assertThat(StatementDigest.of("SELECT 1").id())
                .isNotEqualTo(StatementDigest.of("SELECT a").id());
    }

    @Test
    void a_long_statement_is_cut_for_the_log_but_not_for_its_name() {
        String begin = "SELECT " + "a, ".repeat(300);

        assertThat(text(begin + "b")).hasSize(501).endsWith("…");
        assertThat(StatementDigest.of(begin + "b").id())
                .isNotEqualTo(StatementDigest.of(begin + "c").id());
    }

    private static String text(String sql) {
        return StatementDigest.of(sql).text();
    }
}
