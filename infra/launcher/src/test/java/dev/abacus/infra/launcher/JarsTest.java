package dev.abacus.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarsTest {

    private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path root;

    private Path jar;
    private Jars jars;

    @BeforeEach
    void a_checkout_with_one_built_module() throws IOException {
        Path target = Files.createDirectories(root.resolve("shop/target"));
        jar = target.resolve("shop.jar");
        build("first");
        jars = Jars.of(root);
    }

    @Test
    void what_was_started_keeps_its_jar_when_another_is_built() throws IOException {
        Path running = Path.of(jars.kept(jar.toString()));

        build("second");

        assertThat(running).hasContent("first");
        assertThat(Path.of(jars.kept(jar.toString()))).hasContent("second").isNotEqualTo(running);
    }

    @Test
    void what_is_built_again_from_the_same_is_the_same() throws IOException {
        String first = jars.kept(jar.toString());

        build("second");
        build("first");

        assertThat(jars.kept(jar.toString())).isEqualTo(first);
    }

    @Test
    void a_copy_has_its_jars_name_and_time() throws IOException {
        Path copy = Path.of(jars.kept(jar.toString()));

        assertThat(copy).hasFileName("shop.jar");
        assertThat(Files.getLastModifiedTime(copy)).isEqualTo(FileTime.from(BUILT));
    }

    @Test
    void what_others_built_stays_where_it_is_and_the_order_stays_too() {
        String others = "/repository/spring-core.jar";

        List<String> kept = List.of(
                jars.kept(others + ":" + jar + ":" + root.resolve("shop/conf")).split(":"));

        assertThat(kept).hasSize(3);
        assertThat(kept.get(0)).isEqualTo(others);
        assertThat(kept.get(1)).startsWith(root.resolve(".abacus/jars/shop.jar").toString());
        assertThat(kept.get(2)).isEqualTo(root.resolve("shop/conf").toString());
    }

    @Test
    void only_the_last_few_versions_are_kept() throws IOException {
        List<Path> all = IntStream.range(0, 8).mapToObj(this::version).toList();

        assertThat(all.subList(0, 3)).noneMatch(Files::exists);
        assertThat(all.subList(3, 8)).allMatch(Files::exists);
    }

    private Path version(int number) {
        try {
            build("version " + number);
            Path copy = Path.of(jars.kept(jar.toString()));
            Files.setLastModifiedTime(copy.getParent(), FileTime.from(BUILT.plusSeconds(number)));
            return copy;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void build(String content) throws IOException {
        Files.writeString(jar, content);
        Files.setLastModifiedTime(jar, FileTime.from(BUILT));
    }
}
