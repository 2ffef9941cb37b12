/**
 * The register of reports: where each one stands, what happened to it and why, and what waits to be sent on. It keeps outcomes, it does not make them.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Register",
        allowedDependencies = {"report", "security"})
package org.caseward.register;
