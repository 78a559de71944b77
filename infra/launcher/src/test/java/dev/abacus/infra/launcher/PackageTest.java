package dev.abacus.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageTest {

    @TempDir
    private Path directory;

    @Test
    void what_is_below_the_prefix_is_unpacked_and_can_be_run() throws IOException {
        Path target = directory.resolve("dist/server-1");

        jar("linux/bin/server", "windows/bin/server.exe").unpack("linux/", target);

        assertThat(target.resolve("bin/server")).isExecutable();
        assertThat(target.resolve("windows")).doesNotExist();
    }

    @Test
    void one_file_is_unpacked_under_a_name_that_a_person_knows() throws IOException {
        Path target = directory.resolve("dist/server-1");

        jar("server-1-linux", "server-1-windows").unpackFile("server-1-linux", "server", target);

        assertThat(target.resolve("server")).isExecutable().hasContent("server-1-linux");
        assertThat(target).isDirectoryNotContaining("glob:**windows");
    }

    @Test
    void what_is_unpacked_already_is_not_touched() throws IOException {
        Path target = directory.resolve("dist/server-1");
        Files.createDirectories(target);

        jar("linux/bin/server").unpack("linux/", target);

        assertThat(target).isEmptyDirectory();
    }

    @Test
    void unpacking_that_breaks_off_leaves_no_target() throws IOException {
        Package torn = jar("linux/bin/server", "linux/bin/client");
        byte[] bytes = Files.readAllBytes(torn.jar());
        java.util.Arrays.fill(bytes, 0, 40, (byte) 0); // the first entry's header
        Files.write(torn.jar(), bytes);
        Path target = directory.resolve("dist/server-1");

        assertThatThrownBy(() -> torn.unpack("linux/", target)).isInstanceOf(IOException.class);

        assertThat(target).doesNotExist();
    }

    private Package jar(String... entries) throws IOException {
        Path jar = directory.resolve("server.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes());
            }
        }
        return new Package(jar);
    }
}
