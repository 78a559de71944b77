package dev.abacus.seed.functions;

import dev.abacus.seed.client.Refused;
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

    /** One, or all that there are now: what fails again while the others are begun is not begun twice. */
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
        List<String> snapshot = client.deadLetters(name).stream()
                .map(letter -> letter.path("id").asString())
                .toList();
        long begun = snapshot.stream().filter(id -> begun(name, id)).count();
        out.println(begun + " of " + snapshot.size() + " begun anew.");
    }

    /** Somebody else may have been quicker with this one. */
    private boolean begun(String name, String id) {
        try {
            Told.state(out, client.redrive(name, id));
            return true;
        } catch (Refused refused) {
            if (!refused.code().equals("no-dead-letter")) {
                throw refused;
            }
            out.println(id + " is no dead letter any more.");
            return false;
        }
    }

    private static String id(Arguments rest) {
        String id = rest.word(1, "invocation");
        if (!id.matches("[0-9]{1,19}")) {
            throw new Wrong("fn: an invocation's id is a number, not " + id);
        }
        return id;
    }
}
