package dev.abacus.sql.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class FunctionJarTest {

    private static final int LARGEST = 8 * 1024 * 1024;

    @Test
    void it_has_all_that_a_worker_does_not_bring_and_is_small_enough_to_be_deployed() throws IOException {
        byte[] jar = FunctionJar.bytes();

        assertThat(jar.length).isLessThan(LARGEST);
        assertThat(entries(jar))
                .contains(
                        "dev/abacus/sql/functions/ReleaseDoor.class",
                        "dev/abacus/sql/run/TargetRun.class",
                        "org/mariadb/jdbc/Driver.class",
                        "META-INF/services/java.sql.Driver",
                        "org/yaml/snakeyaml/Yaml.class",
                        "com/alibaba/druid/sql/SQLUtils.class")
                .doesNotContain("io/cloudevents/CloudEvent.class", "dev/abacus/function/CloudFunction.class");
    }

    @Test
    void the_same_classes_make_the_same_bytes() throws IOException {
        assertThat(FunctionJar.bytes()).isEqualTo(FunctionJar.bytes());
    }

    @Test
    void each_definition_names_a_handler_that_is_in_it() throws IOException {
        List<String> entries = entries(FunctionJar.bytes());
        for (String function : FunctionJar.FUNCTIONS) {
            String handler = FunctionJar.definition(function)
                    .lines()
                    .filter(line -> line.startsWith("handler: "))
                    .findFirst()
                    .orElseThrow()
                    .substring("handler: ".length());
            assertThat(entries).contains(handler.replace('.', '/') + ".class");
        }
    }

    private static List<String> entries(byte[] jar) throws IOException {
        List<String> names = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
