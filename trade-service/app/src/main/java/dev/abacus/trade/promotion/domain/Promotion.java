package dev.abacus.trade.promotion.domain;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.pricing.Validity;
import dev.abacus.trade.promotion.Basket;
import dev.abacus.trade.promotion.PromotionId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;

/**
 * A promotion. What it takes off and for what never changes, so that an old order's promotion still says why its price
 * was lower; when, how often and before which others may.
 */
@AggregateRoot
public final class Promotion {

    @Identity
    private final PromotionId id;

    private final String code;
    private final DiscountRule rule;
    private final Scope scope;
    private final int version;
    private Terms terms;

    /** What of a promotion may change. A higher priority gets a line first. */
    public record Terms(String name, Validity validity, int priority, Quota quota) {

        public Terms {
            if (name == null || name.isBlank() || name.length() > 200) {
                throw new InvalidValue("name", "a promotion's name is 1 to 200 characters");
            }
        }
    }

    public Promotion(PromotionId id, String code, DiscountRule rule, Scope scope, Terms terms, int version) {
        if (code == null || code.isBlank() || code.length() > 40) {
            throw new InvalidValue("code", "a promotion's code is 1 to 40 characters");
        }
        this.id = id;
        this.code = code.strip();
        this.rule = rule;
        this.scope = scope;
        this.version = version;
        change(terms);
    }

    public void change(Terms terms) {
        this.terms = terms;
    }

    /** What it takes off those of {@code lines} that it is for. */
    Map<Integer, Money> discounts(Collection<Basket.Line> lines) {
        List<Basket.Line> covered =
                lines.stream().filter(line -> scope.covers(line.product())).toList();
        return rule.discounts(covered);
    }

    public PromotionId id() {
        return id;
    }

    public String code() {
        return code;
    }

    public DiscountRule rule() {
        return rule;
    }

    public Scope scope() {
        return scope;
    }

    public Terms terms() {
        return terms;
    }

    public int version() {
        return version;
    }
}
