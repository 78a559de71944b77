package dev.abacus.seed.functions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command line: words in order, and options, which stand anywhere. */
record Arguments(List<String> words, Map<String, String> options) {

    private static final Set<String> WITH_VALUE = Set.of(
            "-m",
            "--event",
            "--data",
            "--tenant",
            "--lane",
            "--attempt",
            "--file",
            "--alias",
            "--version",
            "--image",
            "--base",
            "-o",
            "--delay",
            "--key",
            "--by");
    private static final Set<String> ALONE =
            Set.of("--source", "--no-live", "--force", "--async", "--skip-tests", "--all", "--pending");

    static Arguments of(List<String> line) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < line.size(); i++) {
            String word = line.get(i);
            if (WITH_VALUE.contains(word)) {
                if (++i == line.size()) {
                    throw new Wrong("fn: " + word + " takes a value after it");
                }
                options.put(word, line.get(i));
            } else if (ALONE.contains(word)) {
                options.put(word, "");
            } else if (word.startsWith("-") && word.length() > 1) {
                throw new Wrong("fn: there is no option " + word + "; ./abacus fn help lists them");
            } else {
                words.add(word);
            }
        }
        return new Arguments(words, options);
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** @param what names the word for who forgot it */
    String word(int index, String what) {
        if (words.size() <= index) {
            throw new Wrong("fn: which " + what + "? ./abacus fn help tells the form of each command");
        }
        return words.get(index);
    }

    int number(int index, String what) {
        try {
            return Integer.parseInt(word(index, what));
        } catch (NumberFormatException e) {
            throw new Wrong("fn: " + what + " is a number, not " + words.get(index));
        }
    }
}
