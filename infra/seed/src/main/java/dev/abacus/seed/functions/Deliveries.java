package dev.abacus.seed.functions;

import java.io.PrintStream;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What results owed to topics and webhooks and could not be brought there, and what an operator does about it. */
final class Deliveries {

    private final FunctionsClient client;
    private final PrintStream out;

    Deliveries(FunctionsClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    /** Those given up; with {@code --pending} those that are still owed. */
    void list(Arguments rest) {
        String name = rest.word(0, "function");
        String state = rest.has("--pending") ? "PENDING" : "DEAD";
        List<JsonNode> deliveries = client.deliveries(name, state);
        deliveries.forEach(delivery -> Told.owed(out, delivery));
        if (deliveries.isEmpty()) {
            out.println(name + (state.equals("DEAD") ? " has given up no delivery." : " owes nobody anything."));
        }
    }

    void redeliver(Arguments rest) {
        String name = rest.word(0, "function");
        if (rest.has("--all") == rest.words().size() > 1) {
            throw new Wrong("fn: redeliver takes the ID of one delivery, or --all; ./abacus fn deliveries " + name
                    + " lists them");
        }
        if (rest.has("--all")) {
            new Anew(out, "delivery that was given up", "no-dead-delivery")
                    .all(client.deliveries(name, "DEAD"), id -> client.redeliver(name, id));
        } else {
            Told.state(out, client.redeliver(name, rest.word(1, "delivery")));
        }
    }
}
