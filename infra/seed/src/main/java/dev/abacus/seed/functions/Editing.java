package dev.abacus.seed.functions;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Fixing a script where it runs: its source into the editor or out of a file, compiled there, live at once. */
final class Editing {

    private final FunctionsClient client;
    private final PrintStream out;

    Editing(FunctionsClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    /** @param file the new source; null to open the editor on the one that is live */
    void edit(String name, Path file, String reason) throws IOException, InterruptedException {
        Path edited = file == null ? opened(name) : file;
        if (edited == null) {
            out.println("Nothing was changed or deployed.");
            return;
        }
        try {
            Told.deployed(out, client.replaceSource(name, FunctionProject.read(edited), reason));
        } catch (RuntimeException refused) {
            out.println("Your source is kept in " + edited + "; go on with: ./abacus fn edit " + name + " --file "
                    + edited);
            throw refused;
        }
    }

    static int liveVersion(JsonNode function) {
        return function.path("aliases")
                .valueStream()
                .filter(alias -> alias.path("alias").asString().equals("live"))
                .findFirst()
                .map(alias -> alias.path("version").asInt())
                .orElseThrow(() -> new Wrong("fn: no version of it is live; ./abacus fn alias makes one"));
    }

    /** Null when the editor left it as it was. */
    private Path opened(String name) throws IOException, InterruptedException {
        int live = liveVersion(client.get(name));
        String source = client.source(name, live);
        String handler = client.version(name, live).path("handler").asString();
        String simple = handler.substring(handler.lastIndexOf('.') + 1).replaceAll("\\$.*", "");
        Path file = Files.createTempDirectory("abacus-" + name).resolve(simple + ".java");
        Files.writeString(file, source);
        String editor = System.getenv().getOrDefault("EDITOR", "vi");
        // By a shell, since EDITOR may hold arguments; the file's name comes as one of its own.
        int left = new ProcessBuilder("sh", "-c", editor + " \"$1\"", "edit", file.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (left != 0) {
            throw new Wrong("fn: " + editor + " ended with " + left + "; nothing was deployed");
        }
        return Files.readString(file).equals(source) ? null : file;
    }
}
