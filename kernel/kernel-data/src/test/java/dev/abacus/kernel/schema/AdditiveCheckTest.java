package dev.abacus.kernel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdditiveCheckTest {

    record Case(boolean additive, String reason, String sql) {

        static Case of(String line) {
            String[] parts = line.split("\\|", 3);
            return new Case(parts[0].strip().equals("ok"), parts[1].strip(), parts[2].strip());
        }
    }

    static Stream<Case> corpus() throws IOException {
        return resource("/schema/corpus.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Case::of);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void what_only_adds_passes_and_everything_else_is_refused_with_its_reason(Case one) throws IOException {
        List<Refusal> refusals = AdditiveCheck.refusals(past(), List.of(script("V2__change.sql", one.sql())));
        if (one.additive()) {
            assertThat(refusals).isEmpty();
        } else {
            assertThat(refusals).isNotEmpty();
            assertThat(refusals).extracting(Refusal::reason).anySatisfy(reason -> assertThat(reason)
                    .contains(one.reason()));
        }
    }

    @Test
    void a_refusal_names_the_file_and_the_line_of_the_statement() throws IOException {
        String sql =
                "-- first a good one\nALTER TABLE shop_order\n    ADD COLUMN weight INT;\n\n/* and\n a bad one */\n"
                        + "ALTER TABLE shop_order\n    DROP COLUMN code;\n";
        assertThat(AdditiveCheck.refusals(past(), List.of(script("V2__change.sql", sql))))
                .singleElement()
                .hasToString("db/V2__change.sql:7: the baseline still uses the column code; schemas only grow\n"
                        + "        ALTER TABLE shop_order DROP COLUMN code");
    }

    @Test
    void what_an_earlier_migration_of_the_same_lane_made_is_the_lanes_own() throws IOException {
        assertThat(AdditiveCheck.refusals(
                        past(),
                        List.of(
                                script("V2__table.sql", "CREATE TABLE shop_tag (id BIGINT PRIMARY KEY)"),
                                script("V3__fill.sql", "INSERT INTO shop_tag (id) VALUES (1)"))))
                .isEmpty();
    }

    @Test
    void a_script_that_would_run_again_and_again_is_refused() throws IOException {
        assertThat(AdditiveCheck.refusals(past(), List.of(script("R__again.sql", "CREATE TABLE shop_tag (id INT)"))))
                .extracting(Refusal::reason)
                .containsExactly("only scripts named V<version>__<description>.sql can be checked");
    }

    @Test
    void after_a_migration_that_cannot_be_read_nobody_knows_what_a_change_adds_to() {
        assertThat(AdditiveCheck.refusals(
                        List.of(script("V1__odd.sql", "CREATE TABLE shop_odd (id UUID)")),
                        List.of(script("V2__change.sql", "CREATE TABLE shop_tag (id BIGINT PRIMARY KEY)"))))
                .singleElement()
                .extracting(Refusal::reason)
                .asString()
                .contains("an earlier migration cannot be read: V1__odd.sql:1");
    }

    private static List<Script> past() throws IOException {
        return List.of(script("V1__before.sql", resource("/schema/before.sql")));
    }

    private static Script script(String name, String sql) {
        return Script.of("db/" + name, sql, "shop");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = AdditiveCheckTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
