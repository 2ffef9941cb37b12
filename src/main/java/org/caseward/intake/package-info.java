/**
 * Bytes from a channel become a receipt, durably, before anybody is answered. Nothing is parsed here beyond what a channel's acknowledgement needs.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {"report", "security", "documents", "validation"})
package org.caseward.intake;
