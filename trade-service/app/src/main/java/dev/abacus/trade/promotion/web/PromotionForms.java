package dev.abacus.trade.promotion.web;

import dev.abacus.trade.api.promotion.NewPromotion;
import dev.abacus.trade.api.promotion.PromotionChange;
import dev.abacus.trade.api.promotion.PromotionView;
import dev.abacus.trade.api.promotion.Rule;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.pricing.Validity;
import dev.abacus.trade.promotion.domain.BuyXGetY;
import dev.abacus.trade.promotion.domain.DiscountRule;
import dev.abacus.trade.promotion.domain.FullReduction;
import dev.abacus.trade.promotion.domain.Percentage;
import dev.abacus.trade.promotion.domain.Promotion;
import dev.abacus.trade.promotion.domain.PromotionBook;
import dev.abacus.trade.promotion.domain.Quota;
import dev.abacus.trade.promotion.domain.Scope;
import java.util.Set;
import java.util.stream.Collectors;

/** Promotions between the words of the API and those of the domain. */
final class PromotionForms {

    private PromotionForms() {}

    static DiscountRule rule(Rule rule) {
        return switch (rule) {
            case Rule.Percentage r -> new Percentage(r.percent());
            case Rule.FullReduction r ->
                new FullReduction(
                        r.reduction(),
                        r.threshold(),
                        FullReduction.Repeat.valueOf(r.repeat().name()));
            case Rule.BuyXGetY r -> new BuyXGetY(r.buy(), r.get());
        };
    }

    static Scope scope(dev.abacus.trade.api.promotion.Scope scope) {
        return scope == null
                ? Scope.ALL
                : new Scope(
                        some(scope.skus()).stream().map(Sku::of).collect(Collectors.toSet()), some(scope.categories()));
    }

    static Promotion.Terms terms(NewPromotion promotion) {
        return new Promotion.Terms(
                promotion.name(),
                new Validity(promotion.validFrom(), promotion.validTo()),
                promotion.priority(),
                new Quota(promotion.totalUses(), promotion.usesPerCustomer()));
    }

    static Promotion.Terms terms(PromotionChange change) {
        return new Promotion.Terms(
                change.name(),
                new Validity(change.validFrom(), change.validTo()),
                change.priority(),
                new Quota(change.totalUses(), change.usesPerCustomer()));
    }

    static PromotionView view(PromotionBook.Booked booked) {
        Promotion promotion = booked.promotion();
        Promotion.Terms terms = promotion.terms();
        return new PromotionView(
                promotion.id().toString(),
                promotion.code(),
                terms.name(),
                rule(promotion.rule()),
                new dev.abacus.trade.api.promotion.Scope(
                        promotion.scope().skus().stream().map(Sku::code).collect(Collectors.toSet()),
                        promotion.scope().categories()),
                terms.validity().from(),
                terms.validity().to(),
                terms.priority(),
                terms.quota().total(),
                terms.quota().perCustomer(),
                booked.reservedUses(),
                booked.consumedUses(),
                promotion.version());
    }

    private static Rule rule(DiscountRule rule) {
        return switch (rule) {
            case Percentage r -> new Rule.Percentage(r.percent());
            case FullReduction r ->
                new Rule.FullReduction(
                        r.reduction(),
                        r.threshold(),
                        Rule.Repeat.valueOf(r.repeat().name()));
            case BuyXGetY r -> new Rule.BuyXGetY(r.buy(), r.get());
        };
    }

    private static Set<String> some(Set<String> set) {
        return set == null ? Set.of() : set;
    }
}
