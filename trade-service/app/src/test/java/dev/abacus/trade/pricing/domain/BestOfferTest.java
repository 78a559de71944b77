package dev.abacus.trade.pricing.domain;

import static dev.abacus.trade.catalogue.ProductMother.PCS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.party.PartyMother;
import dev.abacus.trade.pricing.Price;
import dev.abacus.trade.pricing.PriceListId;
import dev.abacus.trade.pricing.PriceQuestion;
import dev.abacus.trade.pricing.Validity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BestOfferTest {

    private static final Sku PEN = Sku.of("PEN");
    private static final CustomerId ANNA = new CustomerId(7);
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    private final Map<PriceList, List<PriceBreak>> lists = new LinkedHashMap<>();

    private PriceList list(String code, CustomerId customer, Instant from) {
        var list = new PriceList(
                new PriceListId(lists.size() + 1), code, code, customer, PartyMother.CNY, Validity.since(from), 0);
        lists.put(list, new ArrayList<>());
        return list;
    }

    private BestOfferTest price(PriceList list, int from, Unit unit, String price) {
        lists.get(list).add(new PriceBreak(PEN, Quantity.of(from, unit), Money.of(price, "CNY")));
        return this;
    }

    private Price priceOf(int quantity) {
        return new BestOffer(lists)
                .answer(new PriceQuestion(PEN, Quantity.of(quantity, PCS)))
                .orElseThrow();
    }

    @Test
    void the_highest_break_that_is_reached_counts() {
        PriceList general = list("GENERAL", null, JANUARY);
        price(general, 1, PCS, "10").price(general, 10, PCS, "9").price(general, 100, PCS, "8");
        assertThat(priceOf(9).unitPrice()).isEqualTo(Money.of("10", "CNY"));
        assertThat(priceOf(10).unitPrice()).isEqualTo(Money.of("9", "CNY"));
        assertThat(priceOf(99).from()).isEqualTo(Quantity.of(10, PCS));
        assertThat(priceOf(1000).amount()).isEqualTo(Money.of("8000", "CNY"));
    }

    @Test
    void a_list_of_the_customers_own_goes_before_the_general_one_even_when_it_is_dearer() {
        price(list("GENERAL", null, MARCH), 1, PCS, "8");
        price(list("ANNA", ANNA, JANUARY), 1, PCS, "9");
        Price price = priceOf(5);
        assertThat(price.listCode()).isEqualTo("ANNA");
        assertThat(price.customerSpecific()).isTrue();
    }

    @Test
    void among_equals_the_list_that_began_to_hold_later_counts() {
        price(list("SPRING", null, MARCH), 1, PCS, "9");
        price(list("WINTER", null, JANUARY), 1, PCS, "8");
        assertThat(priceOf(5).listCode()).isEqualTo("SPRING");
    }

    @Test
    void a_list_without_a_break_that_is_reached_has_no_say() {
        price(list("GENERAL", null, JANUARY), 1, PCS, "10");
        price(list("ANNA", ANNA, JANUARY), 50, PCS, "7");
        assertThat(priceOf(49).listCode()).isEqualTo("GENERAL");
        assertThat(priceOf(50).listCode()).isEqualTo("ANNA");
    }

    @Test
    void a_price_for_another_unit_is_no_price() {
        price(list("GENERAL", null, JANUARY), 1, Unit.of("box"), "10");
        assertThat(new BestOffer(lists).answer(new PriceQuestion(PEN, Quantity.of(5, PCS))))
                .isEmpty();
    }

    @Property
    void more_never_reaches_a_lower_break(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 200) Integer> breaks,
            @ForAll @IntRange(min = 1, max = 300) int quantity) {
        PriceList general = list("GENERAL", null, JANUARY);
        breaks.stream().distinct().forEach(from -> price(general, from, PCS, Integer.toString(1000 - from)));
        var offers = new BestOffer(lists);
        var some = offers.answer(new PriceQuestion(PEN, Quantity.of(quantity, PCS)));
        var more = offers.answer(new PriceQuestion(PEN, Quantity.of(quantity + 1, PCS)));
        some.ifPresent(price -> {
            assertThat(price.from()).isLessThanOrEqualTo(Quantity.of(quantity, PCS));
            assertThat(more.orElseThrow().from()).isGreaterThanOrEqualTo(price.from());
        });
        lists.clear();
    }

    @Test
    void a_window_holds_from_its_first_moment_to_just_before_its_last() {
        var window = new Validity(JANUARY, MARCH);
        assertThat(window.contains(JANUARY)).isTrue();
        assertThat(window.contains(MARCH.minusNanos(1))).isTrue();
        assertThat(window.contains(MARCH)).isFalse();
        assertThat(window.contains(JANUARY.minusNanos(1))).isFalse();
        assertThatThrownBy(() -> new Validity(MARCH, MARCH)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_list_is_for_its_customer_in_its_currency_only() {
        PriceList hers = list("ANNA", ANNA, JANUARY);
        assertThat(hers.holdsFor(ANNA, PartyMother.CNY, MARCH)).isTrue();
        assertThat(hers.holdsFor(new CustomerId(8), PartyMother.CNY, MARCH)).isFalse();
        assertThatThrownBy(() -> hers.checked(new PriceBreak(PEN, Quantity.of(1, PCS), Money.of("1", "EUR"))))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void prices_and_breaks_are_not_negative() {
        assertThatThrownBy(() -> new PriceBreak(PEN, Quantity.of(-1, PCS), Money.of("1", "CNY")))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new PriceBreak(PEN, Quantity.of(1, PCS), Money.of("-1", "CNY")))
                .isInstanceOf(InvalidValue.class);
    }
}
