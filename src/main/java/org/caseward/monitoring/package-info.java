/**
 * Route health, trace, replay, quarantine and alerts, with IT's pages. It sees states and reasons; it never decides about a report.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Monitoring",
        allowedDependencies = {
            "report",
            "security",
            "intake",
            "extraction",
            "normalisation",
            "register",
            "review",
            "matching",
            "matching :: models",
            "matching :: scoring",
            "matching :: watch"
        })
package org.caseward.monitoring;
