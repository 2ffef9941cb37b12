package org.caseward;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The arrows between the rooms, verified and drawn (target/spring-modulith-docs; the picture in docs/modules is a copy of it). */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.caseward");

    private static final DescribedPredicate<JavaClass> BENCH = resideInAPackage("org.caseward.bench..");

    @Test
    void everyRoomUsesOnlyTheRoomsItMayUse() {
        // the benches measure single parts, and so look inside the rooms
        ApplicationModules modules = ApplicationModules.of(HubApplication.class, BENCH);
        modules.verify();
        new Documenter(modules).writeModulesAsPlantUml();
    }

    @Test
    void noRoomKnowsTheBenches() {
        noClasses()
                .that()
                .resideInAPackage("org.caseward.*..")
                .and(not(BENCH))
                .should()
                .dependOnClassesThat(BENCH)
                .check(CLASSES);
    }

    @Test
    void onlyRoutingKnowsCamel() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.caseward.routing..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .check(CLASSES);
    }

    @Test
    void theReadingWorkersKnowNoSpring() {
        noClasses()
                .that()
                .resideInAPackage("org.caseward.extraction.worker..")
                .and()
                // the hub's side of the pipe
                .doNotHaveSimpleName("Worker")
                .and()
                .doNotHaveSimpleName("WorkerSettings")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(CLASSES);
    }

    @Test
    void theStagesDoNotSpeakToLogs() {
        // what a stage holds is a person's: it tells what happened by values, never by a log line
        noClasses()
                .that()
                .resideInAnyPackage("org.caseward.matching..", "org.caseward.standards..", "org.caseward.casefile..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.slf4j..")
                .check(CLASSES);
    }
}
