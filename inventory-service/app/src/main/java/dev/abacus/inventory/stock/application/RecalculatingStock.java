package dev.abacus.inventory.stock.application;

import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.stock.LevelDifference;
import dev.abacus.inventory.stock.Recalculating;
import dev.abacus.inventory.stock.Recalculation;
import dev.abacus.inventory.stock.RecalculationId;
import dev.abacus.inventory.stock.StockLevel;
import dev.abacus.inventory.stock.domain.Holdings;
import dev.abacus.inventory.stock.domain.Ledger;
import dev.abacus.inventory.stock.domain.Levels;
import dev.abacus.inventory.stock.domain.RecalculationDue;
import dev.abacus.inventory.stock.domain.Recalculations;
import dev.abacus.inventory.stock.domain.Reckoning;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.outbox.Events;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares levels with the books, some products at a time. The levels of a chunk are locked first; whoever moves stock
 * changes the level in the same transaction as the books, so while they are locked the books stand still.
 *
 * <p>A run goes on by an event that each chunk publishes for the next: it survives a crash like any other event.
 */
@Service
public class RecalculatingStock implements Recalculating {

    private static final int CHUNK = 200;

    private final Recalculations runs;
    private final Levels levels;
    private final Ledger ledger;
    private final Holdings holdings;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    public RecalculatingStock(
            Recalculations runs, Levels levels, Ledger ledger, Holdings holdings, Events events, Ids ids, Clock clock) {
        this.runs = runs;
        this.levels = levels;
        this.ledger = ledger;
        this.holdings = holdings;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Recalculation start(boolean fix, String requestedBy) {
        Recalculation run = Recalculation.requested(new RecalculationId(ids.next()), fix, requestedBy, clock.instant());
        runs.add(run);
        events.publish(new RecalculationDue(run.id().toString()));
        return run;
    }

    /** Works on the next chunk of a run, and ends the run behind the last one. */
    @Transactional
    public void goOn(RecalculationId id) {
        Recalculation run = runs.lock(id).orElseThrow(() -> new NotFound("recalculation", id));
        if (run.isFinished()) {
            return;
        }
        List<ProductId> products = productsAfter(run.lastProduct());
        if (products.isEmpty()) {
            runs.save(run.finished(clock.instant()), List.of());
            return;
        }
        List<Reckoning.Line> lines = reckon(products);
        List<LevelDifference> found = lines.stream()
                .filter(line -> !line.agrees())
                .map(line -> difference(line, run.fix() && line.isPossible() && fix(line)))
                .toList();
        runs.save(run.advanced(products.getLast().value(), lines.size(), found.size()), found);
        events.publish(new RecalculationDue(id.toString()));
    }

    @Override
    public Recalculation get(RecalculationId id) {
        return runs.find(id).orElseThrow(() -> new NotFound("recalculation", id));
    }

    @Override
    public Slice<LevelDifference> differences(RecalculationId id, PageRequest page) {
        get(id);
        return Slice.of(runs.differences(id, page.afterId().orElse(0), page.limitAndOne()), page, LevelDifference::id);
    }

    /** Those that moved and those that have a level, each read in the order of their ids. */
    private List<ProductId> productsAfter(long last) {
        return Stream.concat(ledger.productsAfter(last, CHUNK).stream(), levels.productsAfter(last, CHUNK).stream())
                .distinct()
                .sorted()
                .limit(CHUNK)
                .toList();
    }

    private List<Reckoning.Line> reckon(List<ProductId> products) {
        List<StockLevel> locked = levels.lockAll(products);
        List<Reckoning.Line> lines = new Reckoning(locked, ledger.sums(products), holdings.open(products)).lines();
        // A level that was made between the lock and the sums was not locked: with it, once more.
        boolean grown = lines.stream()
                .filter(line -> line.found().id() == 0 && !line.agrees())
                .anyMatch(line -> levels.lock(line.found().key()).isPresent());
        return grown ? reckon(products) : lines;
    }

    private boolean fix(Reckoning.Line line) {
        return levels.correct(line.found(), line.right());
    }

    private LevelDifference difference(Reckoning.Line line, boolean fixed) {
        return new LevelDifference(
                ids.next(),
                line.found().key(),
                line.found().onHand(),
                line.right().onHand(),
                line.found().reserved(),
                line.right().reserved(),
                fixed);
    }
}
