package dev.abacus.sql.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a statement says, without blanks and comments; what a conditional comment holds counts as said. */
public final class Words {

    /**
     * @param text as written
     * @param depth of parentheses around it
     */
    public record Word(String text, int begin, int end, int depth) {

        public boolean is(String word) {
            return text.equalsIgnoreCase(word);
        }

        /** The name that is meant, if it is one. */
        public String name() {
            return text.startsWith("`") ? text.substring(1, text.length() - 1).replace("``", "`") : text;
        }

        String upper() {
            return text.toUpperCase(Locale.ROOT);
        }
    }

    private final List<Word> words;

    private Words(List<Word> words) {
        this.words = words;
    }

    public static Words of(Statement statement) {
        return of(statement.text());
    }

    public static Words of(String text) {
        List<Word> words = new ArrayList<>();
        Lexer lexer = new Lexer("", text);
        int depth = 0;
        for (Token token = lexer.next(); token != null; token = lexer.next()) {
            if (!token.says() || token.kind() == Token.Kind.CONDITIONAL) {
                continue;
            }
            String word = token.of(text);
            depth -= word.equals(")") ? 1 : 0;
            words.add(new Word(word, token.begin(), token.end(), depth));
            depth += word.equals("(") ? 1 : 0;
        }
        return new Words(List.copyOf(words));
    }

    public int size() {
        return words.size();
    }

    public Word get(int index) {
        return words.get(index);
    }

    /** Upper case; empty beyond the end. */
    public String at(int index) {
        return index < words.size() ? words.get(index).upper() : "";
    }

    public boolean beginWith(String... sequence) {
        return matches(0, sequence);
    }

    /** Whether the sequence stands anywhere outside of parentheses. */
    public boolean have(String... sequence) {
        return indexOf(sequence) >= 0;
    }

    /** Where the sequence first stands outside of parentheses, or -1. */
    public int indexOf(String... sequence) {
        return IntStream.range(0, words.size())
                .filter(index -> words.get(index).depth() == 0 && matches(index, sequence))
                .findFirst()
                .orElse(-1);
    }

    /** How often a word stands anywhere. */
    public long count(String word) {
        return words.stream().filter(other -> other.is(word)).count();
    }

    private boolean matches(int begin, String... sequence) {
        return IntStream.range(0, sequence.length)
                .allMatch(index -> at(begin + index).equals(sequence[index]));
    }
}
