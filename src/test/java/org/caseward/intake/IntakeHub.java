package org.caseward.intake;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** A hub that only receives: nothing reads what came in, so that reports stay as received. */
@SpringBootApplication(
        scanBasePackages = {
            "org.caseward.intake",
            "org.caseward.security",
            "org.caseward.documents",
            "org.caseward.register",
            "org.caseward.validation",
            "org.caseward.routing"
        })
@EnableScheduling
class IntakeHub {}
