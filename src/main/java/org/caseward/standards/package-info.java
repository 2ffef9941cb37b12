/**
 * Completeness rules and medical standards produce findings; findings inform, people decide. Nothing here stops or files a report.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Standards",
        allowedDependencies = {
            "report",
            "extraction",
            "normalisation",
            "casefile",
            "matching",
            "matching :: scoring",
            "validation"
        })
package org.caseward.standards;
