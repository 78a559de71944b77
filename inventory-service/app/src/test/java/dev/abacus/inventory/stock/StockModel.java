package dev.abacus.inventory.stock;

import java.util.HashMap;
import java.util.Map;

/** What stock and its TCC action promise, without a database: two products, and orders with a branch each. */
final class StockModel {

    /** What somebody does. */
    sealed interface Step {

        record Receive(String sku, long pieces) implements Step {}

        record Issue(String sku, long pieces) implements Step {}

        record Try(int branch, long piecesOfA, long piecesOfB, boolean crash) implements Step {}

        record Confirm(int branch, boolean crash) implements Step {}

        record Cancel(int branch, boolean crash) implements Step {}

        record Deliver(int branch, String sku, long pieces) implements Step {}

        /** The order needs no more. */
        record End(int branch) implements Step {}
    }

    /** How a step ends. */
    enum Outcome {
        DONE,
        NOT_ENOUGH,
        PENDING,
        LATE,
        CRASHED,
        /** The coordinator is told no, or that this cannot be. */
        REFUSED
    }

    record Level(long onHand, long reserved) {}

    private enum State {
        NEW,
        TRIED,
        CONFIRMED,
        CANCELLED
    }

    private static final class Branch {
        State state = State.NEW;
        final Map<String, Long> held = new HashMap<>();
    }

    private final Map<String, Long> onHand = new HashMap<>();
    private final Map<Integer, Branch> branches = new HashMap<>();

    Level level(String sku) {
        return new Level(onHand.getOrDefault(sku, 0L), reserved(sku));
    }

    Outcome take(Step step) {
        return switch (step) {
            case Step.Receive s -> goOut(s.sku(), -s.pieces(), 0);
            case Step.Issue s -> goOut(s.sku(), s.pieces(), 0);
            case Step.Try s -> attempt(branch(s.branch()), s);
            case Step.Confirm s -> confirm(branch(s.branch()), s.crash());
            case Step.Cancel s -> cancel(branch(s.branch()), s.crash());
            case Step.Deliver s -> deliver(branch(s.branch()), s);
            case Step.End s -> end(branch(s.branch()));
        };
    }

    private Outcome attempt(Branch branch, Step.Try step) {
        if (branch.state != State.NEW) {
            return Outcome.LATE;
        }
        if (available("A") < step.piecesOfA() || available("B") < step.piecesOfB()) {
            return Outcome.NOT_ENOUGH;
        }
        if (step.crash()) {
            return Outcome.CRASHED;
        }
        branch.state = State.TRIED;
        branch.held.put("A", step.piecesOfA());
        branch.held.put("B", step.piecesOfB());
        return Outcome.DONE;
    }

    private static Outcome confirm(Branch branch, boolean crash) {
        return switch (branch.state) {
            case CONFIRMED -> Outcome.DONE;
            case NEW, CANCELLED -> Outcome.REFUSED;
            case TRIED -> {
                branch.state = crash ? State.TRIED : State.CONFIRMED;
                yield crash ? Outcome.CRASHED : Outcome.DONE;
            }
        };
    }

    private static Outcome cancel(Branch branch, boolean crash) {
        return switch (branch.state) {
            case CONFIRMED -> Outcome.REFUSED;
            case CANCELLED -> Outcome.DONE;
            case NEW -> {
                branch.state = State.CANCELLED;
                yield Outcome.DONE;
            }
            case TRIED -> {
                if (!crash) {
                    branch.state = State.CANCELLED;
                    branch.held.clear();
                }
                yield crash ? Outcome.CRASHED : Outcome.DONE;
            }
        };
    }

    private Outcome deliver(Branch branch, Step.Deliver step) {
        if (branch.state == State.TRIED) {
            return Outcome.PENDING;
        }
        long held = branch.held.getOrDefault(step.sku(), 0L);
        long fromHeld = Math.min(held, step.pieces());
        Outcome outcome = goOut(step.sku(), step.pieces(), fromHeld);
        if (outcome == Outcome.DONE) {
            branch.held.put(step.sku(), held - fromHeld);
        }
        return outcome;
    }

    private static Outcome end(Branch branch) {
        if (branch.state == State.TRIED) {
            return Outcome.PENDING;
        }
        branch.held.clear();
        return Outcome.DONE;
    }

    private Outcome goOut(String sku, long pieces, long fromHeld) {
        if (pieces - fromHeld > available(sku)) {
            return Outcome.NOT_ENOUGH;
        }
        onHand.merge(sku, -pieces, Long::sum);
        return Outcome.DONE;
    }

    private long available(String sku) {
        return onHand.getOrDefault(sku, 0L) - reserved(sku);
    }

    private long reserved(String sku) {
        return branches.values().stream()
                .mapToLong(branch -> branch.held.getOrDefault(sku, 0L))
                .sum();
    }

    private Branch branch(int number) {
        return branches.computeIfAbsent(number, n -> new Branch());
    }
}
