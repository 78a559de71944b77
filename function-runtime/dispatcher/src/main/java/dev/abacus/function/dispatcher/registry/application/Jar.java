package dev.abacus.function.dispatcher.registry.application;

import dev.abacus.function.dispatcher.registry.domain.Refusals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A look at what is handed in, by its table of contents only: nothing is unpacked. */
final class Jar {

    private Jar() {}

    static void mustHold(String handler, byte[] jar) {
        try {
            Path file = Files.createTempFile("artifact", ".jar");
            try {
                Files.write(file, jar);
                mustHold(handler, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void mustHold(String handler, Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry(handler.replace('.', '/') + ".class") == null) {
                throw Refusals.handlerNotThere(handler);
            }
        } catch (ZipException e) {
            throw Refusals.noArtifact("The artifact is no jar.");
        }
    }
}
