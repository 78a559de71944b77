package dev.abacus.function.dispatcher.registry.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.domain.DomainException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.Test;

class ProcessCompilerTest {

    private static final String GREETING =
            """
            package example;
            import com.fasterxml.jackson.databind.ObjectMapper;
            import dev.abacus.function.*;
            import io.cloudevents.CloudEvent;
            public class Greeting implements CloudFunction {
                private final ObjectMapper json = new ObjectMapper();
                record Name(String name) {}
                public CloudEvent handle(CloudEvent event, FunctionContext context) throws Exception {
                    return json.readValue(event.getData().toBytes(), Name.class).name() == null ? null : event;
                }
            }
            """;

    private final ProcessCompiler compiler = new ProcessCompiler();

    private static List<String> names(byte[] jar) throws IOException {
        List<String> names = new ArrayList<>();
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    @Test
    void a_source_becomes_a_thin_jar_and_the_same_source_the_same_jar() throws IOException {
        byte[] jar = compiler.compile("example.Greeting", GREETING);
        assertThat(names(jar)).containsExactly("example/Greeting$Name.class", "example/Greeting.class");
        assertThat(compiler.compile("example.Greeting", GREETING)).isEqualTo(jar);
    }

    @Test
    void what_does_not_compile_is_told_line_by_line() {
        String source = "public class Broken {\n  int a = \"text\";\n  int b = c;\n}\n";
        assertThatThrownBy(() -> compiler.compile("Broken", source))
                .isInstanceOfSatisfying(DomainException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("source-does-not-compile");
                    assertThat(refusal).hasMessageContaining("Line 2");
                    assertThat((List<?>) refusal.properties().get("diagnostics"))
                            .extracting(one -> (Object) ((Map<?, ?>) one).get("line"))
                            .containsExactly(2L, 3L);
                });
    }

    @Test
    void a_class_of_another_name_than_the_handler_is_refused() {
        assertThatThrownBy(() -> compiler.compile("example.Other", GREETING)).hasMessageContaining("Greeting");
    }

    @Test
    void a_function_sees_the_platform_and_nothing_of_the_dispatcher() {
        String nosy = "class Nosy { org.springframework.jdbc.core.JdbcTemplate jdbc; }";
        assertThatThrownBy(() -> compiler.compile("Nosy", nosy)).hasMessageContaining("does not exist");
    }

    @Test
    void a_compiler_that_comes_to_no_end_is_ended() {
        assertThatThrownBy(() -> new ProcessCompiler(Duration.ofMillis(1)).compile("example.Greeting", GREETING))
                .isInstanceOfSatisfying(DomainException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("source-too-hard"));
    }
}
