package dev.abacus.kernel.schema;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code ./abacus lane check}: whether a service, as it is in a working tree, could run on a lane beside a baseline that is
 * built from some commit. Needs git, and nothing that runs.
 */
public final class CheckCommand {

    private CheckCommand() {}

    /** @param arguments the checkout's root, the service's module in it, and the baseline's commit */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(run(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2], System.out));
    }

    /** @return 0 when it could, 1 when it would be refused, 2 when that cannot be told */
    static int run(Path root, Path module, String commit, Appendable out) throws IOException, InterruptedException {
        try {
            var checkout = new Checkout(root, module, commit);
            List<Refusal> refusals = checkout.refusals();
            for (Refusal refusal : refusals) {
                out.append(refusal.toString()).append('\n');
            }
            out.append(verdict(module, commit, refusals, checkout.pending())).append('\n');
            return refusals.isEmpty() ? 0 : 1;
        } catch (Checkout.NotComparable e) {
            out.append("lane check: ").append(e.getMessage()).append('\n');
            return 2;
        }
    }

    private static String verdict(Path module, String commit, List<Refusal> refusals, List<Script> pending) {
        if (!refusals.isEmpty()) {
            return module + " would not start on a lane beside " + commit + ": " + refusals.size() + " refused.";
        }
        return pending.isEmpty()
                ? module + " has the schema of " + commit + "."
                : module + " only adds to the schema of " + commit + ": " + pending.size() + " migrations.";
    }
}
