package dev.abacus.inventory.api;

import dev.abacus.kernel.web.Slice;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** How much there is, how it came to be, and whether the books agree. */
@HttpExchange("/stock")
public interface StockApi {

    /**
     * In the order in which the levels came to be.
     *
     * @param warehouse code of the only warehouse wanted; every one when null
     */
    @GetExchange
    Slice<StockLevelView> levels(
            @RequestParam(required = false) String warehouse,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor);

    /**
     * The movements of a product, by business day and then as they were posted.
     *
     * @param warehouse code of the only warehouse wanted; every one when null
     * @param from first day wanted; from the beginning when null
     * @param to last day wanted; to the end when null
     */
    @GetExchange("/ledger")
    Slice<LedgerEntryView> ledger(
            @RequestParam String sku,
            @RequestParam(required = false) String warehouse,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor);

    /** The levels of these products where there ever was any; a SKU without stock has no level and is no error. */
    @PostExchange("/lookup")
    List<StockLevelView> lookup(@RequestBody StockLookup lookup);

    /** Starts a run in the background and answers with it as it begins. */
    @PostExchange("/recalculations")
    RecalculationView recalculate(@RequestBody RequestRecalculation request);

    @GetExchange("/recalculations/{id}")
    RecalculationView recalculation(@PathVariable String id);

    @GetExchange("/recalculations/{id}/differences")
    Slice<LevelDifferenceView> differences(
            @PathVariable String id,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor);
}
