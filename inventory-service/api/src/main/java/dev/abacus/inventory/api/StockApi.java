package dev.abacus.inventory.api;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** How much there is, how it came to be, and whether the books agree. */
@HttpExchange("/stock")
public interface StockApi {

    /** The levels of these products where there ever was any; a SKU without stock has no level and is no error. */
    @PostExchange("/lookup")
    List<StockLevelView> lookup(@RequestBody StockLookup lookup);

    /** Starts a run in the background and answers with it as it begins. */
    @PostExchange("/recalculations")
    RecalculationView recalculate(@RequestBody RequestRecalculation request);

    @GetExchange("/recalculations/{id}")
    RecalculationView recalculation(@PathVariable String id);
}
