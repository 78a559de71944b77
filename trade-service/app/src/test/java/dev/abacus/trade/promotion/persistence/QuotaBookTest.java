package dev.abacus.trade.promotion.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.promotion.PromotionId;
import dev.abacus.trade.promotion.PromotionMother;
import dev.abacus.trade.promotion.domain.PromotionBook;
import dev.abacus.trade.promotion.domain.Quota;
import dev.abacus.trade.promotion.domain.QuotaBook;
import dev.abacus.trade.testing.Shop;
import dev.abacus.trade.testing.TradeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The counters of a promotion are the sums of its uses, whatever becomes of the orders. */
class QuotaBookTest extends TradeTest {

    @Autowired
    private QuotaBook quotas;

    @Autowired
    private PromotionBook promotions;

    @Autowired
    private Shop shop;

    private CustomerId anna;
    private CustomerId bert;

    @BeforeEach
    void twoCustomers() {
        anna = as(acme, () -> shop.open("100"));
        bert = as(acme, () -> shop.customer("B-1", "100"));
    }

    private PromotionId promotion(Integer total, Integer perCustomer) {
        return as(acme, () -> shop.promotion("P", PromotionMother.percent("10"), new Quota(total, perCustomer)));
    }

    private boolean reserve(long order, CustomerId customer, PromotionId promotion) {
        return inTransaction(() -> quotas.reserve(order, customer, promotion));
    }

    /** As {@code reserved/consumed}. */
    private String uses(PromotionId promotion) {
        PromotionBook.Booked booked = as(acme, () -> promotions.find(promotion).orElseThrow());
        return booked.reservedUses() + "/" + booked.consumedUses();
    }

    @Test
    void a_use_is_reserved_then_consumed_and_may_be_given_back_from_either() {
        PromotionId promotion = promotion(2, null);
        assertThat(reserve(1, anna, promotion)).isTrue();
        assertThat(reserve(2, anna, promotion)).isTrue();
        assertThat(uses(promotion)).isEqualTo("2/0");
        inTransaction(() -> quotas.consume(1));
        assertThat(uses(promotion)).isEqualTo("1/1");
        inTransaction(() -> quotas.release(2));
        assertThat(uses(promotion)).isEqualTo("0/1");
        inTransaction(() -> quotas.release(1));
        assertThat(uses(promotion)).isEqualTo("0/0");
    }

    @Test
    void consuming_or_releasing_twice_is_the_same_as_once() {
        PromotionId promotion = promotion(2, 2);
        reserve(1, anna, promotion);
        inTransaction(() -> quotas.consume(1));
        inTransaction(() -> quotas.consume(1));
        assertThat(uses(promotion)).isEqualTo("0/1");
        inTransaction(() -> quotas.release(1));
        inTransaction(() -> quotas.release(1));
        assertThat(uses(promotion)).isEqualTo("0/0");
        assertThat(reserve(2, anna, promotion)).isTrue();
    }

    @Test
    void an_order_that_uses_nothing_has_nothing_to_consume_or_release() {
        PromotionId promotion = promotion(1, 1);
        inTransaction(() -> quotas.consume(99));
        inTransaction(() -> quotas.release(99));
        assertThat(uses(promotion)).isEqualTo("0/0");
    }

    @Test
    void what_one_customer_may_not_take_is_left_for_another() {
        PromotionId promotion = promotion(2, 1);
        assertThat(reserve(1, anna, promotion)).isTrue();
        assertThat(reserve(2, anna, promotion)).isFalse();
        assertThat(uses(promotion)).isEqualTo("1/0");
        assertThat(reserve(3, bert, promotion)).isTrue();
        assertThat(reserve(4, bert, promotion)).isFalse();
        assertThat(uses(promotion)).isEqualTo("2/0");
    }

    @Test
    void a_customer_gets_back_his_own_use_and_nobody_elses() {
        PromotionId promotion = promotion(null, 1);
        reserve(1, anna, promotion);
        reserve(2, bert, promotion);
        inTransaction(() -> quotas.release(1));
        assertThat(reserve(3, bert, promotion)).isFalse();
        assertThat(reserve(4, anna, promotion)).isTrue();
    }

    @Test
    void another_company_uses_up_nothing_here() {
        PromotionId promotion = promotion(1, 1);
        Boolean taken = as(rival, () -> transaction.execute(status -> quotas.reserve(1, anna, promotion)));
        assertThat(taken).isFalse();
        assertThat(reserve(1, anna, promotion)).isTrue();
        with(rival, () -> transaction.executeWithoutResult(status -> quotas.release(1)));
        assertThat(uses(promotion)).isEqualTo("1/0");
    }
}
