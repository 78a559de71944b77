package dev.abacus.kernel.test.architecture;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.abacus.sample.high.SeesDownward;
import dev.abacus.sample.low.Fact;
import dev.abacus.sample.low.SeesUpward;
import dev.abacus.sample.orders.domain.FrameworkOrder;
import dev.abacus.sample.orders.domain.PlainOrder;
import dev.abacus.sample.orders.web.MarkedDoor;
import dev.abacus.sample.orders.web.OpenDoor;
import dev.abacus.sample.orders.web.OrderManager;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Each rule can fail: a class that breaks it is found, and a class beside it that keeps it is not. */
class HouseRulesTest {

    private static final JavaClasses SAMPLE = new ClassFileImporter().importPackages("dev.abacus.sample");

    @Test
    void a_lower_tier_that_sees_a_higher_one_is_found() {
        breaks(HouseRules.TIERS, "CoreDomain sees Application", SeesUpward.class, SeesDownward.class);
        keeps(HouseRules.TIERS, SeesDownward.class, Fact.class);
    }

    @Test
    void a_framework_in_the_domain_is_found() {
        breaks(HouseRules.PLAIN_DOMAIN, "FrameworkOrder", FrameworkOrder.class);
        keeps(HouseRules.PLAIN_DOMAIN, PlainOrder.class);
    }

    @Test
    void a_door_without_a_mark_is_found() {
        breaks(HouseRules.DOORS_ARE_MARKED, "OpenDoor.open() has 0 marks", OpenDoor.class);
        keeps(HouseRules.DOORS_ARE_MARKED, MarkedDoor.class);
    }

    @Test
    void a_name_that_says_nothing_and_a_shared_static_are_found() {
        breaks(HouseRules.NAMES, "OrderManager", OrderManager.class);
        breaks(HouseRules.NO_MUTABLE_STATICS, "shared", OrderManager.class);
        keeps(HouseRules.NAMES, PlainOrder.class);
    }

    private static void breaks(ArchRule rule, String because, Class<?>... classes) {
        assertThatThrownBy(() -> rule.check(only(classes)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(because);
    }

    /** These classes of the sample, with their packages' annotations. */
    private static JavaClasses only(Class<?>... classes) {
        return SAMPLE.that(DescribedPredicate.describe(
                "chosen", type -> Arrays.stream(classes).anyMatch(each -> type.isEquivalentTo(each))));
    }

    private static void keeps(ArchRule rule, Class<?>... classes) {
        assertThatCode(() -> rule.check(only(classes))).doesNotThrowAnyException();
    }
}
