package dev.abacus.trade.ordertocash;

import dev.abacus.kernel.domain.Money;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What a branch of trade must do, whatever the coordinator asks in whatever order: the fence and the three steps. */
final class PlacementModel {

    private enum State {
        TRIED,
        CONFIRMED,
        CANCELLED,
        SUSPENDED
    }

    private final Money limit;
    private final Money each;
    private final int quota;
    private final Map<Integer, State> branches = new HashMap<>();

    /** @param each what every order comes to; each uses the promotion once */
    PlacementModel(Money limit, Money each, int quota) {
        this.limit = limit;
        this.each = each;
        this.quota = quota;
    }

    /** @return whether it did what was asked, or had done so before */
    boolean take(int order, PlacementModelTest.Kind kind, boolean crash) {
        State state = branches.get(order);
        return switch (kind) {
            case TRY -> state == null && fits() && move(order, State.TRIED, crash);
            case CONFIRM -> state == State.CONFIRMED || state == State.TRIED && move(order, State.CONFIRMED, crash);
            case CANCEL ->
                switch (state) {
                    // An empty cancel does no work of the business that could die with the process.
                    case null -> move(order, State.SUSPENDED, false);
                    case TRIED -> move(order, State.CANCELLED, crash);
                    case CANCELLED, SUSPENDED -> true;
                    case CONFIRMED -> false;
                };
        };
    }

    private boolean move(int order, State next, boolean crash) {
        if (!crash) {
            branches.put(order, next);
        }
        return !crash;
    }

    private boolean fits() {
        return reserved().plus(each).compareTo(limit) <= 0 && reservedUses() + consumedUses() < quota;
    }

    Money reserved() {
        return each.times(BigDecimal.valueOf(count(State.TRIED) + count(State.CONFIRMED)));
    }

    int reservedUses() {
        return (int) count(State.TRIED);
    }

    int consumedUses() {
        return (int) count(State.CONFIRMED);
    }

    String status(int order) {
        return switch (branches.get(order)) {
            case TRIED -> "PLACING";
            case CONFIRMED -> "PLACED";
            case CANCELLED -> "REJECTED";
            case SUSPENDED -> "NONE";
            case null -> "NONE";
        };
    }

    private long count(State state) {
        return branches.values().stream().filter(state::equals).count();
    }
}
