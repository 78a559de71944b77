package dev.abacus.inventory;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    /** The contract is a jar of its own, which every module may use. */
    private static final String CONTRACT = "dev.abacus.inventory.api..";

    @Test
    void modules_use_only_what_others_give_out_and_never_in_a_circle() {
        ApplicationModules.of(InventoryService.class, resideInAPackage(CONTRACT))
                .verify();
    }
}
