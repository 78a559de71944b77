package dev.abacus.seed.functions;

import java.io.PrintStream;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What became of asynchronous calls, and what an operator does about it. */
final class Invocations {

    private final FunctionsClient client;
    private final PrintStream out;

    Invocations(FunctionsClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    void status(Arguments rest) {
        Told.invocation(out, client.invocation(rest.word(0, "function"), id(rest)));
    }

    /** What runs is asked first and killed some seconds later, so what is told may still be STOPPING. */
    void cancel(Arguments rest) {
        Told.state(out, client.cancel(rest.word(0, "function"), id(rest)));
    }

    void deadLetters(Arguments rest) {
        String name = rest.word(0, "function");
        List<JsonNode> letters = client.deadLetters(name);
        letters.forEach(letter -> Told.deadLetter(out, letter));
        if (letters.isEmpty()) {
            out.println(name + " has no dead letters.");
        }
    }

    void redrive(Arguments rest) {
        String name = rest.word(0, "function");
        if (rest.has("--all") == rest.words().size() > 1) {
            throw new Wrong("fn: redrive takes the ID of one dead letter, or --all; ./abacus fn dead-letters " + name
                    + " lists them");
        }
        if (!rest.has("--all")) {
            Told.state(out, client.redrive(name, id(rest)));
            return;
        }
        new Anew(out, "dead letter", "no-dead-letter").all(client.deadLetters(name), id -> client.redrive(name, id));
    }

    private static String id(Arguments rest) {
        String id = rest.word(1, "invocation");
        if (!id.matches("[0-9]{1,19}")) {
            throw new Wrong("fn: an invocation's id is a number, not " + id);
        }
        return id;
    }
}
