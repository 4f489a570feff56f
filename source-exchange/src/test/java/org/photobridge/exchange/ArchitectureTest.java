package org.photobridge.exchange;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.time.Instant;

/** Who may know whom in this module, and what nobody may do. */
@AnalyzeClasses(packages = "org.photobridge.exchange", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ONLY_THE_GATEWAY_SENDS = noClasses()
            .that()
            .doNotBelongToAnyOf(
                    GraphGateway.class,
                    HttpClients.class,
                    HttpExchange.class,
                    EntraTransport.class,
                    ExchangePhotoSource.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("okhttp3..");

    @ArchTest
    static final ArchRule ONLY_SIGNING_IN_KNOWS_MSAL = noClasses()
            .that()
            .doNotBelongToAnyOf(EntraTokens.class, EntraTransport.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.microsoft.aad..");

    @ArchTest
    static final ArchRule NO_MODEL_OF_THE_SDK_IS_KEPT =
            noClasses().should().dependOnClassesThat().resideInAPackage("com.microsoft.graph.models..");

    @ArchTest
    static final ArchRule TIME_AND_THREADS_ARE_THE_HOSTS = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class);

    @ArchTest
    static final ArchRule ONE_CLASS_IS_PUBLIC = noClasses()
            .that()
            .arePublic()
            .should(com.tngtech.archunit.lang.conditions.ArchConditions.be(
                    com.tngtech.archunit.base.DescribedPredicate.<JavaClass>describe(
                            "another than the provider", type -> !type.isEquivalentTo(ExchangeProvider.class))));
}
