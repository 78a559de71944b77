package dev.abacus.trade.party.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.party.CreditBalance;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CreditMovementTest {

    private static Money yuan(int amount) {
        return Money.of(Integer.toString(amount), "CNY");
    }

    private static CreditBalance owing(int used) {
        return new CreditBalance(yuan(1000), yuan(0), yuan(used), yuan(0));
    }

    @Test
    void a_delivery_turns_reserved_credit_into_debt() {
        CreditMovement delivery = CreditMovement.ofDelivery(yuan(30));
        assertThat(delivery.reserved()).isEqualTo(yuan(-30));
        assertThat(delivery.used()).isEqualTo(yuan(30));
    }

    @Test
    void a_return_of_goods_that_are_not_paid_lowers_the_debt() {
        CreditMovement back = CreditMovement.ofReturn(yuan(30), owing(100));
        assertThat(back.used()).isEqualTo(yuan(-30));
        assertThat(back.refundable().isZero()).isTrue();
    }

    @Test
    void a_return_of_goods_that_are_paid_makes_money_refundable() {
        CreditMovement back = CreditMovement.ofReturn(yuan(30), owing(0));
        assertThat(back.used().isZero()).isTrue();
        assertThat(back.refundable()).isEqualTo(yuan(30));
    }

    @Property
    void a_return_is_worth_the_same_however_much_is_paid(
            @ForAll @IntRange(max = 500) int amount, @ForAll @IntRange(max = 500) int owed) {
        CreditMovement back = CreditMovement.ofReturn(yuan(amount), owing(owed));
        assertThat(back.refundable().minus(back.used())).isEqualTo(yuan(amount));
        assertThat(yuan(owed).plus(back.used()).isNegative()).isFalse();
    }

    @Property
    void an_order_that_is_placed_delivered_and_paid_leaves_nothing(@ForAll @IntRange(max = 100_000) int amount) {
        Money sum = CreditMovement.ofOrder(yuan(amount))
                .reserved()
                .plus(CreditMovement.ofDelivery(yuan(amount)).reserved());
        Money debt = CreditMovement.ofDelivery(yuan(amount))
                .used()
                .plus(CreditMovement.ofPayment(yuan(amount)).used());
        assertThat(sum.isZero()).isTrue();
        assertThat(debt.isZero()).isTrue();
    }

    @Test
    void a_movement_is_of_an_amount_that_is_not_negative() {
        assertThatThrownBy(() -> CreditMovement.ofOrder(yuan(-1))).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> CreditMovement.ofPayment(yuan(-1))).isInstanceOf(InvalidValue.class);
        assertThat(CreditMovement.ofOrder(yuan(0)).isNothing()).isTrue();
    }
}
