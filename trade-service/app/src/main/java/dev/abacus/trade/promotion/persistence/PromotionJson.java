package dev.abacus.trade.promotion.persistence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.promotion.domain.BuyXGetY;
import dev.abacus.trade.promotion.domain.DiscountRule;
import dev.abacus.trade.promotion.domain.FullReduction;
import dev.abacus.trade.promotion.domain.Percentage;
import dev.abacus.trade.promotion.domain.Scope;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rules and scopes as they are kept: a rule's kind is written beside it, under a name that stays when classes move. */
@Component
class PromotionJson {

    private final JsonMapper json;

    PromotionJson(JsonMapper json) {
        this.json = json.rebuild().addMixIn(DiscountRule.class, RuleKinds.class).build();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Percentage.class, name = "percentage"),
        @JsonSubTypes.Type(value = FullReduction.class, name = "full-reduction"),
        @JsonSubTypes.Type(value = BuyXGetY.class, name = "buy-x-get-y")
    })
    private interface RuleKinds {}

    private record KeptScope(Set<String> skus, Set<String> categories) {}

    String write(DiscountRule rule) {
        return json.writerFor(DiscountRule.class).writeValueAsString(rule);
    }

    DiscountRule readRule(String text) {
        return json.readValue(text, DiscountRule.class);
    }

    String write(Scope scope) {
        Set<String> skus = scope.skus().stream().map(Sku::code).collect(Collectors.toSet());
        return json.writeValueAsString(new KeptScope(skus, scope.categories()));
    }

    Scope readScope(String text) {
        KeptScope kept = json.readValue(text, KeptScope.class);
        return new Scope(kept.skus().stream().map(Sku::of).collect(Collectors.toSet()), kept.categories());
    }
}
