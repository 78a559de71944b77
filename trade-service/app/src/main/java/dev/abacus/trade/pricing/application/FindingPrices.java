package dev.abacus.trade.pricing.application;

import dev.abacus.trade.party.CustomerProfile;
import dev.abacus.trade.pricing.NoPrice;
import dev.abacus.trade.pricing.Price;
import dev.abacus.trade.pricing.PriceQuestion;
import dev.abacus.trade.pricing.Prices;
import dev.abacus.trade.pricing.domain.BestOffer;
import dev.abacus.trade.pricing.domain.PriceLists;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Finds what a customer pays now. */
@Service
class FindingPrices implements Prices {

    private final PriceLists lists;
    private final Clock clock;

    FindingPrices(PriceLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    @Override
    public List<Optional<Price>> find(CustomerProfile customer, List<PriceQuestion> questions) {
        var skus = questions.stream().map(PriceQuestion::sku).collect(Collectors.toSet());
        var offers = new BestOffer(lists.holding(customer.id(), customer.currency(), clock.instant(), skus));
        return questions.stream().map(offers::answer).toList();
    }

    @Override
    public List<Price> require(CustomerProfile customer, List<PriceQuestion> questions) {
        List<Optional<Price>> answers = find(customer, questions);
        List<PriceQuestion> unpriced = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).isEmpty()) {
                unpriced.add(questions.get(i));
            }
        }
        if (!unpriced.isEmpty()) {
            throw new NoPrice(unpriced);
        }
        return answers.stream().map(Optional::orElseThrow).toList();
    }
}
