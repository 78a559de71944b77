package dev.abacus.sql.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The texts of a release by the names of their files: what is handed on where there is no folder. */
public record ReleaseFiles(Map<String, String> texts) {

    public ReleaseFiles {
        texts = Map.copyOf(texts);
    }

    /** Where the reader finds files by the names that {@code release.yaml} gives them. */
    interface Source {

        /** Empty when there is no such file. */
        Optional<byte[]> find(String file) throws IOException;

        /** How the source is called in messages. */
        String name();
    }

    /**
     * Of a folder: {@code release.yaml} and what it names, nothing else that may lie there.
     *
     * @throws InvalidRelease with everything that is wrong
     */
    public static ReleaseFiles in(Path directory) throws IOException {
        Source folder = folder(directory);
        Map<String, String> read = new TreeMap<>();
        new ReleaseFolder(new Source() {
                    @Override
                    public Optional<byte[]> find(String file) throws IOException {
                        Optional<byte[]> found = folder.find(file);
                        found.ifPresent(bytes -> read.put(file, new String(bytes, StandardCharsets.UTF_8)));
                        return found;
                    }

                    @Override
                    public String name() {
                        return folder.name();
                    }
                })
                .read();
        return new ReleaseFiles(read);
    }

    /** @throws InvalidRelease with everything that is wrong */
    public Release release() {
        try {
            return new ReleaseFolder(new Source() {
                        @Override
                        public Optional<byte[]> find(String file) {
                            return Optional.ofNullable(texts.get(file))
                                    .map(text -> text.getBytes(StandardCharsets.UTF_8));
                        }

                        @Override
                        public String name() {
                            return "the release";
                        }
                    })
                    .read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Source folder(Path directory) {
        return new Source() {
            @Override
            public Optional<byte[]> find(String file) throws IOException {
                Path path = directory.resolve(file).normalize();
                return path.startsWith(directory.normalize()) && Files.isRegularFile(path)
                        ? Optional.of(Files.readAllBytes(path))
                        : Optional.empty();
            }

            @Override
            public String name() {
                return directory.toString();
            }
        };
    }
}
