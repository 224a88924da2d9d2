package io.mostik.examples.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("any-jdk")
class ArchitectureTest {

    private static final JavaClasses MOSTIK =
            new ClassFileImporter().withImportOption(new MainClasses()).importPackages("io.mostik");

    static Stream<Named<ArchRule>> rules() {
        return Stream.of(
                rule(
                        "core knows neither http nor json nor once nor webhook",
                        noDependency(
                                "io.mostik.core",
                                "io.mostik.core.http..",
                                "io.mostik.core.json..",
                                "io.mostik.core.once..",
                                "io.mostik.core.webhook..")),
                rule(
                        "json knows core only",
                        noDependency(
                                "io.mostik.core.json",
                                "io.mostik.core.http..",
                                "io.mostik.core.once..",
                                "io.mostik.core.webhook..")),
                rule(
                        "http knows neither once nor webhook",
                        noDependency("io.mostik.core.http", "io.mostik.core.once..", "io.mostik.core.webhook..")),
                rule(
                        "once knows json and core only",
                        noDependency("io.mostik.core.once", "io.mostik.core.http..", "io.mostik.core.webhook..")),
                rule("webhook does not know http", noDependency("io.mostik.core.webhook", "io.mostik.core.http..")),
                rule(
                        "the core knows no vendor",
                        noDependency(
                                "io.mostik.core..",
                                "io.mostik.bankcards..",
                                "io.mostik.pbx..",
                                "io.mostik.salesautopilot..",
                                "io.mostik.remonline..",
                                "io.mostik.datahub..")),
                rule(
                        "simulators know nothing of ours",
                        noDependency(
                                "io.mostik.testing..",
                                "io.mostik.core..",
                                "io.mostik.bankcards..",
                                "io.mostik.pbx..",
                                "io.mostik.salesautopilot..",
                                "io.mostik.remonline..",
                                "io.mostik.datahub..")),
                rule(
                        "bank cards know no other vendor",
                        noDependency(
                                "io.mostik.bankcards..",
                                "io.mostik.pbx..",
                                "io.mostik.salesautopilot..",
                                "io.mostik.remonline..",
                                "io.mostik.datahub..")),
                rule(
                        "telephony knows no other vendor",
                        noDependency(
                                "io.mostik.pbx..",
                                "io.mostik.bankcards..",
                                "io.mostik.salesautopilot..",
                                "io.mostik.remonline..",
                                "io.mostik.datahub..")),
                rule(
                        "marketing knows no other vendor",
                        noDependency(
                                "io.mostik.salesautopilot..",
                                "io.mostik.bankcards..",
                                "io.mostik.pbx..",
                                "io.mostik.remonline..")),
                rule(
                        "the repair shop knows no other vendor",
                        noDependency(
                                "io.mostik.remonline..",
                                "io.mostik.bankcards..",
                                "io.mostik.pbx..",
                                "io.mostik.salesautopilot..",
                                "io.mostik.datahub..")),
                rule(
                        "the hub knows a CRM in its connector, and in the program that chooses one",
                        noClasses()
                                .that()
                                .resideInAPackage("io.mostik.datahub..")
                                .and()
                                .resideOutsideOfPackages(
                                        "io.mostik.datahub.remonline..",
                                        "io.mostik.datahub.bitrix24..",
                                        "io.mostik.datahub.airbyte..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "io.mostik.remonline..",
                                        "io.mostik.datahub.remonline..",
                                        "io.mostik.datahub.bitrix24..")),
                rule(
                        "the hub knows CRMs only",
                        noDependency(
                                "io.mostik.datahub..",
                                "io.mostik.bankcards..",
                                "io.mostik.pbx..",
                                "io.mostik.salesautopilot..")),
                rule(
                        "the client of the repair shop has no store",
                        noClasses()
                                .that()
                                .resideInAPackage("io.mostik.remonline..")
                                .and()
                                .resideOutsideOfPackages(
                                        "io.mostik.remonline.workflow..", "io.mostik.remonline.webhooks..")
                                .should()
                                .dependOnClassesThat()
                                .haveFullyQualifiedName("io.mostik.core.StateStore")),
                rule(
                        "the client of the repair shop knows no workflow",
                        noClasses()
                                .that()
                                .resideInAPackage("io.mostik.remonline..")
                                .and()
                                .resideOutsideOfPackage("io.mostik.remonline.workflow..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("io.mostik.remonline.workflow..")),
                rule(
                        "the general PBX and VIPeX do not know VCC Live",
                        noClasses()
                                .that()
                                .resideInAnyPackage(
                                        "io.mostik.pbx",
                                        "io.mostik.pbx.vipex..",
                                        "io.mostik.pbx.webhooks..",
                                        "io.mostik.pbx.workflow..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("io.mostik.pbx.vcclive..")),
                rule(
                        "VCC Live does not know VIPeX or the webhooks of other PBXs",
                        noDependency(
                                "io.mostik.pbx.vcclive..",
                                "io.mostik.pbx.vipex..",
                                "io.mostik.pbx.webhooks..",
                                "io.mostik.pbx.workflow..")),
                rule(
                        "the general PBX does not know its presets",
                        noClasses()
                                .that()
                                .resideInAnyPackage(
                                        "io.mostik.pbx", "io.mostik.pbx.webhooks..", "io.mostik.pbx.workflow..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("io.mostik.pbx.vipex..")),
                rule(
                        "clients of telephony have no store and know no workflow",
                        noClasses()
                                .that()
                                .resideInAPackage("io.mostik.pbx..")
                                .and()
                                .resideOutsideOfPackages("io.mostik.pbx.workflow..", "io.mostik.pbx.vcclive.workflow..")
                                .should()
                                .dependOnClassesThat()
                                .haveFullyQualifiedName("io.mostik.core.StateStore")
                                .orShould()
                                .dependOnClassesThat()
                                .resideInAnyPackage("io.mostik.pbx.workflow..", "io.mostik.pbx.vcclive.workflow..")),
                rule(
                        "metrics know no vendor",
                        noDependency(
                                "io.mostik.micrometer..",
                                "io.mostik.bankcards..",
                                "io.mostik.pbx..",
                                "io.mostik.salesautopilot..",
                                "io.mostik.remonline..",
                                "io.mostik.datahub..",
                                "org.springframework..")),
                rule(
                        "Spring and Micrometer are known to their adapters alone",
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(
                                        "io.mostik.spring..", "io.mostik.micrometer..", "io.mostik.examples..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("org.springframework..", "io.micrometer..")),
                rule(
                        "simulators are known to the starter's test support alone",
                        noClasses()
                                .that()
                                .resideInAPackage("io.mostik.spring.boot")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("io.mostik.testing..", "org.springframework.test..")),
                rule(
                        "the HTTP client has one home",
                        noClasses()
                                .that()
                                .resideInAnyPackage(
                                        "io.mostik.core..",
                                        "io.mostik.bankcards..",
                                        "io.mostik.pbx..",
                                        "io.mostik.salesautopilot..",
                                        "io.mostik.remonline..",
                                        "io.mostik.datahub..",
                                        "io.mostik.micrometer..",
                                        "io.mostik.spring..")
                                .and()
                                .doNotHaveSimpleName("JdkTransport")
                                .should()
                                .dependOnClassesThat()
                                .haveFullyQualifiedName("java.net.http.HttpClient")),
                rule(
                        "the clock has one home",
                        noClasses()
                                .that()
                                .resideInAnyPackage(
                                        "io.mostik.core..",
                                        "io.mostik.bankcards..",
                                        "io.mostik.pbx..",
                                        "io.mostik.salesautopilot..",
                                        "io.mostik.remonline..",
                                        "io.mostik.datahub..",
                                        "io.mostik.micrometer..",
                                        "io.mostik.spring..")
                                .and()
                                .doNotHaveSimpleName("SystemTime")
                                .should()
                                .callMethod(System.class, "currentTimeMillis")
                                .orShould()
                                .callMethod(System.class, "nanoTime")
                                .orShould()
                                .callMethod(java.time.Instant.class, "now")
                                .orShould()
                                .callMethod(java.time.LocalDate.class, "now")
                                .orShould()
                                .callMethod(Thread.class, "sleep", long.class)),
                rule(
                        "libraries set no property of the machine",
                        noClasses()
                                .that()
                                .resideInAnyPackage(
                                        "io.mostik.core..",
                                        "io.mostik.bankcards..",
                                        "io.mostik.pbx..",
                                        "io.mostik.salesautopilot..",
                                        "io.mostik.remonline..",
                                        "io.mostik.datahub..",
                                        "io.mostik.micrometer..",
                                        "io.mostik.spring..")
                                // a program: it shows how a pbx.json reads a sample
                                .and()
                                .doNotHaveFullyQualifiedName("io.mostik.pbx.config.PbxCheck")
                                // a program: its messages are its standard output
                                .and()
                                .doNotHaveFullyQualifiedName("io.mostik.datahub.airbyte.AirbyteSource")
                                .should()
                                .callMethod(System.class, "setProperty", String.class, String.class)
                                .orShould()
                                .accessField(System.class, "out")
                                .orShould()
                                .accessField(System.class, "err")
                                .orShould()
                                .callMethod(Throwable.class, "printStackTrace")),
                rule(
                        "vendor clients depend on Jackson, the core and the JDK alone",
                        classes()
                                .that()
                                .resideInAnyPackage(
                                        "io.mostik.bankcards..", "io.mostik.salesautopilot..", "io.mostik.remonline..")
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(
                                        "java..",
                                        "javax..",
                                        "io.mostik..",
                                        "com.fasterxml.jackson..",
                                        "org.immutables..",
                                        "org.jspecify..")));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void givenAllModules_whenLookedThrough_thenTheRuleHolds(ArchRule rule) {
        rule.allowEmptyShould(true).check(MOSTIK);
    }

    @Test
    void givenPackagesOfTheCore_whenLookedThrough_thenThereIsNoCycle() {
        slices().matching("io.mostik.core.(*)..").should().beFreeOfCycles().check(MOSTIK);
    }

    private static Named<ArchRule> rule(String name, ArchRule rule) {
        return Named.of(name, rule);
    }

    private static ArchRule noDependency(String from, String... to) {
        return noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to);
    }
}
