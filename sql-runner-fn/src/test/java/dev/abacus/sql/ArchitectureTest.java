package dev.abacus.sql;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.abacus.kernel.test.architecture.HouseRules;

@AnalyzeClasses(packages = "dev.abacus.sql", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule WITHOUT_SPRING = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..")
            .because("a function has to start in milliseconds");

    @ArchTest
    static final ArchRule A_RUN_DOES_NOT_PARSE = noClasses()
            .that()
            .resideOutsideOfPackages("dev.abacus.sql.review..", "dev.abacus.sql.plan..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.alibaba.druid..")
            .because("reading a release costs more than running it");
}
