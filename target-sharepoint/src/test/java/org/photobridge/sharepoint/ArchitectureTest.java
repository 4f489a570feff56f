package org.photobridge.sharepoint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.net.http.HttpClient;
import java.time.Instant;

@AnalyzeClasses(packages = "org.photobridge.sharepoint", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ONLY_SIGNING_IN_KNOWS_MSAL = noClasses()
            .that()
            .doNotBelongToAnyOf(EntraSignIn.class, EntraTransport.class, SignInProblems.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.microsoft.aad..");

    @ArchTest
    static final ArchRule ONE_CLASS_READS_JSON = noClasses()
            .that()
            .doNotBelongToAnyOf(Json.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.azure..");

    @ArchTest
    static final ArchRule ONE_WAY_LEADS_TO_THE_NETWORK = noClasses()
            .that()
            .doNotBelongToAnyOf(Transport.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(HttpClient.class);

    @ArchTest
    static final ArchRule TIME_AND_THREADS_ARE_THE_HOSTS = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class);

    @ArchTest
    static final ArchRule ONE_CLASS_IS_PUBLIC = classes()
            .that()
            .doNotBelongToAnyOf(SharePointProvider.class)
            .should()
            .notBePublic();
}
