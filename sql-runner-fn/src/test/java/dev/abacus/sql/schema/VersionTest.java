package dev.abacus.sql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VersionTest {

    @Test
    void they_are_ordered_by_number_and_not_by_letter() {
        List<String> written = List.of("0_10", "0.9", "2", "1.1", "10", "1", "20260101120000");

        assertThat(written.stream().map(Version::parse).sorted().map(Version::toString))
                .containsExactly("0.9", "0.10", "1", "1.1", "2", "10", "20260101120000");
    }

    @Test
    void one_is_the_same_however_it_is_written() {
        assertThat(Stream.of("1", "1.0", "1_0", "1.0.0").map(Version::parse).distinct())
                .hasSize(1);
    }

    @Test
    void a_file_of_another_name_has_none() {
        assertThat(Migration.version("V1_2__name.sql")).isEqualTo(Version.parse("1.2"));
        assertThat(Migration.version("R__name.sql")).isNull();
        assertThat(Migration.version("V1_name.sql")).isNull();
    }
}
