/**
 * Finds the case a report belongs to, scores candidates, and lets gates decide whether a machine may file. It never files.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Matching",
        allowedDependencies = {"report", "extraction", "normalisation", "casefile", "register"})
package org.caseward.matching;
