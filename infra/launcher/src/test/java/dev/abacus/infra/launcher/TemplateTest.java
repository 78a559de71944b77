package dev.abacus.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {

    @TempDir
    private Path directory;

    @Test
    void names_are_filled_in() throws IOException {
        Path target = fill("port=${redis.port}\ndir=${data}", Map.of("redis.port", 16379, "data", "/a$b"));

        assertThat(target).hasContent("port=16379\ndir=/a$b");
    }

    @Test
    void an_unknown_name_is_an_error_and_not_left_in_the_configuration() {
        assertThatThrownBy(() -> fill("port=${redis.prot}", Map.of("redis.port", 16379)))
                .hasMessageContaining("${redis.prot}");
    }

    private Path fill(String template, Map<String, Object> values) throws IOException {
        Path source = Files.writeString(directory.resolve("template"), template);
        return Template.write(source, directory.resolve("target"), values);
    }
}
