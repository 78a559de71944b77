package dev.abacus.trade;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    /** The contract is a jar of its own, which every module may use. */
    private final ApplicationModules modules =
            ApplicationModules.of(TradeService.class, resideInAPackage("dev.abacus.trade.api.."));

    @Test
    void modules_use_only_what_others_give_out_and_never_in_a_circle() {
        modules.verify();
    }

    @Test
    void these_are_the_modules() {
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .containsExactlyInAnyOrder(
                        "catalogue",
                        "party",
                        "pricing",
                        "promotion",
                        "sales",
                        "purchasing",
                        "ordertocash",
                        "procuretopay",
                        "importing");
    }

    @Test
    void the_core_stands_on_nothing_of_the_business() {
        assertThat(dependenciesOf("catalogue")).isEmpty();
        assertThat(dependenciesOf("party")).isEmpty();
    }

    private Iterable<String> dependenciesOf(String module) {
        ApplicationModule asked = modules.getModuleByName(module).orElseThrow();
        return asked.getDirectDependencies(modules)
                .uniqueModules()
                .map(other -> other.getIdentifier().toString())
                .toList();
    }
}
