package dev.abacus.trade.ordertocash.application;

import static dev.abacus.trade.sales.SalesMother.line;
import static dev.abacus.trade.sales.SalesMother.priced;
import static dev.abacus.trade.sales.SalesMother.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.trade.party.PartyMother;
import dev.abacus.trade.promotion.PromotionExhausted;
import dev.abacus.trade.promotion.PromotionId;
import dev.abacus.trade.sales.PricedOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceChangedTest {

    private static final PricedOrder THIRTY = priced(line(1, "PEN", 10, "3", "0"));
    private static final PricedOrder WITHOUT_ITS_PROMOTION =
            new PricedOrder(PartyMother.CNY, THIRTY.lines(), List.of(new PromotionId(5)));

    @Test
    void what_the_customer_was_told_or_did_not_ask_for_is_fine() {
        assertThatCode(() -> PriceChanged.check(yuan("30"), THIRTY)).doesNotThrowAnyException();
        assertThatCode(() -> PriceChanged.check(null, THIRTY)).doesNotThrowAnyException();
        assertThatCode(() -> PriceChanged.check(yuan("30"), WITHOUT_ITS_PROMOTION))
                .doesNotThrowAnyException();
    }

    @Test
    void another_total_is_refused_the_cheaper_one_too() {
        assertThatThrownBy(() -> PriceChanged.check(yuan("29.99"), THIRTY)).isInstanceOf(PriceChanged.class);
        assertThatThrownBy(() -> PriceChanged.check(yuan("30.01"), THIRTY)).isInstanceOf(PriceChanged.class);
    }

    @Test
    void a_promotion_that_is_used_up_is_the_reason_that_is_given() {
        assertThatThrownBy(() -> PriceChanged.check(yuan("15"), WITHOUT_ITS_PROMOTION))
                .isInstanceOfSatisfying(PromotionExhausted.class, e -> assertThat(e.properties())
                        .containsEntry("promotions", List.of("5")));
    }
}
