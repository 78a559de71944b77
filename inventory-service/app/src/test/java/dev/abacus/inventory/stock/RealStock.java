package dev.abacus.inventory.stock;

import dev.abacus.inventory.stock.StockModel.Level;
import dev.abacus.inventory.stock.StockModel.Outcome;
import dev.abacus.inventory.stock.StockModel.Step;
import dev.abacus.inventory.testing.Branches;
import dev.abacus.inventory.testing.Branches.Branch;
import dev.abacus.inventory.testing.Floor;
import dev.abacus.kernel.tcc.LateTry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Takes the model's steps on the real service. */
final class RealStock {

    private final Floor floor;
    private final Branches coordinator;
    private final List<Branch> branches;

    RealStock(Floor floor, Branches coordinator, int count) {
        this.floor = floor;
        this.coordinator = coordinator;
        this.branches = IntStream.range(0, count)
                .mapToObj(n -> coordinator.branch("SO-" + n))
                .toList();
    }

    Level level(String sku) {
        StockLevel level = floor.level(sku);
        return new Level(
                level.onHand().amount().longValueExact(),
                level.reserved().amount().longValueExact());
    }

    Outcome take(Step step) {
        return switch (step) {
            case Step.Receive s -> outcome(() -> floor.move(s.sku(), s.pieces()));
            case Step.Issue s -> outcome(() -> floor.move(s.sku(), -s.pieces()));
            case Step.Try s -> outcome(() -> coordinator.attempt(branches.get(s.branch()), pieces(s), s.crash()));
            case Step.Confirm s -> asked(() -> coordinator.confirm(branches.get(s.branch()), s.crash()));
            case Step.Cancel s -> asked(() -> coordinator.cancel(branches.get(s.branch()), s.crash()));
            case Step.Deliver s ->
                outcome(() -> floor.move(
                        s.sku(), -s.pieces(), branches.get(s.branch()).order()));
            case Step.End s -> outcome(() -> floor.end(branches.get(s.branch()).order()));
        };
    }

    private static Map<String, Long> pieces(Step.Try step) {
        Map<String, Long> pieces = new LinkedHashMap<>();
        pieces.put("A", step.piecesOfA());
        if (step.piecesOfB() > 0) {
            pieces.put("B", step.piecesOfB());
        }
        return pieces;
    }

    private static Outcome asked(BooleanSupplier phase) {
        try {
            return phase.getAsBoolean() ? Outcome.DONE : Outcome.REFUSED;
        } catch (Branches.Crash e) {
            return Outcome.CRASHED;
        } catch (IllegalStateException e) {
            return Outcome.REFUSED;
        }
    }

    private static Outcome outcome(Runnable work) {
        try {
            work.run();
            return Outcome.DONE;
        } catch (NotEnoughStock e) {
            return Outcome.NOT_ENOUGH;
        } catch (ReservationPending e) {
            return Outcome.PENDING;
        } catch (LateTry e) {
            return Outcome.LATE;
        } catch (Branches.Crash e) {
            return Outcome.CRASHED;
        }
    }
}
