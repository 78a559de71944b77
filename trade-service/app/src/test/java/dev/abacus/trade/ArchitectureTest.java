package dev.abacus.trade;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.abacus.kernel.test.architecture.HouseRules;

@AnalyzeClasses(packages = "dev.abacus.trade", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    /** Use cases know that a placement is one transaction, not whose. */
    @ArchTest
    static final ArchRule SEATA_IN_PERSISTENCE = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage("..persistence..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.seata..");

    /** Only the catalogue and the stock reservations speak inventory's language. */
    @ArchTest
    static final ArchRule INVENTORY_BEHIND_HTTP = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage("..http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.abacus.inventory..");
}
