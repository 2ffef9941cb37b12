/**
 * What a machine may decide, what waits for a coordinator, and the coordinators' pages and acts. Reading and matching are used here, never done here.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Review",
        allowedDependencies = {
            "report",
            "security",
            "documents",
            "casefile",
            "matching",
            "matching :: models",
            "matching :: scoring",
            "matching :: watch",
            "matching :: rematch",
            "standards",
            "standards :: levels",
            "validation",
            "publishing",
            "publishing :: fhir",
            "register",
            "normalisation",
            "extraction"
        })
package org.caseward.review;
