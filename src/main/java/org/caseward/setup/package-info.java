/**
 * What a machine needs before the hub can start: an embedded database and broker, certificates, keys. Nothing of a report is known here.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Setup",
        allowedDependencies = {"report", "security"})
package org.caseward.setup;
