package dev.abacus.sql.split;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A script and what must come out of it; the files in {@code split/} are read as their README says. */
record SplitCase(String title, String script, String expected) {

    private static final List<String> FILES = List.of("plain", "quotes", "comments", "delimiters", "routines");

    static List<SplitCase> all() throws IOException {
        List<SplitCase> cases = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream in = SplitCase.class.getResourceAsStream("/split/" + file + ".txt")) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                for (String part : text.split("(?m)^=== ")) {
                    if (!part.isBlank()) {
                        cases.add(of(file, part));
                    }
                }
            }
        }
        return cases;
    }

    private static SplitCase of(String file, String part) {
        int titleEnd = part.indexOf('\n');
        int rule = part.indexOf("\n---\n") + 1;
        String script = part.substring(titleEnd + 1, rule)
                .replace("␃\n", "")
                .replace('␍', '\r')
                .replace('␀', (char) 0)
                .replace('␂', '\uFEFF');
        return new SplitCase(file + ": " + part.substring(0, titleEnd), script, part.substring(rule + 4));
    }

    static String written(List<Statement> statements) {
        return statements.stream()
                .map(statement -> "@" + statement.at() + "\n" + statement.text() + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return title;
    }
}
