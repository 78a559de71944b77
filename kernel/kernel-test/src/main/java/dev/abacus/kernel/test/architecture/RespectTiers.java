package dev.abacus.kernel.test.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.abacus.kernel.tier.Application;
import dev.abacus.kernel.tier.BusinessDomain;
import dev.abacus.kernel.tier.CoreDomain;
import dev.abacus.kernel.tier.Interface;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.OptionalInt;

/** Finds dependencies from a lower tier up to a higher one. A package has the tier of its nearest marked ancestor. */
final class RespectTiers extends ArchCondition<JavaClass> {

    /** Lowest first. */
    private static final List<Class<? extends Annotation>> TIERS =
            List.of(CoreDomain.class, BusinessDomain.class, Application.class, Interface.class);

    RespectTiers() {
        super("never depend on a higher tier");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        OptionalInt own = tier(item);
        if (own.isEmpty()) {
            return;
        }
        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
            OptionalInt other = tier(dependency.getTargetClass());
            if (other.isPresent() && other.getAsInt() > own.getAsInt()) {
                events.add(SimpleConditionEvent.violated(
                        item,
                        name(own.getAsInt()) + " sees " + name(other.getAsInt()) + ": " + dependency.getDescription()));
            }
        }
    }

    private static OptionalInt tier(JavaClass type) {
        for (JavaPackage each = type.getPackage(); ; each = each.getParent().get()) {
            for (int tier = 0; tier < TIERS.size(); tier++) {
                if (each.isAnnotatedWith(TIERS.get(tier))) {
                    return OptionalInt.of(tier);
                }
            }
            if (each.getParent().isEmpty()) {
                return OptionalInt.empty();
            }
        }
    }

    private static String name(int tier) {
        return TIERS.get(tier).getSimpleName();
    }
}
