package dev.abacus.trade.pricing;

import dev.abacus.trade.party.CustomerProfile;
import java.util.List;
import java.util.Optional;

/** The prices of this moment, for the other modules. */
public interface Prices {

    /** The answer to each question, in their order; empty where no list has a price. */
    List<Optional<Price>> find(CustomerProfile customer, List<PriceQuestion> questions);

    /** As {@link #find}. @throws NoPrice naming every question that has no price */
    List<Price> require(CustomerProfile customer, List<PriceQuestion> questions);
}
