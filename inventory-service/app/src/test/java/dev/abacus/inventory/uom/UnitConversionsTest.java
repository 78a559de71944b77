package dev.abacus.inventory.uom;

import static dev.abacus.inventory.testing.Sheets.relation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class UnitConversionsTest {

    private static final Unit PCS = Unit.of("pcs");

    @Test
    void a_chain_of_relations_is_followed_in_both_directions() {
        UnitConversions units = units("1 box = 12 pcs", "1 pallet = 40 box", "3 pcs = 1 set");

        assertThat(units.convert(Quantity.of("2", "pallet"), PCS)).isEqualTo(Quantity.of("960", "pcs"));
        assertThat(units.convert(Quantity.of("2", "box"), Unit.of("set"))).isEqualTo(Quantity.of("8", "set"));
        assertThat(units.toBase(Quantity.of("0.5", "box"))).isEqualTo(Quantity.of("6", "pcs"));
        assertThat(units.worth()).containsEntry(Unit.of("set"), new Ratio(3, 1)).hasSize(4);
    }

    @Test
    void what_does_not_come_out_even_is_refused_not_rounded() {
        UnitConversions units = units("3 pcs = 1 set", "1000000 pcs = 1 heap");

        refused("quantity-not-exact", () -> units.convert(Quantity.of("10", "pcs"), Unit.of("set")));
        assertThat(units.convert(Quantity.of("1", "pcs"), Unit.of("heap"))).isEqualTo(Quantity.of("0.000001", "heap"));
        refused("quantity-not-exact", () -> units.convert(Quantity.of("0.5", "pcs"), Unit.of("heap")));
    }

    @Test
    void a_unit_of_another_product_is_not_converted() {
        refused("unit-not-convertible", () -> units("1 box = 12 pcs").toBase(Quantity.of("1", "kg")));
    }

    @Test
    void a_relation_that_leads_nowhere_is_refused() {
        refused("unit-not-connected", () -> units("1 box = 12 pcs", "1 t = 1000 kg"));
    }

    @Test
    void a_circle_may_agree_but_not_contradict() {
        assertThat(units("1 box = 12 pcs", "1 pallet = 40 box", "1 pallet = 480 pcs")
                        .worth())
                .hasSize(3);
        refused("unit-contradiction", () -> units("1 box = 12 pcs", "1 pallet = 40 box", "1 pallet = 500 pcs"));
        refused("unit-contradiction", () -> units("1 pcs = 2 pcs"));
    }

    @Test
    void units_that_are_too_far_apart_are_refused_not_overflown() {
        refused("unit-out-of-range", () -> units("1 a = 999999999 pcs", "1 b = 999999999 a", "1 c = 999999999 b"));
    }

    @Property
    void there_and_back_is_the_same(
            @ForAll @IntRange(min = 1, max = 5000) int from,
            @ForAll @IntRange(min = 1, max = 5000) int to,
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long amount) {
        UnitConversions units = new UnitConversions(PCS, List.of(new UnitRelation(from, Unit.of("u"), to, PCS)));
        // A multiple of the other side comes out even, whatever the relation.
        Quantity pieces = Quantity.of(amount * to, PCS);

        Quantity other = units.convert(pieces, Unit.of("u"));

        assertThat(other).isEqualTo(Quantity.of(amount * from, Unit.of("u")));
        assertThat(units.toBase(other)).isEqualTo(pieces);
    }

    @Property
    void a_conversion_is_exact_or_refused(
            @ForAll @IntRange(min = 1, max = 500) int from,
            @ForAll @IntRange(min = 1, max = 500) int to,
            @ForAll @LongRange(min = 0, max = 10_000_000) long millionths) {
        UnitConversions units = new UnitConversions(PCS, List.of(new UnitRelation(from, Unit.of("u"), to, PCS)));
        Quantity quantity = new Quantity(BigDecimal.valueOf(millionths, 6), Unit.of("u"));
        boolean even = BigInteger.valueOf(millionths)
                        .multiply(BigInteger.valueOf(to))
                        .mod(BigInteger.valueOf(from))
                        .signum()
                == 0;
        if (even) {
            BigDecimal worth = units.toBase(quantity).amount().multiply(BigDecimal.valueOf(from));
            assertThat(worth).isEqualByComparingTo(quantity.amount().multiply(BigDecimal.valueOf(to)));
        } else {
            refused("quantity-not-exact", () -> units.toBase(quantity));
        }
    }

    @Property
    void sums_may_be_converted_before_or_after_adding(
            @ForAll("chains") List<UnitRelation> chain,
            @ForAll @LongRange(min = 0, max = 1_000_000) long one,
            @ForAll @LongRange(min = 0, max = 1_000_000) long another) {
        UnitConversions units = new UnitConversions(PCS, chain);
        Unit last = chain.getLast().from();

        Quantity together = units.toBase(Quantity.of(one + another, last));

        assertThat(units.toBase(Quantity.of(one, last)).plus(units.toBase(Quantity.of(another, last))))
                .isEqualTo(together);
    }

    /** 1 u1 = n pcs, 1 u2 = n u1 …, in any order. */
    @Provide
    Arbitrary<List<UnitRelation>> chains() {
        return Arbitraries.integers()
                .between(1, 20)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(factors -> {
                    List<UnitRelation> chain = new ArrayList<>();
                    for (int i = 0; i < factors.size(); i++) {
                        Unit below = i == 0 ? PCS : Unit.of("u" + i);
                        chain.add(new UnitRelation(1, Unit.of("u" + (i + 1)), factors.get(i), below));
                    }
                    return chain;
                });
    }

    private static UnitConversions units(String... relations) {
        return new UnitConversions(
                PCS, Stream.of(relations).map(stated -> relation(stated)).toList());
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(UnitsRefused.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
