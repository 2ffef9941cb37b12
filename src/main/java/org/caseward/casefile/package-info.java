/**
 * People, cases and programs as the hub mirrors them, with their match keys written in the same transaction. No report is matched here.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Case file",
        allowedDependencies = {"report", "security", "normalisation"})
package org.caseward.casefile;
