package org.photobridge.portal;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.io.ObjectInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ServiceLoader;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

@AnalyzeClasses(packages = "org.photobridge.portal", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "org.photobridge.portal.";

    @ArchTest
    static final ArchRule the_engine_is_java_and_the_provider_contract = classes()
            .that()
            .resideInAPackage(ROOT + "engine..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "engine..",
                    "org.photobridge.spi..",
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.io..",
                    "java.nio..",
                    "java.net..",
                    "java.math..",
                    "java.security..",
                    "java.text..",
                    "java.awt..",
                    "javax.imageio..",
                    "com.twelvemonkeys..");

    @ArchTest
    static final ArchRule features_look_in_the_allowed_directions_only = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("dashboard")
            .definedBy(ROOT + "dashboard..")
            .layer("notify")
            .definedBy(ROOT + "notify..")
            .layer("help")
            .definedBy(ROOT + "help..")
            .layer("account")
            .definedBy(ROOT + "account..")
            .layer("operations")
            .definedBy(ROOT + "operations..")
            .layer("api")
            .definedBy(ROOT + "api..")
            .layer("job")
            .definedBy(ROOT + "job..")
            .layer("engine")
            .definedBy(ROOT + "engine..")
            .layer("plan")
            .definedBy(ROOT + "plan..")
            .layer("connection")
            .definedBy(ROOT + "connection..")
            .layer("provider")
            .definedBy(ROOT + "provider..")
            .layer("security")
            .definedBy(ROOT + "security..")
            .layer("audit")
            .definedBy(ROOT + "audit..")
            .layer("trail")
            .definedBy(ROOT + "trail..")
            .layer("retention")
            .definedBy(ROOT + "retention..")
            .layer("platform")
            .definedBy(ROOT + "platform..")
            .layer("bootstrap")
            .definedBy(ROOT + "bootstrap..")
            .layer("boot")
            .definedBy(ROOT + "boot..")
            .whereLayer("platform")
            .mayNotAccessAnyLayer()
            .whereLayer("audit")
            .mayOnlyAccessLayers("platform")
            .whereLayer("security")
            .mayOnlyAccessLayers("audit", "platform")
            .whereLayer("trail")
            .mayOnlyAccessLayers("security", "audit", "platform")
            .whereLayer("boot")
            .mayOnlyAccessLayers("platform")
            .whereLayer("engine")
            .mayNotAccessAnyLayer()
            .whereLayer("provider")
            .mayOnlyAccessLayers("platform", "security", "audit")
            .whereLayer("connection")
            .mayOnlyAccessLayers("provider", "platform", "security", "audit")
            .whereLayer("plan")
            .mayOnlyAccessLayers("connection", "provider", "engine", "platform", "security", "audit")
            .whereLayer("job")
            .mayOnlyBeAccessedByLayers("dashboard", "account", "api", "operations", "retention", "notify", "help")
            .whereLayer("retention")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("bootstrap")
            .mayOnlyAccessLayers("plan", "connection", "provider", "engine", "platform", "security", "audit")
            .whereLayer("bootstrap")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("operations")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("dashboard")
            .mayOnlyBeAccessedByLayers("notify")
            .whereLayer("notify")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("help")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule there_are_no_cycles =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule faces_is_for_pages_and_their_tables = noClasses()
            .that(not(simpleNameEndingWith("Page")
                    .or(simpleNameEndingWith("Table"))
                    .or(resideInAnyPackage(ROOT + "platform.."))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "org.primefaces..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Faces.class, Messages.class)
            .because("services and storage must not know who shows their answers")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule storage_is_for_repositories_and_entities = noClasses()
            .that(not(simpleNameEndingWith("Repository").or(resideInAnyPackage(ROOT + "platform.."))))
            .and()
            .areNotAnnotatedWith(Entity.class)
            .and()
            .areNotAnnotatedWith(Embeddable.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "jakarta.persistence..")
            .because("SQL and JPA are spoken in one place per feature");

    @ArchTest
    static final ArchRule class_loaders_are_for_the_provider_package = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "provider..", ROOT + "platform..", ROOT + "boot..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ClassLoader.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ServiceLoader.class);

    @ArchTest
    static final ArchRule time_is_an_argument = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "platform..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule only_the_waiter_sleeps = noClasses()
            .that(not(resideInAnyPackage(ROOT + "platform..", ROOT + "boot..").or(simpleNameEndingWith("Waiter"))))
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callConstructor(Thread.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class, String.class);

    @ArchTest
    static final ArchRule nothing_is_read_by_java_serialization =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

    @ArchTest
    static final ArchRule names_say_what_a_class_is_for = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Processor")
            .orShould()
            .haveSimpleNameEndingWith("Impl");
}
