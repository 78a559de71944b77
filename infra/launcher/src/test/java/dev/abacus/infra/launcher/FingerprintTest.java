package dev.abacus.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

    @TempDir
    private Path root;

    @BeforeEach
    void a_checkout_with_one_module() throws IOException {
        write("pom.xml", "<project/>");
        write("stock/pom.xml", "<project/>");
        write("stock/src/main/java/Stock.java", "class Stock {}");
    }

    @Test
    void the_same_sources_have_the_same_fingerprint() throws IOException {
        String before = fingerprint();

        write("stock/src/main/java/Stock.java", "class Stock {}");

        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void a_changed_source_changes_it() throws IOException {
        String before = fingerprint();

        write("stock/src/main/java/Stock.java", "class Stock { int onHand; }");

        assertThat(fingerprint()).isNotEqualTo(before);
    }

    @Test
    void a_changed_pom_changes_it() throws IOException {
        String before = fingerprint();

        write("stock/pom.xml", "<project><version>2</version></project>");

        assertThat(fingerprint()).isNotEqualTo(before);
    }

    @Test
    void a_renamed_source_changes_it() throws IOException {
        String before = fingerprint();

        Files.move(root.resolve("stock/src/main/java/Stock.java"), root.resolve("stock/src/main/java/Stocks.java"));

        assertThat(fingerprint()).isNotEqualTo(before);
    }

    @Test
    void tests_documents_and_what_was_built_do_not_change_it() throws IOException {
        String before = fingerprint();

        write("README.md", "hello");
        write("stock/src/test/java/StockTest.java", "class StockTest {}");
        write("stock/target/classes/src/main/Stock.class", "bytes");
        write(".abacus/training/src/main/log", "noise");

        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void what_is_left_out_does_not_change_it() throws IOException {
        write("bench/src/main/java/Bench.java", "class Bench {}");
        Set<Path> except = Set.of(root.resolve("bench"));
        String before = Fingerprint.of(root, List.of(root), except);

        write("bench/src/main/java/Bench.java", "class Bench { int runs; }");

        assertThat(Fingerprint.of(root, List.of(root), except)).isEqualTo(before);
    }

    private String fingerprint() throws IOException {
        return Fingerprint.of(root, List.of(root), Set.of());
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
