package dev.abacus.trade.pricing.domain;

import dev.abacus.trade.pricing.Price;
import dev.abacus.trade.pricing.PriceQuestion;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rule that chooses a price. Of the lists that hold, each answers with the highest quantity break that is reached;
 * then a list of the customer's own goes before one for everybody, the one that began to hold later before the earlier,
 * and at last the one made later. A list without the SKU in that unit has no say, so a customer's own list needs to name
 * only what is special.
 *
 * <p>It is not the lowest price: a list that was agreed with a customer counts even when the general one is cheaper.
 */
public final class BestOffer {

    private static final Comparator<Offer> PRECEDENCE = Comparator.comparing(
                    (Offer offer) -> offer.list().isCustomerSpecific())
            .thenComparing(offer -> offer.list().validity().from())
            .thenComparing(offer -> offer.list().id().value())
            .thenComparing(offer -> offer.price().from());

    private final Map<PriceList, List<PriceBreak>> lists;

    /** @param lists the lists that hold for the customer now, with their prices */
    public BestOffer(Map<PriceList, List<PriceBreak>> lists) {
        this.lists = lists;
    }

    public Optional<Price> answer(PriceQuestion question) {
        return lists.entrySet().stream()
                .flatMap(list -> reached(list.getKey(), list.getValue(), question))
                .max(PRECEDENCE)
                .map(offer -> offer.asPriceFor(question.quantity()));
    }

    private static Stream<Offer> reached(PriceList list, List<PriceBreak> prices, PriceQuestion question) {
        return prices.stream()
                .filter(price -> price.isReachedBy(question.sku(), question.quantity()))
                .map(price -> new Offer(list, price));
    }
}
