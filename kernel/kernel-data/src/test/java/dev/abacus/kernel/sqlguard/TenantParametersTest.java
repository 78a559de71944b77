package dev.abacus.kernel.sqlguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TenantParametersTest {

    @Test
    void each_sentinel_becomes_a_parameter_at_its_place_among_the_others() {
        assertThat(in("SELECT ? FROM t WHERE a = # AND b = ? AND c = '? #' AND d = #"))
                .isEqualTo(parameters("SELECT ? FROM t WHERE a = ? AND b = ? AND c = '? #' AND d = ?", 1, 3));
    }

    @Test
    void a_name_that_only_begins_like_it_is_left_alone() {
        assertThat(in("SELECT #s, `#`, x# FROM t WHERE a = #"))
                .isEqualTo(parameters("SELECT #s, `#`, x# FROM t WHERE a = ?", 0));
    }

    @Test
    void a_statement_without_it_stays_as_it_is() {
        assertThat(in("SELECT ?")).isEqualTo(parameters("SELECT ?"));
    }

    @Test
    void in_text_that_is_not_plain_nobody_can_tell_what_is_quoted() {
        assertThatThrownBy(() -> in("SELECT 'a\\' = #'")).isInstanceOf(Enforcement.Refusal.class);
    }

    private static TenantParameters in(String sql) {
        return TenantParameters.in(sql.replace("#", TenantParameters.SENTINEL));
    }

    private static TenantParameters parameters(String sql, Integer... positions) {
        return new TenantParameters(sql.replace("#", TenantParameters.SENTINEL), java.util.List.of(positions));
    }
}
