/**
 * Validated records go to the case store, each exactly once in effect. Whether a record may be filed was decided before it comes here.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        displayName = "Publishing",
        allowedDependencies = {"report", "security", "documents", "casefile", "register", "intake", "validation"})
package org.caseward.publishing;
