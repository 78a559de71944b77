package dev.abacus.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC");

    @TempDir
    private Path root;

    private Path jar;

    @BeforeEach
    void a_program_of_one_jar() throws IOException {
        jar = Files.writeString(root.resolve("shop.jar"), "classes");
    }

    @Test
    void without_training_there_is_nothing_to_use() throws IOException {
        assertThat(inUse(FLAGS)).isEmpty();
    }

    @Test
    void a_trained_cache_is_used() throws IOException {
        Path cache = train();

        assertThat(inUse(FLAGS)).containsExactly("-XX:AOTCache=" + cache);
    }

    @Test
    void a_changed_jar_or_flag_does_not_find_the_cache() throws IOException {
        train();

        assertThat(inUse(List.of("-XX:+UseG1GC"))).isEmpty();
        Files.writeString(jar, "other classes");
        assertThat(inUse(FLAGS)).isEmpty();
    }

    @Test
    void training_throws_the_programs_older_cache_away() throws IOException {
        Path old = train();
        Files.writeString(jar, "other classes");

        Path fresh = train();

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    /** The JVM would write the file at its end. */
    private Path train() throws IOException {
        String option =
                AotCache.inTraining(root).options("shop", jar.toString(), FLAGS).getFirst();
        return Files.createFile(Path.of(option.replace("-XX:AOTCacheOutput=", "")));
    }

    private List<String> inUse(List<String> flags) throws IOException {
        return AotCache.inUse(root).options("shop", jar.toString(), flags);
    }
}
