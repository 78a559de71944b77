package dev.abacus.sql.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a client's script into the statements that the server is sent. */
public final class Splitter {

    /** Words that a client takes as its own at the start of a statement; to the server they mean nothing. */
    private static final Set<String> CLIENT = Set.of(
            "SOURCE",
            "SYSTEM",
            "TEE",
            "NOTEE",
            "PAGER",
            "NOPAGER",
            "PROMPT",
            "QUIT",
            "EXIT",
            "EGO",
            "GO",
            "PRINT",
            "REHASH",
            "STATUS",
            "CONNECT",
            "EDIT",
            "CLEAR",
            "WARNINGS",
            "NOWARNING");

    private final Script script;
    private final Lexer lexer;
    private final List<Statement> statements = new ArrayList<>();
    private Blocks blocks = new Blocks();
    private int begin = -1;
    private int end;

    private Splitter(Script script) {
        this.script = script;
        this.lexer = new Lexer(script.name(), script.text());
    }

    /** @throws Unsplittable where a string, a comment or a block does not end, and at a client's commands */
    public static List<Statement> statements(Script script) {
        return new Splitter(script).split();
    }

    private List<Statement> split() {
        for (Token token = lexer.next(); token != null; token = lexer.next()) {
            if (token.kind() == Token.Kind.DELIMITER) {
                delimiter(token);
            } else if (token.says() && !(begin < 0 && isDelimiterCommand(token))) {
                part(token);
            }
        }
        if (blocks.isOpen()) {
            throw lexer.unsplittable(begin, "a block without its END");
        }
        end();
        return List.copyOf(statements);
    }

    private void delimiter(Token token) {
        if (blocks.isOpen()) {
            blocks.symbol(';');
            end = token.end();
        } else {
            end();
        }
    }

    private boolean isDelimiterCommand(Token token) {
        if (token.kind() != Token.Kind.WORD) {
            return false;
        }
        String word = token.of(script.text()).toUpperCase(Locale.ROOT);
        if (CLIENT.contains(word)) {
            throw lexer.unsplittable(token.begin(), word + " is a command of the client, not of the database");
        }
        if (!word.equals("DELIMITER")) {
            return false;
        }
        lexer.delimiter(delimiter(token, lexer.restOfLine()));
        return true;
    }

    private String delimiter(Token command, String argument) {
        boolean quoted = argument.length() > 1
                && "'\"".indexOf(argument.charAt(0)) >= 0
                && argument.indexOf(argument.charAt(0), 1) > 0;
        String delimiter =
                quoted ? argument.substring(1, argument.indexOf(argument.charAt(0), 1)) : argument.split("\\s", 2)[0];
        if (delimiter.isEmpty()) {
            throw lexer.unsplittable(command.begin(), "DELIMITER without a delimiter");
        }
        if (delimiter.indexOf('\\') >= 0) {
            throw lexer.unsplittable(command.begin(), "a delimiter cannot hold a backslash");
        }
        if (Character.isLetterOrDigit(delimiter.charAt(0))) {
            throw lexer.unsplittable(command.begin(), "a delimiter of letters would cut words in two");
        }
        return delimiter;
    }

    private void part(Token token) {
        if (begin < 0) {
            begin = token.begin();
        }
        String text = token.of(script.text());
        if (lexer.delimiter().equals(";")) {
            switch (token.kind()) {
                case WORD -> blocks.word(text.toUpperCase(Locale.ROOT));
                case SYMBOL -> blocks.symbol(text.charAt(0));
                case STRING, NAME -> blocks.name();
                default -> {
                    // the marks of a conditional comment are no part of the statement in it
                }
            }
            if ("PACKAGE".equals(blocks.kind())) {
                throw lexer.unsplittable(begin, "a package needs a DELIMITER of its own");
            }
        }
        // behind another delimiter a last semicolon is the author's habit; the server wants none
        if (!text.equals(";")) {
            end = token.end();
        }
    }

    private void end() {
        if (begin >= 0 && end > begin) {
            String text = script.text().substring(begin, end);
            statements.add(
                    new Statement(script.name(), statements.size() + 1, Position.of(script.text(), begin), text));
        }
        begin = -1;
        blocks = new Blocks();
    }
}
