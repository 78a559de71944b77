package dev.abacus.trade.party.domain;

import static dev.abacus.trade.party.PartyMother.customer;
import static dev.abacus.trade.party.PartyMother.supplier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.InvalidValue;
import org.junit.jupiter.api.Test;

class PartyTest {

    @Test
    void a_customer_who_is_no_longer_active_may_not_order() {
        Customer anna = customer("A-1");
        assertThat(anna.profile().mayOrder().code()).isEqualTo("A-1");
        anna.change("Anna", null, false);
        assertThatThrownBy(() -> anna.profile().mayOrder())
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo("inactive-customer"));
    }

    @Test
    void a_supplier_who_is_no_longer_active_takes_no_orders() {
        Supplier mill = supplier("MILL", 7);
        mill.change("Mill", 7, null, false);
        assertThatThrownBy(() -> mill.profile().takesOrders())
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo("inactive-supplier"));
    }

    @Test
    void a_lead_time_is_not_negative_and_not_longer_than_two_years() {
        Supplier mill = supplier("MILL", 0);
        assertThatThrownBy(() -> mill.change("Mill", -1, null, true)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> mill.change("Mill", 731, null, true)).isInstanceOf(InvalidValue.class);
        assertThat(mill.leadTimeDays()).isZero();
    }

    @Test
    void a_party_has_a_name_and_a_code() {
        assertThatThrownBy(() -> customer("")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> customer(" A")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> customer("A-1").change("  ", null, true)).isInstanceOf(InvalidValue.class);
    }
}
