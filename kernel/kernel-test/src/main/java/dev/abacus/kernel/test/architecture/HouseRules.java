package dev.abacus.kernel.test.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RestController;

/**
 * The architecture as law. A service's test includes these with {@code ArchTests.in(HouseRules.class)}:
 * <pre>
 * &#64;AnalyzeClasses(packages = "dev.abacus.trade", importOptions = DoNotIncludeTests.class)
 * class ArchitectureTest {
 *     &#64;ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);
 * }
 * </pre>
 */
public final class HouseRules {

    private static final DescribedPredicate<JavaClass> OUTSIDE_KERNEL =
            DescribedPredicate.not(resideInAPackage("dev.abacus.kernel.."));

    private HouseRules() {}

    /** A lower tier never sees a higher one (the tier annotations on {@code package-info}). */
    @ArchTest
    public static final ArchRule TIERS = classes().should(new RespectTiers()).allowEmptyShould(true);

    /** The domain is plain Java: it can be read, tested and moved without a framework. */
    @ArchTest
    public static final ArchRule PLAIN_DOMAIN = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "com.baomidou..",
                    "org.apache.ibatis..",
                    "tools.jackson..",
                    "java.sql..",
                    "javax.sql..",
                    "jakarta..")
            .allowEmptyShould(true);

    /** The domain does not know who calls it. */
    @ArchTest
    public static final ArchRule DOMAIN_INSIDE = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..application..", "..persistence..", "..web..", "..messaging..")
            .allowEmptyShould(true);

    /** Use cases do not know how they are called or stored. */
    @ArchTest
    public static final ArchRule APPLICATION_INSIDE = noClasses()
            .that()
            .resideInAPackage("..application..")
            .and(OUTSIDE_KERNEL)
            .should()
            .dependOnClassesThat(resideInAPackage("dev.abacus..")
                    .and(resideInAPackage("..persistence..")
                            .or(resideInAPackage("..web.."))
                            .and(OUTSIDE_KERNEL))
                    .as("are in a persistence or web package"))
            .allowEmptyShould(true);

    /** The database's and the broker's libraries stay where they are used. */
    @ArchTest
    public static final ArchRule MAPPERS_IN_PERSISTENCE = noClasses()
            .that(OUTSIDE_KERNEL)
            .and()
            .resideOutsideOfPackages("..persistence..", "dev.abacus.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.baomidou..", "org.apache.ibatis..", "org.apache.shardingsphere..")
            .allowEmptyShould(true);

    /**
     * The BFF has no database for an inbox, and what it hears only makes it forget: its news need no offsets either. Functions
     * read and write topics that their authors name; their queue is inbox and outbox.
     */
    @ArchTest
    public static final ArchRule NO_BROKER_IN_SERVICES = noClasses()
            .that(OUTSIDE_KERNEL)
            .and()
            .resideOutsideOfPackages(
                    "dev.abacus.infra..",
                    "dev.abacus.bench..",
                    "dev.abacus.bff.catalogue.messaging..",
                    "dev.abacus.lane.control.broker..",
                    "dev.abacus.function.dispatcher.rocketmq..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.rocketmq..")
            .because("services publish and consume events by the kernel's outbox and inbox only; lanes govern groups")
            .allowEmptyShould(true);

    /** The physical shards know no tenant. */
    @ArchTest
    public static final ArchRule PHYSICAL_SHARDS_FOR_THE_KERNEL = noClasses()
            .that(OUTSIDE_KERNEL)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.abacus.kernel.sharding.Shards")
            .allowEmptyShould(true);

    /** Every door says who may come in. */
    @ArchTest
    public static final ArchRule DOORS_ARE_MARKED = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(RestController.class)
            .should(new BeMarkedDoors())
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NO_FIELD_INJECTION =
            noFields().should().beAnnotatedWith(Autowired.class).allowEmptyShould(true);

    /** A static field that changes is shared by all tenants. */
    @ArchTest
    public static final ArchRule NO_MUTABLE_STATICS = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat(OUTSIDE_KERNEL)
            .should()
            .beFinal()
            .allowEmptyShould(true);

    /** Names say what a thing is for, not that it is a thing. */
    @ArchTest
    public static final ArchRule NAMES = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Utils?|Manager|Helper)")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NO_LOMBOK = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("lombok..")
            .allowEmptyShould(true);
}
